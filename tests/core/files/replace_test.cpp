// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/replace.h"
#include "tests/support/folder.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

struct stat statusOf(const QString &path)
{
    struct stat status = {};
    ::lstat(qPrintable(path), &status);
    return status;
}

/// Lets no file of this process grow beyond some bytes, as a full disk would.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
        : m_oldHandler(std::signal(SIGXFSZ, SIG_IGN))
    {
        ::getrlimit(RLIMIT_FSIZE, &m_oldLimit);
        const rlimit limit{bytes, m_oldLimit.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_oldLimit);
        std::signal(SIGXFSZ, m_oldHandler);
    }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_oldLimit = {};
    void (*m_oldHandler)(int);
};

} // namespace

class ReplaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAllFiles();
    void keepsModeOwnerAndGroup();
    void replacesTheTargetOfALink();
    void replacesInOneStep();
    void refusesAFileWithFurtherHardLinks();
    void refusesAFileOutside_data();
    void refusesAFileOutside();
    void refusesAFileThatChanged_data();
    void refusesAFileThatChanged();
    void refusesAMissingFile();
    void writesNoneIfOneIsRefused();
    void writesNoneIfTheLastHasChanged();
    void leavesNothingBehindWhenTheDiskIsFull();
    void takesAFileTwiceForAConflict();
    void aKillLeavesTheOldOrTheNew();
};

void ReplaceTest::writesAllFiles()
{
    const test::Folder folder;
    const auto a = folder.write(u"compose.yaml"_s, "old a");
    const auto b = folder.write(u"stacks/.env"_s, "old b");

    const auto written = files::replaceAll({{a, "old a", "new a"}, {b, "old b", {}}}, folder.path());

    QVERIFY(written);
    QCOMPARE(folder.read(u"compose.yaml"_s), "new a");
    QCOMPARE(folder.read(u"stacks/.env"_s), "");
    QCOMPARE(folder.names(), (QStringList{u"compose.yaml"_s, u"stacks"_s}));
    QCOMPARE(folder.names(u"stacks"_s), (QStringList{u".env"_s}));
}

void ReplaceTest::keepsModeOwnerAndGroup()
{
    const test::Folder folder;
    const auto path = folder.write(u"a"_s, "old");
    const bool mayGiveAway = ::geteuid() == 0;
    const auto owner = mayGiveAway ? 1234 : ::geteuid();
    const auto group = mayGiveAway ? 5678 : ::getegid();
    QCOMPARE(::chown(qPrintable(path), owner, group), 0);
    QCOMPARE(::chmod(qPrintable(path), 04751), 0);

    const auto written = files::replaceAll({{path, "old", "new"}}, folder.path());

    QVERIFY(written);
    QCOMPARE(folder.read(u"a"_s), "new");
    QCOMPARE(statusOf(path).st_uid, owner);
    QCOMPARE(statusOf(path).st_gid, group);
    QCOMPARE(statusOf(path).st_mode & 07777u, 04751u);
}

void ReplaceTest::replacesTheTargetOfALink()
{
    const test::Folder folder;
    folder.write(u"shared/real"_s, "old");
    QCOMPARE(::symlink("shared/real", qPrintable(folder.path(u"link"_s))), 0);

    const auto written = files::replaceAll({{folder.path(u"link"_s), "old", "new"}}, folder.path());

    QVERIFY(written);
    QVERIFY(S_ISLNK(statusOf(folder.path(u"link"_s)).st_mode));
    QVERIFY(S_ISREG(statusOf(folder.path(u"shared/real"_s)).st_mode));
    QCOMPARE(folder.read(u"shared/real"_s), "new");
}

void ReplaceTest::replacesInOneStep()
{
    const test::Folder folder;
    const auto path = folder.write(u"a"_s, "old");
    QFile reader{path};
    QVERIFY(reader.open(QIODevice::ReadOnly));

    const auto written = files::replaceAll({{path, "old", "new"}}, folder.path());

    QVERIFY(written);
    QCOMPARE(reader.readAll(), "old"); // who reads it meanwhile sees the whole old file
}

void ReplaceTest::refusesAFileWithFurtherHardLinks()
{
    const test::Folder folder;
    const auto path = folder.write(u"a"_s, "old");
    QCOMPARE(::link(qPrintable(path), qPrintable(folder.path(u"b"_s))), 0);

    const auto written = files::replaceAll({{path, "old", "new"}}, folder.path());

    QVERIFY(!written);
    QCOMPARE(written.error().path, path);
    QCOMPARE(written.error().error.kind, Error::Kind::Storage);
    QVERIFY(written.error().error.message.contains("hard links"_L1));
    QCOMPARE(folder.read(u"a"_s), "old");
    QCOMPARE(folder.names(), (QStringList{u"a"_s, u"b"_s}));
}

void ReplaceTest::refusesAFileOutside_data()
{
    QTest::addColumn<QString>("name");

    QTest::newRow("beside") << u"outside"_s;
    QTest::newRow("up and out") << u"root/../outside"_s;
    QTest::newRow("through a link") << u"root/link"_s;
    QTest::newRow("through a linked folder") << u"root/up/outside"_s;
}

void ReplaceTest::refusesAFileOutside()
{
    QFETCH(QString, name);
    const test::Folder folder;
    folder.write(u"outside"_s, "secret");
    folder.makeFolder(u"root"_s);
    QFile::link(folder.path(u"outside"_s), folder.path(u"root/link"_s));
    QFile::link(folder.path(), folder.path(u"root/up"_s));

    const auto written = files::replaceAll({{folder.path(name), "secret", "new"}}, folder.path(u"root"_s));

    QVERIFY(!written);
    QCOMPARE(written.error().error.kind, Error::Kind::Forbidden);
    QVERIFY(!written.error().error.message.contains("secret"_L1));
    QCOMPARE(folder.read(u"outside"_s), "secret");
}

void ReplaceTest::refusesAFileThatChanged_data()
{
    QTest::addColumn<QByteArray>("now");

    QTest::newRow("other bytes") << QByteArray{"0ld"};
    QTest::newRow("more bytes") << QByteArray{"old and more"};
    QTest::newRow("fewer bytes") << QByteArray{"ol"};
}

void ReplaceTest::refusesAFileThatChanged()
{
    QFETCH(QByteArray, now);
    const test::Folder folder;
    const auto path = folder.write(u"a"_s, now);

    const auto written = files::replaceAll({{path, "old", "new"}}, folder.path());

    QVERIFY(!written);
    QCOMPARE(written.error().error.kind, Error::Kind::Conflict);
    QCOMPARE(folder.read(u"a"_s), now);
    QCOMPARE(folder.names(), (QStringList{u"a"_s}));
}

void ReplaceTest::refusesAMissingFile()
{
    const test::Folder folder;

    const auto written = files::replaceAll({{folder.path(u"a"_s), "old", "new"}}, folder.path());

    QVERIFY(!written);
    QCOMPARE(written.error().error.kind, Error::Kind::NotFound);
    QVERIFY(folder.names().isEmpty());
}

void ReplaceTest::writesNoneIfOneIsRefused()
{
    const test::Folder folder;
    const auto a = folder.write(u"a"_s, "old");
    const auto missing = folder.path(u"missing"_s);

    const auto written = files::replaceAll({{a, "old", "new"}, {missing, "old", "new"}}, folder.path());

    QVERIFY(!written);
    QCOMPARE(written.error().path, missing);
    QCOMPARE(folder.read(u"a"_s), "old");
    QCOMPARE(folder.names(), (QStringList{u"a"_s}));
}

void ReplaceTest::writesNoneIfTheLastHasChanged()
{
    const test::Folder folder;
    const auto a = folder.write(u"a"_s, "old");
    const auto b = folder.write(u"b"_s, "changed");
    QCOMPARE(::chmod(qPrintable(a), 0640), 0);

    const auto written = files::replaceAll({{a, "old", "new"}, {b, "old", "new"}}, folder.path());

    QVERIFY(!written);
    QCOMPARE(written.error().path, b);
    QCOMPARE(folder.read(u"a"_s), "old");
    QCOMPARE(statusOf(a).st_mode & 07777u, 0640u);
    QCOMPARE(folder.read(u"b"_s), "changed");
    QCOMPARE(folder.names(), (QStringList{u"a"_s, u"b"_s}));
}

void ReplaceTest::leavesNothingBehindWhenTheDiskIsFull()
{
    const test::Folder folder;
    const auto path = folder.write(u"a"_s, "old");

    const FullDisk full{1000};
    const auto written = files::replaceAll({{path, "old", QByteArray(100'000, 'x')}}, folder.path());

    QVERIFY(!written);
    QCOMPARE(written.error().error.kind, Error::Kind::Storage);
    QCOMPARE(written.error().error.message, path + u" cannot be written."_s);
    QCOMPARE(written.error().error.details, qt_error_string(EFBIG));
    QCOMPARE(folder.read(u"a"_s), "old");
    QCOMPARE(folder.names(), (QStringList{u"a"_s}));
}

void ReplaceTest::takesAFileTwiceForAConflict()
{
    const test::Folder folder;
    const auto path = folder.write(u"a"_s, "old");
    QFile::link(path, folder.path(u"link"_s));

    const auto written = files::replaceAll({{path, "old", "1"}, {folder.path(u"link"_s), "old", "2"}}, folder.path());

    QVERIFY(!written);
    QCOMPARE(written.error().error.kind, Error::Kind::Conflict);
    QCOMPARE(folder.read(u"a"_s), "old");
}

void ReplaceTest::aKillLeavesTheOldOrTheNew()
{
    const test::Folder folder;
    const QByteArray one(200'000, '1');
    const QByteArray two(200'000, '2');
    const auto path = folder.write(u"a"_s, one);

    for (int microseconds = 200; microseconds < 10'000; microseconds += 400) {
        const auto child = ::fork();
        if (child == 0) {
            for (;;) {
                (void)files::replaceAll({{path, one, two}}, folder.path());
                (void)files::replaceAll({{path, two, one}}, folder.path());
            }
        }
        ::usleep(static_cast<useconds_t>(microseconds));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);

        const auto now = folder.read(u"a"_s);
        QVERIFY(now == one || now == two);
    }
}

const slipway::test::Registered<ReplaceTest> registered;
#include "replace_test.moc"
