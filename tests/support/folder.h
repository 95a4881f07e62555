// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace slipway::test
{

/// A temporary folder of real files; names are relative to it, and folders are made as needed.
class Folder
{
public:
    [[nodiscard]] QString path() const { return QFileInfo{m_dir.path()}.canonicalFilePath(); }
    [[nodiscard]] QString path(const QString &name) const { return path() + u'/' + name; }

    /// The path of the written file.
    QString write(const QString &name, const QByteArray &content) const
    {
        QDir{}.mkpath(QFileInfo{path(name)}.path());
        QFile file{path(name)};
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qUtf8Printable(path(name)));
        return path(name);
    }

    /// The path of the new folder.
    QString makeFolder(const QString &name) const
    {
        QDir{}.mkpath(path(name));
        return path(name);
    }

    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file{path(name)};
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{"(no such file)"};
    }

    /// All names in a folder of it, hidden ones too.
    [[nodiscard]] QStringList names(const QString &folder = {}) const
    {
        return QDir{path(folder)}.entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                                            QDir::Name);
    }

private:
    QTemporaryDir m_dir;
};

} // namespace slipway::test
