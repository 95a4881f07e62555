// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/statefile.h"

#include "tests/support/folder.h"
#include "tests/support/testcase.h"

#include <QProcessEnvironment>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace slipway;
using store::StateFile;

namespace
{

const auto workspace = u"github.com/acme/deploy@main"_s;
const QDateTime noon(QDate(2026, 11, 24), QTime(12, 0), QTimeZone::UTC);
const ImageRepository image{.registry = u"ghcr.io"_s, .path = u"acme/web"_s};

} // namespace

class StateFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<test::Folder>(); }
    void knowsWhatWasBegunAndDidNotEnd();
    void notesHowFarItHasCome();
    void keepsWorkspacesApart();
    void keepsValuesByName();
    void remembersWhenAnImageWasSeenFirst();
    void forgetsAWorkspaceWithAllOfIt();
    void isSharedByTwoAtOnce();
    void losesNothingWhenTheProcessIsKilled();
    void putsADamagedFileAside();
    void leavesAFileOfALaterVersionAlone();
    void doesNotBeginWhatItCannotWriteDown();
    void isForItsOwnerAlone();
    void knowsItsPlace();

private:
    [[nodiscard]] QString path() const { return m_folder->path(u"slipway/state.sqlite"_s); }

    std::unique_ptr<test::Folder> m_folder;
};

void StateFileTest::knowsWhatWasBegunAndDidNotEnd()
{
    {
        StateFile file(path());
        const auto first = file.begin(workspace, u"open"_s, "a");
        const auto second = file.begin(workspace, u"close"_s, {});
        QVERIFY(first && second);
        file.end(*first);
    }

    const auto begun = StateFile(path()).begun(workspace);

    QCOMPARE(begun.size(), 1);
    QCOMPARE(begun.first().kind, u"close"_s);
    QCOMPARE(begun.first().what, QByteArray());
}

void StateFileTest::notesHowFarItHasCome()
{
    StateFile file(path());
    const auto id = file.begin(workspace, u"open"_s, "begun").value();

    QVERIFY(file.note(id, "committed"));

    QCOMPARE(file.begun(workspace).constFirst().what, "committed"_ba);
}

void StateFileTest::keepsWorkspacesApart()
{
    StateFile file(path());
    QVERIFY(file.begin(workspace, u"open"_s, "a"));
    file.keep(workspace, u"snapshot"_s, "1");

    QCOMPARE(file.begun(u"another"_s), QList<store::Begun>{});
    QCOMPARE(file.kept(u"another"_s, u"snapshot"_s), std::nullopt);
}

void StateFileTest::keepsValuesByName()
{
    StateFile file(path());
    file.keep(workspace, u"snapshot"_s, "1");
    file.keep(workspace, u"snapshot"_s, "2\0"_ba);
    file.keep(workspace, u"draft"_s, "3");

    QCOMPARE(file.kept(workspace, u"snapshot"_s), "2\0"_ba);
    file.drop(workspace, u"snapshot"_s);
    QCOMPARE(file.kept(workspace, u"snapshot"_s), std::nullopt);
    QCOMPARE(file.kept(workspace, u"draft"_s), "3"_ba);
}

void StateFileTest::remembersWhenAnImageWasSeenFirst()
{
    const auto digest = Digest::of("one");
    QCOMPARE(StateFile(path()).firstSeen(image, digest, noon), noon);

    QCOMPARE(StateFile(path()).firstSeen(image, digest, noon.addDays(1)), noon);
    QCOMPARE(StateFile(path()).firstSeen(image, Digest::of("two"), noon.addDays(1)), noon.addDays(1));
}

void StateFileTest::forgetsAWorkspaceWithAllOfIt()
{
    StateFile file(path());
    file.keep(workspace, u"snapshot"_s, "1");
    QVERIFY(file.begin(workspace, u"open"_s, "a"));
    file.keep(u"another"_s, u"snapshot"_s, "2");

    file.forget(workspace);

    QCOMPARE(file.kept(workspace, u"snapshot"_s), std::nullopt);
    QCOMPARE(file.begun(workspace).size(), 0);
    QCOMPARE(file.kept(u"another"_s, u"snapshot"_s), "2"_ba);
}

void StateFileTest::isSharedByTwoAtOnce()
{
    StateFile one(path());
    StateFile two(path());

    one.keep(workspace, u"snapshot"_s, "1");
    two.keep(workspace, u"draft"_s, "2");

    QCOMPARE(two.kept(workspace, u"snapshot"_s), "1"_ba);
    QCOMPARE(one.kept(workspace, u"draft"_s), "2"_ba);
}

/// What is on the disk while the file is open is what a killed process leaves behind.
void StateFileTest::losesNothingWhenTheProcessIsKilled()
{
    StateFile living(path());
    QVERIFY(living.begin(workspace, u"open"_s, "a"));
    const test::Folder left;
    const auto names = m_folder->names(u"slipway"_s);
    for (const auto &name : names)
        left.write(name, m_folder->read(u"slipway/"_s + name));

    const auto begun = StateFile(left.path(u"state.sqlite"_s)).begun(workspace);

    QCOMPARE(begun.size(), 1);
}

void StateFileTest::putsADamagedFileAside()
{
    const auto rubbish = "this is no database, and never was one; it is long enough to be read as one"_ba.repeated(100);
    m_folder->write(u"slipway/state.sqlite"_s, rubbish);

    StateFile file(path());
    file.keep(workspace, u"snapshot"_s, "1");

    QCOMPARE(file.kept(workspace, u"snapshot"_s), "1"_ba);
    QCOMPARE(m_folder->read(u"slipway/state.sqlite.damaged"_s), rubbish);
}

void StateFileTest::leavesAFileOfALaterVersionAlone()
{
    QVERIFY(StateFile(path()).begin(workspace, u"open"_s, "a"));
    {
        auto other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"later"_s);
        other.setDatabaseName(path());
        QVERIFY(other.open());
        QVERIFY(QSqlQuery(other).exec(u"PRAGMA user_version = 1000"_s));
        other.close();
    }
    QSqlDatabase::removeDatabase(u"later"_s);

    StateFile file(path());
    QVERIFY(!file.begin(workspace, u"open"_s, "b"));
    QVERIFY(!m_folder->names(u"slipway"_s).contains(u"state.sqlite.damaged"_s));
}

void StateFileTest::doesNotBeginWhatItCannotWriteDown()
{
    m_folder->write(u"slipway"_s, "a file where the folder should be");

    StateFile file(path());
    const auto begun = file.begin(workspace, u"open"_s, "a");

    QVERIFY(!begun);
    QCOMPARE(begun.error().kind, Error::Kind::Storage);
    QVERIFY(!begun.error().remedy.isEmpty());
}

void StateFileTest::isForItsOwnerAlone()
{
    StateFile file(path());
    file.keep(workspace, u"snapshot"_s, "1");

    const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
    QCOMPARE(QFile::permissions(path()) & others, QFileDevice::Permissions{});
    QCOMPARE(QFile::permissions(m_folder->path(u"slipway"_s)) & others, QFileDevice::Permissions{});
}

void StateFileTest::knowsItsPlace()
{
    QProcessEnvironment environment;
    QCOMPARE(store::statePath(environment), QString{});
    environment.insert(u"HOME"_s, u"/home/bea"_s);
    QCOMPARE(store::statePath(environment), u"/home/bea/.local/state/slipway/state.sqlite"_s);
    environment.insert(u"XDG_STATE_HOME"_s, u"relative"_s);
    QCOMPARE(store::statePath(environment), u"/home/bea/.local/state/slipway/state.sqlite"_s);
    environment.insert(u"XDG_STATE_HOME"_s, u"/state"_s);
    QCOMPARE(store::statePath(environment), u"/state/slipway/state.sqlite"_s);
}

const slipway::test::Registered<StateFileTest> registered;

#include "statefile_test.moc"
