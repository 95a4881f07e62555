// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/read.h"
#include "tests/support/folder.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <sys/stat.h>

using namespace slipway;
using namespace Qt::StringLiterals;

class ReadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBytesAsTheyAre();
    void followsLinks();
    void stopsAtTheLimit();
    void readsWhatTellsNoSize();
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();
    void readsOnlyFiles();
    void neverWaitsForAPipe();
};

void ReadTest::readsBytesAsTheyAre()
{
    const test::Folder folder;
    const QByteArray bytes{"\xef\xbb\xbf"
                           "a\r\n\0\xff",
                           8};
    const auto path = folder.write(u"a.yaml"_s, bytes);

    QCOMPARE(files::read(path, 100).value(), bytes);
    QCOMPARE(files::read(folder.write(u"empty"_s, {}), 0).value(), QByteArray{});
}

void ReadTest::followsLinks()
{
    const test::Folder folder;
    QFile::link(folder.write(u"real"_s, "text"), folder.path(u"link"_s));

    QCOMPARE(files::read(folder.path(u"link"_s), 100).value(), "text");
}

void ReadTest::stopsAtTheLimit()
{
    const test::Folder folder;
    const auto path = folder.write(u"a"_s, "12345");

    const auto tooLarge = files::read(path, 4);

    QCOMPARE(files::read(path, 5).value(), "12345");
    QVERIFY(!tooLarge);
    QCOMPARE(tooLarge.error().kind, Error::Kind::InvalidInput);
    QCOMPARE(tooLarge.error().message, path + u" is larger than 4 bytes."_s);
    QCOMPARE(files::read(u"/dev/zero"_s, 4).error().kind, Error::Kind::Storage);
}

void ReadTest::readsWhatTellsNoSize()
{
    const auto path = u"/proc/self/status"_s;
    QCOMPARE(QFileInfo{path}.size(), 0);

    QVERIFY(files::read(path, 1 << 20)->contains("VmPeak:"));
    QCOMPARE(files::read(path, 4).error().kind, Error::Kind::InvalidInput);
}

void ReadTest::saysWhatIsMissing_data()
{
    QTest::addColumn<QString>("name");

    QTest::newRow("file") << u"missing"_s;
    QTest::newRow("folder") << u"missing/a"_s;
    QTest::newRow("file instead of a folder") << u"file/a"_s;
    QTest::newRow("target of a link") << u"dangling"_s;
}

void ReadTest::saysWhatIsMissing()
{
    QFETCH(QString, name);
    const test::Folder folder;
    folder.write(u"file"_s, {});
    QFile::link(folder.path(u"missing"_s), folder.path(u"dangling"_s));

    const auto bytes = files::read(folder.path(name), 100);

    QVERIFY(!bytes);
    QCOMPARE(bytes.error().kind, Error::Kind::NotFound);
    QVERIFY(bytes.error().message.contains(folder.path(name)));
}

void ReadTest::readsOnlyFiles()
{
    const test::Folder folder;

    const auto bytes = files::read(folder.path(), 100);

    QVERIFY(!bytes);
    QCOMPARE(bytes.error().kind, Error::Kind::Storage);
    QCOMPARE(bytes.error().message, folder.path() + u" is not a file."_s);
}

void ReadTest::neverWaitsForAPipe()
{
    const test::Folder folder;
    QCOMPARE(::mkfifo(qPrintable(folder.path(u"pipe"_s)), 0600), 0);

    QCOMPARE(files::read(folder.path(u"pipe"_s), 100).error().kind, Error::Kind::Storage);
}

const slipway::test::Registered<ReadTest> registered;
#include "read_test.moc"
