// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/updates/repositoryfiles.h"

#include "core/updates/expand.h"
#include "core/updates/survey.h"
#include "core/updates/text.h"
#include "core/updates/workfolder.h"

#include <QLocale>
#include <QMutex>
#include <QRegularExpression>
#include <QSet>

#include <optional>

using namespace Qt::StringLiterals;

namespace slipway::updates
{
namespace
{

/// Blobs that were asked for and are not there. Files are read on several processors at once.
class Missing
{
public:
    void add(const QString &blob)
    {
        const QMutexLocker lock(&m_mutex);
        m_blobs.insert(blob);
    }
    [[nodiscard]] QStringList take()
    {
        const QMutexLocker lock(&m_mutex);
        auto blobs = QStringList(m_blobs.cbegin(), m_blobs.cend());
        m_blobs.clear();
        blobs.sort();
        return blobs;
    }

private:
    QMutex m_mutex;
    QSet<QString> m_blobs;
};

/// The names of a repository as a tree of folders. Paths are relative to its root; the root is the empty one.
class Folders
{
public:
    explicit Folders(const RepositoryFiles &files)
    {
        m_names.insert(QString{}, {});
        for (auto path = files.tree.keyBegin(); path != files.tree.keyEnd(); ++path)
            add(*path);
    }

    [[nodiscard]] bool contains(const QString &folder) const { return m_names.contains(folder); }
    [[nodiscard]] QStringList names(const QString &folder) const { return m_names.value(folder).values(); }

private:
    void add(const QString &path)
    {
        const auto slash = path.lastIndexOf(u'/');
        const auto folder = path.first(std::max<qsizetype>(0, slash));
        if (slash >= 0 && !m_names.contains(folder))
            add(folder);
        m_names[folder].insert(path.sliced(slash + 1));
    }

    QHash<QString, QSet<QString>> m_names;
};

struct Tree
{
    RepositoryFilesPointer files;
    Folders folders;
    std::shared_ptr<Missing> missing; ///< null: nobody wants to know

    [[nodiscard]] std::optional<QByteArray> bytes(const TreeFile &file) const
    {
        const auto found = files->blobs.constFind(file.blob);
        if (found != files->blobs.cend())
            return *found;
        if (missing)
            missing->add(file.blob);
        return std::nullopt;
    }
};

/// The parts of a path below the root; nothing if it leads out of it.
std::optional<QStringList> partsBelowRoot(const QString &path)
{
    const auto root = repositoryRoot();
    if (path == root)
        return QStringList{};
    if (!path.startsWith(root + u'/'))
        return std::nullopt;
    return path.sliced(root.size() + 1).split(u'/', Qt::SkipEmptyParts);
}

/// Goes through a path part by part and follows links. Nothing if it leads out of the repository or in a circle.
std::optional<QString> resolved(const Tree &tree, const QString &path)
{
    constexpr int mostLinks = 40; // as Linux
    auto rest = partsBelowRoot(path);
    if (!rest)
        return std::nullopt;
    QStringList way;
    for (int links = 0; !rest->isEmpty();) {
        const auto part = rest->takeFirst();
        if (part == ".."_L1 && way.isEmpty())
            return std::nullopt;
        if (part == ".."_L1) {
            way.removeLast();
            continue;
        }
        if (part == "."_L1)
            continue;
        way.append(part);
        const auto file = tree.files->tree.constFind(way.join(u'/'));
        if (file == tree.files->tree.cend() || file->kind != TreeFile::Kind::Link)
            continue;
        const auto target = tree.bytes(*file);
        if (!target || target->startsWith('/') || ++links > mostLinks)
            return std::nullopt;
        way.removeLast();
        rest = QString::fromUtf8(*target).split(u'/', Qt::SkipEmptyParts) + *rest;
    }
    return way.join(u'/');
}

const TreeFile *fileAt(const Tree &tree, const QString &path)
{
    const auto place = resolved(tree, path);
    const auto file = place ? tree.files->tree.constFind(*place) : tree.files->tree.cend();
    return file == tree.files->tree.cend() ? nullptr : &*file;
}

bool isFolder(const Tree &tree, const QString &path)
{
    const auto place = resolved(tree, path);
    return place && tree.folders.contains(*place);
}

Result<QByteArray> read(const Tree &tree, const QString &path)
{
    const auto name = partsBelowRoot(path).value_or(QStringList{path}).join(u'/');
    const auto *file = fileAt(tree, path);
    if (!file)
        return failure({.kind = Error::Kind::NotFound, .message = Text::tr("There is no file %1.").arg(name)});
    if (file->size > largestFile)
        return failure(
            {.kind = Error::Kind::InvalidInput,
             .message = Text::tr("%1 is larger than %2.").arg(name, QLocale::c().formattedDataSize(largestFile))});
    const auto bytes = tree.bytes(*file);
    if (!bytes)
        return failure({.kind = Error::Kind::NotFound, .message = Text::tr("%1 was not fetched.").arg(name)});
    return *bytes;
}

compose::Reader readerOf(const std::shared_ptr<const Tree> &tree)
{
    const Listing listing{
        .names =
            [tree](const QString &folder) {
                const auto place = resolved(*tree, folder);
                return place ? tree->folders.names(*place) : QStringList{};
            },
        .exists = [tree](const QString &path) { return fileAt(*tree, path) || isFolder(*tree, path); },
        .isFolder = [tree](const QString &path) { return isFolder(*tree, path); },
    };
    return {
        .folder = repositoryRoot(),
        .root = repositoryRoot(),
        .read = [tree](const QString &path) { return read(*tree, path); },
        .isFile = [tree](const QString &path) { return fileAt(*tree, path) != nullptr; },
        .isFolder = listing.isFolder,
        .glob =
            [listing](const QString &pattern) {
                const auto parts = partsBelowRoot(pattern);
                return parts ? expand(pattern, listing) : QStringList{};
            },
        .isInside = [tree](const QString &path) { return resolved(*tree, path).has_value(); },
    };
}

/// What planning reads in most repositories, so that one question does. Too many or too large ones wait until they are
/// known to be needed.
QStringList likelyBlobs(const RepositoryFiles &files)
{
    constexpr qsizetype most = 100;
    constexpr qint64 largest = 256 * 1024;
    static const QRegularExpression likely(
        u"^(?:|.*/)(?:\\.env|(?:docker-)?compose(?:\\.override)?\\.ya?ml)$|^\\.github/slipway\\.yml$"_s);
    QStringList blobs;
    for (auto file = files.tree.cbegin(); file != files.tree.cend(); ++file) {
        if (file->size <= largest && !files.blobs.contains(file->blob) && likely.match(file.key()).hasMatch())
            blobs.append(file->blob);
    }
    blobs.removeDuplicates();
    return blobs.size() <= most ? blobs : QStringList{};
}

/// What a survey would read and does not find.
QStringList missingBlobs(const RepositoryFilesPointer &files, const QStringList &arguments)
{
    const auto missing = std::make_shared<Missing>();
    const auto tree = std::make_shared<const Tree>(files, Folders(*files), missing);
    std::ignore = survey({.source = readerOf(tree), .files = arguments}, Keep::NamesOnly);
    return missing->take();
}

} // namespace

QString repositoryRoot()
{
    return u"/repository"_s; // not `/`: what leads out of it must not be found again
}

compose::Reader repositoryReader(RepositoryFilesPointer files)
{
    Folders folders(*files);
    return readerOf(std::make_shared<const Tree>(std::move(files), std::move(folders), nullptr));
}

QString targetOf(const RepositoryFiles &files, const QString &name)
{
    const auto tree = Tree{.files = {std::shared_ptr<void>{}, &files}, .folders = Folders(files), .missing = nullptr};
    const auto path = compose::pathIn(repositoryRoot(), name);
    return fileAt(tree, path) ? resolved(tree, path).value_or(QString{}) : QString{};
}

QCoro::Task<Result<RepositoryFilesPointer>> withContents(RepositoryFiles files, QStringList arguments, FetchBlobs fetch,
                                                         std::stop_token stop)
{
    auto blobs = likelyBlobs(files);
    auto all = std::make_shared<RepositoryFiles>(std::move(files));
    for (;;) {
        if (blobs.isEmpty())
            blobs = missingBlobs(all, arguments);
        if (blobs.isEmpty())
            co_return RepositoryFilesPointer(all);
        const auto fetched = co_await fetch(blobs, stop);
        if (!fetched)
            co_return failure(fetched.error());
        for (const auto &blob : std::as_const(blobs)) {
            if (!fetched->contains(blob))
                co_return failure(
                    {.kind = Error::Kind::Protocol,
                     .message = Text::tr("A file of the repository did not come, although it is in its tree."),
                     .details = u"blob "_s + blob});
        }
        all->blobs.insert(*fetched);
        blobs.clear();
    }
}

} // namespace slipway::updates
