// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/updates/repositoryfiles.h"

#include "core/updates/run.h"
#include "core/updates/workfolder.h"
#include "tests/support/awaited.h"
#include "tests/support/folder.h"
#include "tests/support/testcase.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::updates;

namespace
{

/// A repository whose files come when they are asked for.
struct Repository
{
    RepositoryFiles files = {.commit = u"c1"_s, .tree = {}, .blobs = {}};
    QHash<QString, QByteArray> blobs = {};
    QList<QStringList> asked = {};

    void add(const QString &path, const QByteArray &bytes, TreeFile::Kind kind = TreeFile::Kind::File)
    {
        const auto id = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha1).toHex());
        files.tree.insert(path, {.blob = id, .kind = kind, .size = bytes.size()});
        blobs.insert(id, bytes);
    }
    FetchBlobs fetch()
    {
        return [this](const QStringList &ids, const std::stop_token &) { return bring(ids); };
    }
    QCoro::Task<Result<QHash<QString, QByteArray>>> bring(QStringList ids)
    {
        asked.append(ids);
        QHash<QString, QByteArray> found;
        for (const auto &id : std::as_const(ids)) {
            if (blobs.contains(id))
                found.insert(id, blobs.value(id));
        }
        co_return found;
    }
    Result<RepositoryFilesPointer> whole(const QStringList &arguments = {})
    {
        const auto read = test::awaited(withContents(files, arguments, fetch(), {}));
        return read.value_or(failure(cancelled()));
    }
};

QString caseFolder()
{
    return QStringLiteral(SLIPWAY_TEST_DATA "/../../cases/");
}

/// A case as it is run: its policy stands in `.github`.
void copyCase(const QString &from, const test::Folder &folder, Repository &repository)
{
    QDirIterator each(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QFileInfo info(each.next());
        auto name = QDir(from).relativeFilePath(info.filePath());
        if (name.startsWith("after/"_L1))
            continue;
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto bytes = file.readAll();
        name = name == "slipway.yml"_L1 ? u".github/slipway.yml"_s : name;
        folder.write(name, bytes);
        repository.add(name, bytes);
    }
}

} // namespace

class RepositoryFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEachCaseAsAFolder_data();
    void readsEachCaseAsAFolder();
    void asksOnceForWhatMostRepositoriesHave();
    void asksAgainForWhatFilesInclude();
    void doesNotAskForFilesThatNothingNames();
    void keepsWhatItHasAlready();
    void expandsPatternsAsAFolder();
    void followsLinks();
    void doesNotFollowLinksOutOfTheRepository();
    void saysThatABlobDidNotCome();
};

void RepositoryFilesTest::readsEachCaseAsAFolder_data()
{
    QTest::addColumn<QString>("from");
    for (const auto &group : {u"compose"_s, u"more"_s}) {
        const auto names = QDir(caseFolder() + group).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QVERIFY(!names.isEmpty());
        for (const auto &name : names)
            QTest::addRow("%s", qPrintable(name)) << caseFolder() + group + u'/' + name;
    }
}

void RepositoryFilesTest::readsEachCaseAsAFolder()
{
    QFETCH(const QString, from);
    const test::Folder folder;
    Repository repository;
    copyCase(from, folder, repository);

    const auto inFolder = images({.source = folderReader(folder.path())});
    const auto files = repository.whole();
    QVERIFY(files);
    const auto inRepository = images({.source = repositoryReader(*files)});

    QVERIFY(inFolder && inRepository);
    QCOMPARE(inRepository->files, inFolder->files);
    QCOMPARE(inRepository->problems, inFolder->problems);
    QVERIFY(inRepository->references == inFolder->references);
}

void RepositoryFilesTest::asksOnceForWhatMostRepositoriesHave()
{
    Repository repository;
    repository.add(u"docker-compose.yml"_s, "services: { web: { image: 'nginx:1' } }\n");
    repository.add(u".env"_s, "A=1\n");
    repository.add(u"tools/compose.yaml"_s, "services: { tool: { image: 'busybox:1' } }\n");
    repository.add(u".github/slipway.yml"_s, "slipway: 1\ncompose: [docker-compose.yml, tools/compose.yaml]\n");
    repository.add(u"README.md"_s, "# Hello\n");

    const auto files = repository.whole();

    QVERIFY(files);
    QCOMPARE(repository.asked.size(), 1);
    QCOMPARE(repository.asked.first().size(), 4);
    QCOMPARE(images({.source = repositoryReader(*files)})->references.size(), 2);
}

void RepositoryFilesTest::asksAgainForWhatFilesInclude()
{
    Repository repository;
    repository.add(u"compose.yaml"_s, "include: [parts/one.yaml]\n");
    repository.add(u"parts/one.yaml"_s, "services: { one: { extends: { file: two.yaml, service: base } } }\n");
    repository.add(u"parts/two.yaml"_s, "services: { base: { image: 'nginx:1' } }\n");

    const auto files = repository.whole();

    QVERIFY(files);
    QCOMPARE(repository.asked.size(), 3);
    const auto found = images({.source = repositoryReader(*files)});
    QCOMPARE(found->files, (QStringList{u"compose.yaml"_s, u"parts/one.yaml"_s, u"parts/two.yaml"_s}));
    QCOMPARE(found->references.size(), 1);
}

void RepositoryFilesTest::doesNotAskForFilesThatNothingNames()
{
    Repository repository;
    repository.add(u"compose.yaml"_s, "services: { web: { image: 'nginx:1' } }\n");
    for (int i = 0; i < 200; ++i)
        repository.add(u"old/%1/compose.yaml"_s.arg(i), "# " + QByteArray::number(i));

    const auto files = repository.whole();

    QVERIFY(files);
    QCOMPARE((*files)->blobs.size(), 1);
}

void RepositoryFilesTest::keepsWhatItHasAlready()
{
    Repository repository;
    repository.add(u"compose.yaml"_s, "services: { web: { image: 'nginx:1' } }\n");
    repository.files.blobs = (*repository.whole())->blobs;
    repository.asked.clear();

    QVERIFY(repository.whole());

    QCOMPARE(repository.asked.size(), 0);
}

void RepositoryFilesTest::expandsPatternsAsAFolder()
{
    const test::Folder folder;
    Repository repository;
    for (const auto &name : {u"stacks/a/compose.yaml"_s, u"stacks/b/compose.yaml"_s, u"stacks/.c/compose.yaml"_s,
                             u"stacks/B/x.yaml"_s, u"stacks/compose.yaml"_s}) {
        folder.write(name, "services: {}\n");
        repository.add(name, "services: {}\n");
    }
    const auto inFolder = folderReader(folder.path());
    const auto inRepository = repositoryReader(std::make_shared<RepositoryFiles>(repository.files));
    const auto names = [](const compose::Reader &reader, const QString &pattern) {
        QStringList all;
        const auto paths = reader.glob(reader.folder + u'/' + pattern);
        for (const auto &path : paths)
            all.append(compose::nameOf(reader, path));
        return all;
    };

    QCOMPARE(names(inRepository, u"stacks/*/compose.yaml"_s),
             (QStringList{u"stacks/a/compose.yaml"_s, u"stacks/b/compose.yaml"_s}));
    for (const auto &pattern : {u"stacks/*/compose.yaml"_s, u"stacks/?/*"_s, u"*/*"_s, u"stacks/.*/*.yaml"_s,
                                u"stacks/b*"_s, u"nothing/*"_s, u"*/a/../*"_s})
        QCOMPARE(names(inRepository, pattern), names(inFolder, pattern));
    QCOMPARE(inRepository.glob(u"/*/compose.yaml"_s), QStringList{});
}

void RepositoryFilesTest::followsLinks()
{
    Repository repository;
    repository.add(u"compose.yaml"_s, "live/stack.yaml", TreeFile::Kind::Link);
    repository.add(u"live"_s, "versions/2", TreeFile::Kind::Link);
    repository.add(u"versions/2/stack.yaml"_s, "services: { web: { image: 'nginx:1' } }\n");

    const auto files = repository.whole();

    QVERIFY(files);
    QCOMPARE(images({.source = repositoryReader(*files)})->references.size(), 1);
    QCOMPARE(targetOf(**files, u"compose.yaml"_s), u"versions/2/stack.yaml"_s);
}

void RepositoryFilesTest::doesNotFollowLinksOutOfTheRepository()
{
    Repository repository;
    repository.add(u"compose.yaml"_s, "include: [up.yaml, absolute.yaml, circle.yaml]\n");
    repository.add(u"up.yaml"_s, "../../etc/hostname", TreeFile::Kind::Link);
    repository.add(u"absolute.yaml"_s, "/etc/hostname", TreeFile::Kind::Link);
    repository.add(u"circle.yaml"_s, "circle.yaml", TreeFile::Kind::Link);

    const auto files = repository.whole();

    QVERIFY(files);
    const auto found = images({.source = repositoryReader(*files)});
    QCOMPARE(found->problems.size(), 3);
    for (const auto &problem : found->problems)
        QCOMPARE(problem.code, u"include-missing"_s);
}

void RepositoryFilesTest::saysThatABlobDidNotCome()
{
    Repository repository;
    repository.add(u"compose.yaml"_s, "services: {}\n");
    repository.blobs.clear();

    const auto files = repository.whole();

    QVERIFY(!files);
    QCOMPARE(files.error().kind, Error::Kind::Protocol);
}

const slipway::test::Registered<RepositoryFilesTest> registered;

#include "repositoryfiles_test.moc"
