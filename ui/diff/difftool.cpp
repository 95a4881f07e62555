// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/difftool.h"

#include "ui/diff/text.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <memory>

using namespace Qt::StringLiterals;

namespace slipway::diffview
{
namespace
{

Result<> write(const QString &path, const QByteArray &bytes)
{
    QDir{}.mkpath(QFileInfo{path}.path());
    QFile file{path};
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) || file.write(bytes) != bytes.size())
        return failure(
            {.kind = Error::Kind::Storage,
             .message = Text::tr("The files for the diff tool could not be written: %1.").arg(file.errorString())});
    file.close();
    file.setPermissions(QFileDevice::ReadOwner); // to read, not to edit: what is reviewed is what is sent
    return {};
}

/// Both sides in folders of their own, so that the tool shows the names that the person knows. A name that would leave
/// its folder is left out.
Result<> writeAll(const QString &folder, const QList<workspace::FilePreview> &files)
{
    for (const auto &file : files) {
        const auto name = QDir::cleanPath(file.path);
        if (name.startsWith("../"_L1) || QDir::isAbsolutePath(name))
            continue;
        for (const auto &[side, bytes] : {std::pair{u"/before/"_s, file.before}, {u"/after/"_s, file.after}})
            if (auto written = write(folder + side + name, bytes); !written)
                return written;
    }
    return {};
}

Error noGit()
{
    return {.kind = Error::Kind::NotFound,
            .message = Text::tr("There is no git here, which knows your diff tool."),
            .remedy = Text::tr("Install git, and set a tool: git config --global diff.tool meld.")};
}

Error noTool()
{
    return {.kind = Error::Kind::NotFound,
            .message = Text::tr("No diff tool is set."),
            .remedy = Text::tr("Set one: git config --global diff.tool meld.")};
}

QProcess *gitProcess(const QString &git, const QStringList &arguments, QObject *owner)
{
    auto *process = new QProcess{owner};
    process->setProgram(git);
    process->setArguments(arguments);
    QObject::connect(process, &QProcess::finished, process, &QObject::deleteLater);
    return process;
}

Result<> start(const QString &git, const QList<workspace::FilePreview> &files, QObject *owner)
{
    auto folder = std::make_shared<QTemporaryDir>();
    if (auto written = writeAll(folder->path(), files); !written)
        return written;
    auto *process = gitProcess(
        git, {u"difftool"_s, u"--no-prompt"_s, u"--dir-diff"_s, u"--no-index"_s, u"before"_s, u"after"_s}, owner);
    process->setWorkingDirectory(folder->path());
    QObject::connect(process, &QProcess::finished, process, [folder] {}); // the folder lives as long as this connection
    process->start(QIODevice::NotOpen);
    return {};
}

} // namespace

void openInDiffTool(const QList<workspace::FilePreview> &files, QObject *owner, std::function<void(Error)> failed)
{
    const auto git = QStandardPaths::findExecutable(u"git"_s);
    if (git.isEmpty()) {
        failed(noGit());
        return;
    }
    auto *asking = gitProcess(git, {u"config"_s, u"--get-regexp"_s, u"^(diff|merge)\\.tool$"_s}, owner);
    QObject::connect(asking, &QProcess::finished, owner, [=] {
        if (asking->readAllStandardOutput().trimmed().isEmpty())
            failed(noTool());
        else if (const auto started = start(git, files, owner); !started)
            failed(started.error());
    });
    asking->start(QIODevice::ReadOnly);
}

} // namespace slipway::diffview
