// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/worktree.h"
#include "tests/support/folder.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

class WorkTreeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheNearestRootUpwards();
    void takesAGitFileForAFolder();
    void findsTheRootThroughALink();
    void hasNoRootOutsideOfGit();
    void tellsWhatIsInside_data();
    void tellsWhatIsInside();
    void theRootOfAllFilesHoldsThemAll();
};

void WorkTreeTest::findsTheNearestRootUpwards()
{
    const test::Folder folder;
    folder.makeFolder(u".git"_s);
    folder.makeFolder(u"inner/.git"_s);
    const auto deep = folder.makeFolder(u"inner/stacks/web"_s);

    QCOMPARE(files::workTreeOf(folder.path()), folder.path());
    QCOMPARE(files::workTreeOf(deep), folder.path(u"inner"_s));
}

void WorkTreeTest::takesAGitFileForAFolder()
{
    const test::Folder folder;
    folder.write(u".git"_s, "gitdir: elsewhere\n");

    QCOMPARE(files::workTreeOf(folder.makeFolder(u"a"_s)), folder.path());
}

void WorkTreeTest::findsTheRootThroughALink()
{
    const test::Folder folder;
    folder.makeFolder(u"real/.git"_s);
    QFile::link(folder.makeFolder(u"real/a"_s), folder.path(u"link"_s));

    QCOMPARE(files::workTreeOf(folder.path(u"link"_s)), folder.path(u"real"_s));
}

void WorkTreeTest::hasNoRootOutsideOfGit()
{
    const test::Folder folder;

    QVERIFY(!files::workTreeOf(folder.path()));
    QVERIFY(!files::workTreeOf(folder.path(u"missing"_s)));
}

void WorkTreeTest::tellsWhatIsInside_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isInside");

    QTest::newRow("the root") << u"root"_s << true;
    QTest::newRow("file") << u"root/a"_s << true;
    QTest::newRow("deep file") << u"root/b/c"_s << true;
    QTest::newRow("up and down") << u"root/b/../a"_s << true;
    QTest::newRow("up and out") << u"root/../outside"_s << false;
    QTest::newRow("outside") << u"outside"_s << false;
    QTest::newRow("name that begins alike") << u"rootless"_s << false;
    QTest::newRow("link to the outside") << u"root/out"_s << false;
    QTest::newRow("link to the inside") << u"in"_s << true;
    QTest::newRow("missing") << u"root/missing"_s << false;
    QTest::newRow("git's own") << u"root/.git/config"_s << false;
    QTest::newRow("git's ignore file") << u"root/.gitignore"_s << true;
}

void WorkTreeTest::tellsWhatIsInside()
{
    QFETCH(QString, name);
    const test::Folder folder;
    for (const auto &file :
         {u"root/a"_s, u"root/b/c"_s, u"root/.git/config"_s, u"root/.gitignore"_s, u"outside"_s, u"rootless"_s})
        folder.write(file, {});
    QFile::link(folder.path(u"outside"_s), folder.path(u"root/out"_s));
    QFile::link(folder.path(u"root/a"_s), folder.path(u"in"_s));

    QTEST(files::isInside(folder.path(name), folder.path(u"root"_s)), "isInside");
}

void WorkTreeTest::theRootOfAllFilesHoldsThemAll()
{
    const test::Folder folder;

    QVERIFY(files::isInside(folder.write(u"a"_s, {}), u"/"_s));
}

const slipway::test::Registered<WorkTreeTest> registered;
#include "worktree_test.moc"
