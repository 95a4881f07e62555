// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/read.h"

#include "core/files/systemerror.h"

#include <QFile>
#include <QLocale>

#include <algorithm>
#include <fcntl.h>
#include <sys/stat.h>

namespace slipway::files
{

Result<QByteArray> read(const QString &path, qint64 limit)
{
    const auto unreadable = QT_TRANSLATE_NOOP("files", "%1 cannot be read.");
    const auto descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return failure(systemError(unreadable, path));
    QFile file;
    file.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle);

    struct stat status = {};
    if (::fstat(descriptor, &status) != 0)
        return failure(systemError(unreadable, path));
    if (!S_ISREG(status.st_mode))
        return failure({
            .kind = Error::Kind::Storage,
            .message = QCoreApplication::translate("files", "%1 is not a file.").arg(path),
        });

    const auto expected = std::min<qint64>(status.st_size, limit) + 1; // one more than it has, to see its end
    auto bytes = file.read(expected);
    if (bytes.size() == expected) // it grew, or is one of those that tell no size
        bytes += file.read(limit + 1 - expected);
    if (file.error() != QFileDevice::NoError)
        return failure(systemError(unreadable, path));
    if (bytes.size() > limit)
        return failure({
            .kind = Error::Kind::InvalidInput,
            .message = QCoreApplication::translate("files", "%1 is larger than %2.")
                           .arg(path, QLocale::c().formattedDataSize(limit)),
        });
    return bytes;
}

} // namespace slipway::files
