// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/cachefile.h"

#include "tests/support/testcase.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcessEnvironment>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;
using Kind = http::Cache::Kind;
using Entry = http::Cache::Entry;

namespace
{

const auto digest = u"sha256:abc"_s;
const Entry manifest{.value = "{\"schemaVersion\": 2}"_ba, .tag = "application/vnd.oci.image.index.v1+json"_ba};

/// Another program's look at the file.
class OtherConnection
{
public:
    explicit OtherConnection(const QString &path)
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
        database.setDatabaseName(path);
        database.open();
    }
    ~OtherConnection() { QSqlDatabase::removeDatabase(u"other"_s); }
    Q_DISABLE_COPY_MOVE(OtherConnection)

    bool run(const QString &statement)
    {
        QSqlQuery query(QSqlDatabase::database(u"other"_s));
        return query.exec(statement);
    }
};

} // namespace

class CacheFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void remembersFromOneRunToTheNext();
    void findsWhatWasKeptInTheSameRun();
    void keepsKindsApart();
    void keepsBytesAsTheyAre();
    void makesNoFileForNothing();
    void forgetsADamagedFile_data();
    void forgetsADamagedFile();
    void leavesAFileOfALaterVersionAlone();
    void goesOnWhileAnotherProcessHasTheFile();
    void goesOnWhereNothingCanBeWritten();
    void writesWhileTheProgramGoesOn();
    void goesOnWhileItWaitsForTheFile();
    void waitsOnceForAFileThatAnotherProcessWrites();
    void looksAgainAfterItHasWritten();
    void hasWrittenWhenTheProgramEnds();
    void sharesTheFileWithAnotherProcess();
    void makesRoomForNewEntries();
    void leavesOutWhatIsTooLarge();
    void isForItsOwnerAlone();
    void knowsItsPlace();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"slipway/registry.sqlite"_s); }
    void keep(const QString &key, const Entry &entry, qint64 largest = 1'000'000) const
    {
        store::CacheFile(path(), largest).keep(Kind::Content, key, entry);
    }
    [[nodiscard]] std::optional<Entry> find(const QString &key) const
    {
        return store::CacheFile(path()).find(Kind::Content, key);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void CacheFileTest::remembersFromOneRunToTheNext()
{
    keep(digest, manifest);

    QCOMPARE(find(digest), manifest);
    QCOMPARE(find(u"sha256:other"_s), std::nullopt);
}

void CacheFileTest::findsWhatWasKeptInTheSameRun()
{
    store::CacheFile cache(path());
    cache.keep(Kind::Answer, u"https://r.test/v2/a/tags/list"_s, manifest);

    QCOMPARE(cache.find(Kind::Answer, u"https://r.test/v2/a/tags/list"_s), manifest);
}

void CacheFileTest::keepsKindsApart()
{
    keep(digest, manifest);

    QCOMPARE(store::CacheFile(path()).find(Kind::Challenge, digest), std::nullopt);
}

void CacheFileTest::keepsBytesAsTheyAre()
{
    const Entry odd{.value = "a\0b\xff\r\n"_ba, .tag = {}};
    keep(digest, odd);
    keep(u"empty"_s, {});

    QCOMPARE(find(digest)->value, odd.value);
    QCOMPARE(find(u"empty"_s)->value, QByteArray{});
}

void CacheFileTest::makesNoFileForNothing()
{
    QCOMPARE(find(digest), std::nullopt);

    QVERIFY(!QFileInfo::exists(path()));
    QVERIFY(!QFileInfo::exists(QFileInfo(path()).path()));
}

void CacheFileTest::forgetsADamagedFile_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("something else")
        << "this is no database, and never was one; it is long enough to be read as one"_ba.repeated(100);
    QTest::newRow("the beginning of one") << "SQLite format 3\0"_ba + QByteArray(600, 'x');
}

void CacheFileTest::forgetsADamagedFile()
{
    QFETCH(const QByteArray, content);
    QVERIFY(QDir().mkpath(QFileInfo(path()).path()));
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();

    QCOMPARE(find(digest), std::nullopt);
    keep(digest, manifest);

    QCOMPARE(find(digest), manifest);
}

void CacheFileTest::leavesAFileOfALaterVersionAlone()
{
    keep(digest, manifest);
    QVERIFY(OtherConnection(path()).run(u"PRAGMA user_version = 99"_s));

    keep(u"sha256:new"_s, manifest);

    OtherConnection other(path());
    QVERIFY(other.run(u"SELECT 1 FROM entry"_s));
    QVERIFY(other.run(u"PRAGMA user_version = 1"_s));
    QCOMPARE(find(u"sha256:new"_s), std::nullopt);
    QCOMPARE(find(digest), manifest);
}

void CacheFileTest::goesOnWhileAnotherProcessHasTheFile()
{
    keep(digest, manifest);
    OtherConnection other(path());
    QVERIFY(other.run(u"BEGIN EXCLUSIVE"_s));

    QCOMPARE(find(digest), std::nullopt);
    keep(u"sha256:new"_s, manifest);

    QVERIFY(other.run(u"COMMIT"_s));
    QCOMPARE(find(digest), manifest);
}

void CacheFileTest::goesOnWhereNothingCanBeWritten()
{
    QFile file(m_folder->filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto below = m_folder->filePath(u"file/slipway/registry.sqlite"_s);

    store::CacheFile(below).keep(Kind::Content, digest, manifest);

    QCOMPARE(store::CacheFile(below).find(Kind::Content, digest), std::nullopt);
    QCOMPARE(store::CacheFile({}).find(Kind::Content, digest), std::nullopt);
}

void CacheFileTest::writesWhileTheProgramGoesOn()
{
    store::CacheFile cache(path());
    cache.keep(Kind::Content, digest, manifest);
    cache.flush();
    cache.keep(Kind::Content, u"sha256:new"_s, manifest);
    QCOMPARE(cache.find(Kind::Content, u"sha256:new"_s), manifest);

    QVERIFY(QTest::qWaitFor([&] { return cache.find(Kind::Content, digest) == manifest; }));
    QCOMPARE(find(u"sha256:new"_s), std::nullopt);
    cache.flush();
    QVERIFY(QTest::qWaitFor([&] { return find(u"sha256:new"_s) == manifest; }));
}

void CacheFileTest::goesOnWhileItWaitsForTheFile()
{
    keep(u"sha256:old"_s, manifest);
    OtherConnection other(path());
    QVERIFY(other.run(u"BEGIN EXCLUSIVE"_s));
    {
        store::CacheFile cache(path());
        cache.keep(Kind::Content, digest, manifest);
        cache.flush();

        cache.keep(Kind::Content, u"sha256:new"_s, manifest);
        cache.flush();
        QCOMPARE(cache.find(Kind::Content, u"sha256:new"_s), manifest);
        QVERIFY(other.run(u"COMMIT"_s));
    }
    QCOMPARE(find(u"sha256:old"_s), manifest);
    QCOMPARE(find(u"sha256:new"_s), manifest);
}

void CacheFileTest::waitsOnceForAFileThatAnotherProcessWrites()
{
    keep(digest, manifest);
    OtherConnection other(path());
    QVERIFY(other.run(u"BEGIN IMMEDIATE"_s));
    QElapsedTimer time;
    time.start();
    {
        store::CacheFile cache(path());
        for (int i = 0; i < 50; ++i)
            cache.keep(Kind::Content, QString::number(i), manifest);
    }

    QVERIFY2(time.elapsed() < 5'000, "one wait is 200 ms, and there were as many as entries");
    QVERIFY(other.run(u"COMMIT"_s));
    QCOMPARE(find(u"0"_s), std::nullopt);
}

void CacheFileTest::looksAgainAfterItHasWritten()
{
    keep(digest, manifest);
    store::CacheFile cache(path());
    {
        OtherConnection other(path());
        QVERIFY(other.run(u"BEGIN EXCLUSIVE"_s));
        QCOMPARE(cache.find(Kind::Content, digest), std::nullopt);
        QVERIFY(other.run(u"COMMIT"_s));
    }
    cache.keep(Kind::Content, u"sha256:new"_s, manifest);
    cache.flush();

    QVERIFY(QTest::qWaitFor([&] { return cache.find(Kind::Content, u"sha256:new"_s) == manifest; }));
    QCOMPARE(cache.find(Kind::Content, digest), manifest);
}

/// Also where somebody still holds the cache.
void CacheFileTest::hasWrittenWhenTheProgramEnds()
{
    store::CacheFile cache(path());
    cache.keep(Kind::Content, digest, manifest);
    cache.flush();

    QVERIFY(QMetaObject::invokeMethod(qApp, "aboutToQuit"));
    QCOMPARE(find(digest), manifest);
}

void CacheFileTest::sharesTheFileWithAnotherProcess()
{
    keep(digest, manifest);
    store::CacheFile one(path());
    store::CacheFile two(path());
    QCOMPARE(one.find(Kind::Content, digest), manifest);
    QCOMPARE(two.find(Kind::Content, digest), manifest);

    keep(u"sha256:b"_s, manifest);

    QCOMPARE(one.find(Kind::Content, u"sha256:b"_s), manifest);
}

void CacheFileTest::makesRoomForNewEntries()
{
    for (int i = 0; i < 20; ++i)
        keep(QString::number(i), {.value = QByteArray(100, 'x')}, 1000);

    qsizetype size = 0;
    for (int i = 0; i < 20; ++i)
        size += find(QString::number(i)).value_or(Entry{}).value.size();
    QVERIFY(size > 0);
    QVERIFY(size <= 1000);
}

void CacheFileTest::leavesOutWhatIsTooLarge()
{
    keep(digest, {.value = QByteArray(5'000'000, 'x')}, 100'000'000);

    QCOMPARE(find(digest), std::nullopt);
}

void CacheFileTest::isForItsOwnerAlone()
{
    keep(digest, manifest);

    const auto others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY(!(QFile::permissions(path()) & others));
    QVERIFY(!(QFile::permissions(QFileInfo(path()).path()) & others));
}

void CacheFileTest::knowsItsPlace()
{
    QProcessEnvironment environment;
    QCOMPARE(store::cachePath(environment), QString{});
    environment.insert(u"HOME"_s, u"/home/mia"_s);
    QCOMPARE(store::cachePath(environment), u"/home/mia/.cache/slipway/registry.sqlite"_s);
    environment.insert(u"XDG_CACHE_HOME"_s, u"relative"_s); // the specification wants an absolute one
    QCOMPARE(store::cachePath(environment), u"/home/mia/.cache/slipway/registry.sqlite"_s);
    environment.insert(u"XDG_CACHE_HOME"_s, u"/var/cache/mia"_s);
    QCOMPARE(store::cachePath(environment), u"/var/cache/mia/slipway/registry.sqlite"_s);
}

const slipway::test::Registered<CacheFileTest> registered;

#include "cachefile_test.moc"
