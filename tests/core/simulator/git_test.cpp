// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/githistory.h"
#include "tests/support/testcase.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace slipway::simulator;
using namespace Qt::StringLiterals;
using git::ObjectId;

namespace
{

/// What git itself says about the objects.
class RealGit
{
public:
    explicit RealGit(const git::Objects &objects)
    {
        run({u"init"_s, u"--quiet"_s});
        for (const auto &blob : objects.blobs)
            run({u"hash-object"_s, u"-w"_s, u"--stdin"_s}, blob);
        for (const auto &tree : objects.trees)
            run({u"hash-object"_s, u"-w"_s, u"--stdin"_s, u"-t"_s, u"tree"_s}, git::bytesOf(tree));
        for (const auto &commit : objects.commits)
            run({u"hash-object"_s, u"-w"_s, u"--stdin"_s, u"-t"_s, u"commit"_s}, git::bytesOf(commit));
    }

    QString run(const QStringList &arguments, const QByteArray &input = {})
    {
        QProcess git;
        git.setWorkingDirectory(m_folder.path());
        git.start(u"git"_s, arguments);
        git.write(input);
        git.closeWriteChannel();
        if (!git.waitForFinished() || git.exitCode() != 0)
            return u"git: "_s + QString::fromUtf8(git.readAllStandardOutput() + git.readAllStandardError());
        return QString::fromUtf8(git.readAllStandardOutput()).trimmed();
    }

private:
    QTemporaryDir m_folder;
};

ObjectId commit(git::Objects &objects, const ObjectId &tree, const QList<ObjectId> &parents, int minute)
{
    const git::Signature who{u"Bea Ångström"_s, u"bea@example.org"_s,
                             QDateTime{{2026, 11, 24}, {13, minute}, QTimeZone::UTC}};
    return git::add(objects, {tree, parents, who, who, u"Commit of minute %1\n"_s.arg(minute)});
}

QByteArray numbers(const QByteArray &third, const QByteArray &ninth)
{
    return "1\n2\n" + third + "\n4\n5\n6\n7\n8\n" + ninth + "\n10\n";
}

} // namespace

class GitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void objectsAreWhatGitHashes();
    void readsPathsOfFolders();
    void changesOnlyTheNamedPaths();
    void keepsTheModeOfAFile();
    void listsAndComparesAsGitDoes();
    void mergesWhatIsNotInConflict();
    void seesAConflict();
};

void GitTest::objectsAreWhatGitHashes()
{
    git::Objects objects;
    const auto text = git::add(objects, QByteArray{"a\n"});
    const auto tree = git::addPaths(objects, {{u"b/x"_s, {"100644", text}},
                                              {u"b.txt"_s, {"100755", text}},
                                              {u"b0"_s, {"120000", text}},
                                              {u"é"_s, {"100644", text}}});
    auto signedCommit = objects.commits.value(commit(objects, tree, {}, 1));
    signedCommit.gpgSignature = "-----BEGIN PGP SIGNATURE-----\n\nabc\n-----END PGP SIGNATURE-----\n";
    const auto head = git::add(objects, signedCommit);

    RealGit real{objects};

    QCOMPARE(real.run({u"cat-file"_s, u"-t"_s, head}), u"commit"_s);
    QCOMPARE(real.run({u"rev-parse"_s, head + u"^{tree}"_s}), tree);
    QCOMPARE(real.run({u"ls-tree"_s, u"-r"_s, u"-z"_s, u"--name-only"_s, head}).split(QChar{}, Qt::SkipEmptyParts),
             (QStringList{u"b.txt"_s, u"b/x"_s, u"b0"_s, u"é"_s}));
    QCOMPARE(real.run({u"fsck"_s, u"--strict"_s, u"--no-dangling"_s}), QString{});
}

void GitTest::readsPathsOfFolders()
{
    git::Objects objects;
    const auto text = git::add(objects, QByteArray{"a\n"});
    const auto tree = git::addPaths(objects, {{u"a/b/c"_s, {"100644", text}}});
    const auto head = commit(objects, tree, {}, 1);

    QCOMPARE(git::fileAt(objects, head, u"a/b/c"_s), QByteArray{"a\n"});
    QVERIFY(!git::fileAt(objects, head, u"a/b"_s));
    QVERIFY(!git::fileAt(objects, head, u"a/b/c/d"_s));
    QCOMPARE(git::entryAt(objects, tree, u"a"_s).value().mode, "40000");
    QCOMPARE(git::entryAt(objects, tree, {}).value().id, tree);
}

void GitTest::changesOnlyTheNamedPaths()
{
    git::Objects objects;
    const git::Entry text{"100644", git::add(objects, QByteArray{"a\n"})};
    const auto before = git::addPaths(objects, {{u"a/b"_s, text}, {u"a/c"_s, text}, {u"d"_s, text}});

    const auto after =
        git::changed(objects, before, {{u"a/b"_s, std::nullopt}, {u"d"_s, std::nullopt}, {u"d/e"_s, text}});

    QCOMPARE(git::pathsOf(objects, after), (git::Paths{{u"a/c"_s, text}, {u"d/e"_s, text}}));
    QCOMPARE(git::changes(objects, before, after),
             (QList<git::FileChange>{{u"a/b"_s, text, {}}, {u"d"_s, text, {}}, {u"d/e"_s, {}, text}}));
}

void GitTest::keepsTheModeOfAFile()
{
    git::Objects objects;
    const auto before = git::addPaths(objects, {{u"run"_s, {"100755", git::add(objects, QByteArray{"a\n"})}}});

    const auto after = git::withFile(objects, before, u"run"_s, "b\n");

    QCOMPARE(git::entryAt(objects, after, u"run"_s).value().mode, "100755");
}

void GitTest::listsAndComparesAsGitDoes()
{
    git::Objects objects;
    const auto tree = git::addPaths(objects, {});
    const auto root = commit(objects, tree, {}, 1);
    const auto left = commit(objects, tree, {commit(objects, tree, {root}, 2)}, 5);
    const auto right = commit(objects, tree, {commit(objects, tree, {root}, 3)}, 4);
    const auto both = commit(objects, tree, {left, right}, 6);
    RealGit real{objects};

    QCOMPARE(git::log(objects, both).join(u'\n'), real.run({u"rev-list"_s, u"--date-order"_s, both}));
    QCOMPARE(git::log(objects, left, right).join(u'\n'), real.run({u"rev-list"_s, left, u"^"_s + right}));
    QCOMPARE(git::mergeBase(objects, left, right), real.run({u"merge-base"_s, left, right}));
    const auto comparison = git::compare(objects, left, both);
    QCOMPARE(comparison.mergeBase, left);
    QCOMPARE(comparison.ahead.size(), 3);
    QVERIFY(comparison.behind.isEmpty());
    QCOMPARE(git::mergeBase(objects, left, commit(objects, tree, {}, 9)), QString{});
}

void GitTest::mergesWhatIsNotInConflict()
{
    git::Objects objects;
    const auto with = [&](const QByteArray &text) { return git::withFile(objects, {}, u"numbers"_s, text); };
    const auto root = commit(objects, with(numbers("3", "9")), {}, 1);
    const auto ours = commit(objects, git::withFile(objects, with(numbers("3", "nine")), u"new"_s, "n\n"), {root}, 2);
    const auto theirs = commit(objects, with(numbers("three", "9")), {root}, 3);
    RealGit real{objects};

    const auto tree = git::merged(objects, ours, theirs);

    QVERIFY(tree);
    QCOMPARE(*tree, real.run({u"merge-tree"_s, u"--write-tree"_s, ours, theirs}));
}

void GitTest::seesAConflict()
{
    git::Objects objects;
    const auto root = commit(objects, git::withFile(objects, {}, u"n"_s, "1\n"), {}, 1);
    const auto ours = commit(objects, git::withFile(objects, {}, u"n"_s, "2\n"), {root}, 2);
    const auto theirs = commit(objects, git::withFile(objects, {}, u"n"_s, "3\n"), {root}, 3);
    const auto removed = commit(objects, git::addPaths(objects, {}), {root}, 4);

    QVERIFY(!git::merged(objects, ours, theirs));
    QVERIFY(!git::merged(objects, ours, removed));
    QCOMPARE(git::merged(objects, ours, root), objects.commits.value(ours).tree);
}

const slipway::test::Registered<GitTest> registered;
#include "git_test.moc"
