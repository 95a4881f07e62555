// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/replace.h"

#include "core/files/read.h"
#include "core/files/systemerror.h"
#include "core/files/text.h"
#include "core/files/worktree.h"

#include <QFileInfo>
#include <QTemporaryFile>

#include <cerrno>
#include <cstdio>
#include <memory>
#include <ranges>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace slipway::files
{

using namespace Qt::StringLiterals;

namespace
{

constexpr const char *unwritable = QT_TRANSLATE_NOOP("files", "%1 cannot be written.");

Error refused(Error::Kind kind, const char *sentence, const QString &path, const char *remedy)
{
    return {
        .kind = kind,
        .message = Text::tr(sentence).arg(path),
        .remedy = Text::tr(remedy),
    };
}

/// The file that is meant, links followed, and what of it must stay.
struct Target
{
    QString path;
    struct stat status;
};

Result<Target> targetOf(const QString &path, const QString &root)
{
    Target target{QFileInfo{path}.canonicalFilePath(), {}};
    if (::stat(QFile::encodeName(target.path).constData(), &target.status) != 0)
        return failure(systemError(unwritable, path));
    if (!isInside(target.path, root))
        return failure(refused(Error::Kind::Forbidden, QT_TRANSLATE_NOOP("files", "%1 is outside of the work tree."),
                               path, QT_TRANSLATE_NOOP("files", "Run Slipway where the file belongs.")));
    if (target.status.st_nlink > 1)
        return failure(refused(Error::Kind::Storage, QT_TRANSLATE_NOOP("files", "%1 has further hard links."), path,
                               QT_TRANSLATE_NOOP("files", "Make it a file of its own.")));
    return target;
}

/// New content, ready to take the place of a file. Has no name or a temporary one until then, and goes with this
/// object.
using Successor = std::unique_ptr<QTemporaryFile>;

bool keepsOwnerAndMode(int descriptor, const struct stat &status)
{
    struct stat own = {};
    if (::fstat(descriptor, &own) != 0)
        return false;
    const bool isOwners = own.st_uid == status.st_uid && own.st_gid == status.st_gid;
    return (isOwners || ::fchown(descriptor, status.st_uid, status.st_gid) == 0) &&
           ::fchmod(descriptor, status.st_mode & 07777) == 0; // last, as a new owner takes bits away
}

Result<Successor> prepare(const Target &target, const QByteArray &content)
{
    auto file = std::make_unique<QTemporaryFile>(QFileInfo{target.path}.path() + "/.slipway.XXXXXX"_L1);
    const bool isWritten = file->open() && file->write(content) == content.size() && file->flush();
    if (!isWritten || !keepsOwnerAndMode(file->handle(), target.status) || ::fsync(file->handle()) != 0)
        return failure(systemError(unwritable, target.path));
    return file;
}

Result<> takePlace(QTemporaryFile &successor, const Target &target)
{
    const auto name = QFile::encodeName(successor.fileName());
    if (::rename(name.constData(), QFile::encodeName(target.path).constData()) != 0)
        return failure(systemError(unwritable, target.path));
    successor.setAutoRemove(false);
    return {};
}

Result<> checkUnchanged(const Target &target, const QByteArray &before)
{
    const auto now = read(target.path, before.size());
    if (now && *now == before)
        return {};
    if (!now && now.error().kind != Error::Kind::InvalidInput)
        return failure(now.error());
    return failure(refused(Error::Kind::Conflict, QT_TRANSLATE_NOOP("files", "%1 has changed in the meantime."),
                           target.path, QT_TRANSLATE_NOOP("files", "Run Slipway again.")));
}

/// A replacement whose successor is ready.
struct Step
{
    const Replacement *file;
    Target target;
    Successor successor;
};

Result<Step> prepareStep(const Replacement &file, const QString &root)
{
    auto target = targetOf(file.path, root);
    if (!target)
        return failure(std::move(target).error());
    auto successor = prepare(*target, file.after);
    if (!successor)
        return failure(std::move(successor).error());
    return Step{&file, *std::move(target), *std::move(successor)};
}

Result<> putBack(const Step &step)
{
    const auto successor = prepare(step.target, step.file->before);
    return successor ? takePlace(**successor, step.target) : failure(successor.error());
}

/// The last look at what is there, and the change.
Result<> perform(const Step &step)
{
    return checkUnchanged(step.target, step.file->before).and_then([&step] {
        return takePlace(*step.successor, step.target);
    });
}

std::unexpected<Refusal> refusal(const Replacement &file, Error error)
{
    return std::unexpected(Refusal{file.path, std::move(error)});
}

} // namespace

std::expected<void, Refusal> replaceAll(const QList<Replacement> &files, const QString &root)
{
    std::vector<Step> steps;
    for (const auto &file : files) {
        auto step = prepareStep(file, root);
        if (!step)
            return refusal(file, std::move(step).error());
        steps.push_back(*std::move(step));
    }
    for (auto step = steps.begin(); step != steps.end(); ++step) {
        auto done = perform(*step);
        if (done)
            continue;
        for (const auto &earlier : std::ranges::subrange(steps.begin(), step)) {
            if (auto back = putBack(earlier); !back)
                return refusal(*earlier.file, std::move(back).error());
        }
        return refusal(*step->file, std::move(done).error());
    }
    return {};
}

} // namespace slipway::files
