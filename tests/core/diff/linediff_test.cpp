// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diff/linediff.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;
using Kind = diff::Line::Kind;

namespace
{

void write(const QString &path, const QByteArray &text)
{
    QFile file{path};
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

QByteArray numbered(int from, int to)
{
    QByteArray lines;
    for (int i = from; i <= to; ++i)
        lines += "line " + QByteArray::number(i) + '\n';
    return lines;
}

/// What `git apply` makes of a file with the diff.
QByteArray applied(const QString &path, const QByteArray &before, const QString &diff)
{
    const QTemporaryDir folder;
    write(folder.filePath(path), before);
    write(folder.filePath(u"change.diff"_s), diff.toUtf8());
    QProcess git;
    git.setWorkingDirectory(folder.path());
    git.start(u"git"_s, {u"apply"_s, u"--whitespace=nowarn"_s, u"change.diff"_s});
    if (!git.waitForFinished() || git.exitCode() != 0)
        return git.readAllStandardError();
    QFile file{folder.filePath(path)};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{"gone"};
}

} // namespace

class LineDiffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysNothingOfEqualTexts();
    void writesAUnifiedDiff_data();
    void writesAUnifiedDiff();
    void keepsHunksAsValues();
    void separatesDistantChanges();
    void readsAnyBytesAsText();
    void gitAppliesIt_data();
    void gitAppliesIt();
};

void LineDiffTest::saysNothingOfEqualTexts()
{
    QVERIFY(diff::hunks("a\n", "a\n").isEmpty());
    QVERIFY(diff::hunks({}, {}).isEmpty());
    QCOMPARE(diff::unified(u"a"_s, "a\n", "a\n"), QString{});
}

void LineDiffTest::writesAUnifiedDiff_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("diff");

    QTest::newRow("three lines of context")
        << u"compose.yaml"_s << numbered(1, 9) << numbered(1, 4) + "new\n" + numbered(6, 9)
        << u"--- a/compose.yaml\n+++ b/compose.yaml\n@@ -2,7 +2,7 @@\n line 2\n line 3\n"
           " line 4\n-line 5\n+new\n line 6\n line 7\n line 8\n"_s;
    QTest::newRow("no function names") << u"a"_s << "services:\n" + numbered(1, 9) << "services:\n" + numbered(1, 8)
                                       << u"--- a/a\n+++ b/a\n@@ -7,4 +7,3 @@\n line 6\n line 7\n line 8\n-line 9\n"_s;
    QTest::newRow("one line") << u"a"_s << QByteArray{"1\n"} << QByteArray{"2\n"}
                              << u"--- a/a\n+++ b/a\n@@ -1 +1 @@\n-1\n+2\n"_s;
    QTest::newRow("from nothing") << u"a"_s << QByteArray{} << QByteArray{"1\n2\n"}
                                  << u"--- a/a\n+++ b/a\n@@ -0,0 +1,2 @@\n+1\n+2\n"_s;
    QTest::newRow("to nothing") << u"a"_s << QByteArray{"1\n"} << QByteArray{}
                                << u"--- a/a\n+++ b/a\n@@ -1 +0,0 @@\n-1\n"_s;
    QTest::newRow("no line end at the end")
        << u"a"_s << QByteArray{"0\n1"} << QByteArray{"0\n2"}
        << u"--- a/a\n+++ b/a\n@@ -1,2 +1,2 @@\n 0\n-1\n\\ No newline at end of file\n"
           "+2\n\\ No newline at end of file\n"_s;
    QTest::newRow("line end added") << u"a"_s << QByteArray{"1"} << QByteArray{"1\n"}
                                    << u"--- a/a\n+++ b/a\n@@ -1 +1 @@\n-1\n\\ No newline at end of file\n+1\n"_s;
    QTest::newRow("unchanged last line without line end")
        << u"a"_s << QByteArray{"1\nlast"} << QByteArray{"2\nlast"}
        << u"--- a/a\n+++ b/a\n@@ -1,2 +1,2 @@\n-1\n+2\n last\n\\ No newline at end of file\n"_s;
    QTest::newRow("CRLF") << u"a"_s << QByteArray{"1\r\n0\r\n"} << QByteArray{"2\r\n0\r\n"}
                          << u"--- a/a\n+++ b/a\n@@ -1,2 +1,2 @@\n-1\r\n+2\r\n 0\r\n"_s;
    QTest::newRow("byte order mark") << u"a"_s
                                     << QByteArray{"\xef\xbb\xbf"
                                                   "1\n"}
                                     << QByteArray{"\xef\xbb\xbf"
                                                   "2\n"}
                                     << u"--- a/a\n+++ b/a\n@@ -1 +1 @@\n-\ufeff1\n+\ufeff2\n"_s;
    QTest::newRow("odd path") << u"my \"stacks\"/ä.yaml"_s << QByteArray{"1\n"} << QByteArray{"2\n"}
                              << u"--- a/my \"stacks\"/ä.yaml\n+++ b/my \"stacks\"/ä.yaml\n@@ -1 +1 @@\n-1\n+2\n"_s;
}

void LineDiffTest::writesAUnifiedDiff()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);

    QTEST(diff::unified(path, before, after), "diff");
}

void LineDiffTest::keepsHunksAsValues()
{
    const auto hunks = diff::hunks("0\n1\r\nend", "0\n2\r\nend");

    const QList<diff::Hunk> expected{
        {1,
         3,
         1,
         3,
         {{Kind::Context, "0\n"}, {Kind::Removed, "1\r\n"}, {Kind::Added, "2\r\n"}, {Kind::Context, "end"}}}};
    QCOMPARE(hunks, expected);
}

void LineDiffTest::separatesDistantChanges()
{
    const auto hunks = diff::hunks(numbered(1, 20), "first\n" + numbered(2, 19) + "last\n");

    QCOMPARE(hunks.size(), 2);
    QCOMPARE(hunks.at(0).oldStart, 1);
    QCOMPARE(hunks.at(1).oldStart, 17);
}

void LineDiffTest::readsAnyBytesAsText()
{
    const auto hunks = diff::hunks(QByteArray{"\0\n", 2}, QByteArray{"\1\n", 2});

    QCOMPARE(hunks.size(), 1);
    QCOMPARE(hunks.at(0).lines.at(0).text, (QByteArray{"\0\n", 2}));
}

void LineDiffTest::gitAppliesIt_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");

    QTest::newRow("many changes") << numbered(1, 60)
                                  << numbered(1, 9) + "new\nnew\n" + numbered(12, 40) + numbered(45, 60) + "end\n";
    QTest::newRow("CRLF, byte order mark, no line end") << QByteArray{"\xef\xbb\xbf"
                                                                      "a\r\nb\r\nc"}
                                                        << QByteArray{"\xef\xbb\xbf"
                                                                      "a\r\nB\r\nC"};
    QTest::newRow("line end taken away") << QByteArray{"a\nb\n"} << QByteArray{"a\nb"};
    QTest::newRow("lines that look like a diff")
        << QByteArray{"--- a\n+++ b\n@@ -1 +1 @@\n"} << QByteArray{"+++ b\n-- \n"};
}

void LineDiffTest::gitAppliesIt()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const auto path = u"my compose.yaml"_s;

    QCOMPARE(applied(path, before, diff::unified(path, before, after)), after);
}

const slipway::test::Registered<LineDiffTest> registered;
#include "linediff_test.moc"
