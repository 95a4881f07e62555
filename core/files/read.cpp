// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/read.h"

#include "core/files/systemerror.h"
#include "core/files/text.h"

#include <QFile>
#include <QLocale>
#include <QScopeGuard>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

namespace slipway::files
{

namespace
{

/// The first bytes of a file, at most so many; nothing on an error, which is in errno. `likely`: how many there are.
std::optional<QByteArray> firstBytes(int descriptor, qint64 most, qint64 likely)
{
    QByteArray bytes(std::min(likely + 1, most), Qt::Uninitialized); // one more, to see the end
    qsizetype size = 0;
    while (size < bytes.size()) {
        const auto count = ::read(descriptor, bytes.data() + size, static_cast<size_t>(bytes.size() - size));
        if (count < 0 && errno != EINTR)
            return std::nullopt;
        if (count == 0)
            break;
        size += std::max<qsizetype>(count, 0);
        if (size == bytes.size()) // it grew, or is one of those that tell no size
            bytes.resize(most);
    }
    bytes.truncate(size);
    return bytes;
}

} // namespace

Result<QByteArray> read(const QString &path, qint64 limit)
{
    const auto unreadable = QT_TRANSLATE_NOOP("files", "%1 cannot be read.");
    const auto descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return failure(systemError(unreadable, path));
    const auto closing = qScopeGuard([descriptor] { ::close(descriptor); });

    struct stat status = {};
    if (::fstat(descriptor, &status) != 0)
        return failure(systemError(unreadable, path));
    if (!S_ISREG(status.st_mode))
        return failure({
            .kind = Error::Kind::Storage,
            .message = Text::tr("%1 is not a file.").arg(path),
        });

    auto bytes = firstBytes(descriptor, limit + 1, status.st_size);
    if (!bytes)
        return failure(systemError(unreadable, path));
    if (bytes->size() > limit)
        return failure({
            .kind = Error::Kind::InvalidInput,
            .message = Text::tr("%1 is larger than %2.").arg(path, QLocale::c().formattedDataSize(limit)),
        });
    return *std::move(bytes);
}

} // namespace slipway::files
