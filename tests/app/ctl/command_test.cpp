// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"

#include "tests/app/ctl/imagehost.h"
#include "tests/support/awaited.h"
#include "tests/support/folder.h"
#include "tests/support/testcase.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace slipway::ctl
{
namespace
{

/// What a run of the program left behind.
struct Ran
{
    std::optional<Exit> exit;
    QString out;
    QString err;

    [[nodiscard]] QJsonObject document() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
};

/// A folder with a compose file, and the registry that it names.
struct World
{
    World() { registry.publish(u"acme/web"_s, {u"1.2.3"_s, u"1.2.4"_s}); }

    void compose(const QString &name, const QString &image) const
    {
        folder.write(name, "services:\n  web:\n    image: " + registry.authority().toUtf8() + image.toUtf8() + "\n");
    }

    [[nodiscard]] bool says(const QString &name, const QString &image) const
    {
        return folder.read(name).contains((registry.authority() + image + u'\n').toUtf8());
    }

    [[nodiscard]] Ran run(QStringList words, const QByteArray &input = {}) const
    {
        if (words.first() != "images"_L1 && words.first() != "simulate"_L1)
            words += {u"--insecure-registry"_s, registry.authority()};
        QByteArray in = input, out, err;
        QBuffer inDevice{&in}, outDevice{&out}, errDevice{&err};
        inDevice.open(QIODevice::ReadOnly);
        outDevice.open(QIODevice::WriteOnly);
        errDevice.open(QIODevice::WriteOnly);
        SystemClock clock;
        QProcessEnvironment environment;
        environment.insert(u"XDG_CACHE_HOME"_s, folder.path(u"cache"_s));
        const Context context{.in = &inDevice,
                              .out = &outDevice,
                              .err = &errDevice,
                              .environment = environment,
                              .folder = folder.path(u"work"_s),
                              .clock = &clock};
        const auto exit = test::awaited(ctl::run(context, words));
        return {exit, QString::fromUtf8(out), QString::fromUtf8(err)};
    }

    test::Folder folder;
    test::ImageHost registry;
};

} // namespace

class CommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_world = std::make_unique<World>(); }
    void cleanup() { m_world.reset(); }

    void planShowsWhatWouldChangeAndWritesNothing();
    void applyWritesWhatItShowsAndSaysSo();
    void aSecondApplyHasNothingToDo();
    void theDiffAloneIsThePatch();
    void quietSaysNothingButErrors();
    void jsonIsOneDocumentAndSentencesGoToStderr();
    void aServiceThatIsNotThereIsWrongUsage();
    void onlyTheServiceThatWasAskedForIsJudged();
    void anotherFolderIsWorkedIn();
    void aFolderThatIsNotThereIsAnError();
    void aWrongLineGetsADocumentToo();
    void applyWritesThePlanThatWasRead();
    void applyRefusesAPlanWhoseFileHasChanged();
    void applyRefusesAPlanWhoseTagHasMoved();
    void applyRefusesWhatIsNoPlan();
    void aBrokenPolicyKeepsAllFromBeingJudged();
    void helpNamesEveryOption();
    void aCommandThatIsNotThereGetsTheNearest();

private:
    std::unique_ptr<World> m_world;
};

void CommandTest::planShowsWhatWouldChangeAndWritesNothing()
{
    m_world->compose(u"work/compose.yaml"_s, u"/acme/web:1.2.3"_s);

    const auto ran = m_world->run({u"plan"_s});

    QCOMPARE(ran.exit, Exit::UpdatesAvailable);
    QVERIFY2(ran.out.contains(u"↑ update  web      1.2.3    → 1.2.4   1.2.4 is the newest 1.x.\n\n1 update\n\n"_s),
             qPrintable(ran.out));
    QVERIFY2(ran.out.endsWith(u"/acme/web:1.2.3\n+    image: %1/acme/web:1.2.4\n"_s.arg(m_world->registry.authority())),
             qPrintable(ran.out));
    QCOMPARE(ran.err, QString{});
    QVERIFY(m_world->says(u"work/compose.yaml"_s, u"/acme/web:1.2.3"_s));
}

void CommandTest::applyWritesWhatItShowsAndSaysSo()
{
    m_world->compose(u"work/compose.yaml"_s, u"/acme/web:1.2.3"_s);

    const auto ran = m_world->run({u"apply"_s});

    QCOMPARE(ran.exit, Exit::Done);
    QVERIFY2(ran.out.endsWith(u"/acme/web:1.2.4\n\nWritten: compose.yaml\n"_s), qPrintable(ran.out));
    QVERIFY(m_world->says(u"work/compose.yaml"_s, u"/acme/web:1.2.4"_s));
}

void CommandTest::aSecondApplyHasNothingToDo()
{
    m_world->compose(u"work/compose.yaml"_s, u"/acme/web:1.2.4"_s);

    const auto ran = m_world->run({u"apply"_s});

    QCOMPARE(ran.exit, Exit::Done);
    QVERIFY2(ran.out.endsWith(u"\nNothing to do: 1 current\n"_s), qPrintable(ran.out));
}

void CommandTest::theDiffAloneIsThePatch()
{
    m_world->compose(u"work/compose.yaml"_s, u"/acme/web:1.2.3"_s);

    const auto ran = m_world->run({u"plan"_s, u"--diff"_s});

    QCOMPARE(ran.exit, Exit::UpdatesAvailable);
    QCOMPARE(ran.out,
             u"--- a/compose.yaml\n+++ b/compose.yaml\n@@ -1,3 +1,3 @@\n services:\n   web:\n"
             "-    image: %1/acme/web:1.2.3\n+    image: %1/acme/web:1.2.4\n"_s.arg(m_world->registry.authority()));
}

void CommandTest::quietSaysNothingButErrors()
{
    m_world->compose(u"work/compose.yaml"_s, u"/acme/web:1.2.3"_s);
    const auto fine = m_world->run({u"plan"_s, u"--quiet"_s});
    m_world->compose(u"work/compose.yaml"_s, u"/acme/missing:1.2.3"_s);

    const auto bad = m_world->run({u"plan"_s, u"--quiet"_s});

    QCOMPARE(fine.exit, Exit::UpdatesAvailable);
    QCOMPARE(fine.out + fine.err, QString{});
    QCOMPARE(bad.exit, Exit::Failed);
    QCOMPARE(bad.out, QString{});
    QVERIFY2(bad.err.startsWith(u"compose.yaml:3:12: "_s), qPrintable(bad.err));
}

void CommandTest::jsonIsOneDocumentAndSentencesGoToStderr()
{
    m_world->compose(u"work/compose.yaml"_s, u"/acme/web:1.2.3"_s);
    m_world->registry.refuse(u"acme/web"_s, {.status = 403});

    const auto ran = m_world->run({u"plan"_s, u"--json"_s});

    QCOMPARE(ran.exit, Exit::Failed);
    QCOMPARE(ran.document()["summary"_L1]["error"_L1], 1);
    QCOMPARE(ran.out.count(u'\n'), 1);
    QVERIFY2(ran.err.startsWith(u"compose.yaml:3:12: "_s), qPrintable(ran.err));
    QVERIFY(ran.err.contains(ran.document()["references"_L1][0]["why"_L1].toString()));
}

void CommandTest::aServiceThatIsNotThereIsWrongUsage()
{
    m_world->compose(u"work/compose.yaml"_s, u"/acme/web:1.2.3"_s);

    for (const auto &command : {u"images"_s, u"plan"_s, u"apply"_s}) {
        const auto ran = m_world->run({command, u"--service"_s, u"wep"_s, u"--json"_s});

        QCOMPARE(ran.exit, Exit::WrongUsage);
        QCOMPARE(ran.err, u"slipwayctl: There is no service wep here. Did you mean web?\n"_s);
        QCOMPARE(ran.document()["command"_L1], command);
        QCOMPARE(ran.document()["problems"_L1][0]["code"_L1], u"wrong-usage"_s);
    }
    QCOMPARE(m_world->registry.requests(), 0);
}

void CommandTest::onlyTheServiceThatWasAskedForIsJudged()
{
    const QByteArray image = "    image: " + m_world->registry.authority().toUtf8() + "/acme/web:1.2.3\n";
    m_world->folder.write(u"work/compose.yaml"_s, "services:\n  web:\n" + image + "  api:\n" + image);

    const auto ran = m_world->run({u"apply"_s, u"--service"_s, u"api"_s});

    QCOMPARE(ran.exit, Exit::Done);
    const auto written = m_world->folder.read(u"work/compose.yaml"_s);
    QCOMPARE(written.count("web:1.2.3\n"), 1);
    QVERIFY(written.endsWith("/acme/web:1.2.4\n"));
}

void CommandTest::anotherFolderIsWorkedIn()
{
    m_world->compose(u"work/stacks/a/compose.yaml"_s, u"/acme/web:1.2.3"_s);

    const auto ran = m_world->run({u"apply"_s, u"-C"_s, u"stacks/a"_s});

    QCOMPARE(ran.exit, Exit::Done);
    QVERIFY(ran.out.endsWith(u"Written: compose.yaml\n"_s));
    QVERIFY(m_world->says(u"work/stacks/a/compose.yaml"_s, u"/acme/web:1.2.4"_s));
}

void CommandTest::aFolderThatIsNotThereIsAnError()
{
    m_world->folder.makeFolder(u"work"_s);

    const auto ran = m_world->run({u"plan"_s, u"-C"_s, u"stacks"_s, u"--json"_s});

    QCOMPARE(ran.exit, Exit::Failed);
    QCOMPARE(ran.err, u"slipwayctl: There is no folder stacks.\n"_s);
    QCOMPARE(ran.document()["problems"_L1][0]["message"_L1], u"There is no folder stacks."_s);
}

void CommandTest::aWrongLineGetsADocumentToo()
{
    m_world->folder.makeFolder(u"work"_s);

    const auto ran = m_world->run({u"plan"_s, u"--json"_s, u"--paralell"_s, u"4"_s});

    QCOMPARE(ran.exit, Exit::WrongUsage);
    QCOMPARE(ran.err, u"slipwayctl: There is no option --paralell. Did you mean --parallel? See: slipwayctl help\n"_s);
    QCOMPARE(ran.document()["problems"_L1][0]["code"_L1], u"wrong-usage"_s);
}

void CommandTest::applyWritesThePlanThatWasRead()
{
    m_world->compose(u"work/compose.yaml"_s, u"/acme/web:1.2.3"_s);
    const auto planned = m_world->run({u"plan"_s, u"--json"_s});
    m_world->folder.write(u"work/plan.json"_s, planned.out.toUtf8());
    m_world->registry.publish(u"acme/web"_s, {u"1.2.3"_s, u"1.2.4"_s, u"1.2.5"_s});

    const auto ran = m_world->run({u"apply"_s, u"--from"_s, u"plan.json"_s});
    const auto written = m_world->folder.read(u"work/compose.yaml"_s);
    m_world->compose(u"work/compose.yaml"_s, u"/acme/web:1.2.3"_s);
    const auto fromInput = m_world->run({u"apply"_s, u"--from"_s, u"-"_s}, planned.out.toUtf8());

    QCOMPARE(ran.exit, Exit::Done);
    QVERIFY2(ran.out.endsWith(u"Written: compose.yaml\n"_s), qPrintable(ran.out + ran.err));
    QVERIFY(written.endsWith("/acme/web:1.2.4\n"));
    QCOMPARE(fromInput.exit, Exit::Done);
    QVERIFY(m_world->says(u"work/compose.yaml"_s, u"/acme/web:1.2.4"_s));
}

void CommandTest::applyRefusesAPlanWhoseFileHasChanged()
{
    m_world->compose(u"work/compose.yaml"_s, u"/acme/web:1.2.3"_s);
    const auto planned = m_world->run({u"plan"_s, u"--json"_s});
    const QByteArray changed = "# new\n" + m_world->folder.read(u"work/compose.yaml"_s);
    m_world->folder.write(u"work/compose.yaml"_s, changed);

    const auto ran = m_world->run({u"apply"_s, u"--from"_s, u"-"_s, u"--json"_s}, planned.out.toUtf8());

    QCOMPARE(ran.exit, Exit::Failed);
    QVERIFY2(ran.err.contains(u"Nothing was written."_s), qPrintable(ran.err));
    QCOMPARE(ran.document()["written"_L1].toArray(), QJsonArray{});
    QCOMPARE(m_world->folder.read(u"work/compose.yaml"_s), changed);
}

void CommandTest::applyRefusesAPlanWhoseTagHasMoved()
{
    m_world->registry.publish(u"acme/web"_s, {u"latest"_s});
    m_world->compose(u"work/compose.yaml"_s, u"/acme/web:latest"_s);
    const auto planned = m_world->run({u"plan"_s, u"--json"_s});
    QCOMPARE(planned.exit, Exit::UpdatesAvailable);
    m_world->registry.publish(u"acme/web"_s, {u"latest"_s}, u"another"_s);

    const auto ran = m_world->run({u"apply"_s, u"--from"_s, u"-"_s}, planned.out.toUtf8());

    QCOMPARE(ran.exit, Exit::Failed);
    QVERIFY2(ran.err.contains(u"has moved since the plan was made. Nothing was written."_s), qPrintable(ran.err));
    QVERIFY(m_world->says(u"work/compose.yaml"_s, u"/acme/web:latest"_s));
}

void CommandTest::applyRefusesWhatIsNoPlan()
{
    m_world->compose(u"work/compose.yaml"_s, u"/acme/web:1.2.3"_s);

    const auto compose = m_world->run({u"apply"_s, u"--from"_s, u"compose.yaml"_s});
    const auto missing = m_world->run({u"apply"_s, u"--from"_s, u"missing.json"_s});

    QCOMPARE(compose.exit, Exit::Failed);
    QVERIFY2(compose.err.startsWith(u"slipwayctl: This is no plan: "_s), qPrintable(compose.err));
    QCOMPARE(missing.exit, Exit::Failed);
    QVERIFY2(missing.err.contains(u"missing.json"_s), qPrintable(missing.err));
}

void CommandTest::aBrokenPolicyKeepsAllFromBeingJudged()
{
    m_world->compose(u"work/compose.yaml"_s, u"/acme/web:1.2.3"_s);
    m_world->folder.write(u"work/.github/slipway.yml"_s, "slipway: 1\ndefaults: {levle: major}\n");

    const auto ran = m_world->run({u"apply"_s});

    QCOMPARE(ran.exit, Exit::Failed);
    QVERIFY2(ran.out.contains(u"? not judged  web "_s), qPrintable(ran.out));
    QCOMPARE(ran.err, u".github/slipway.yml:2:12: There is no key `levle`. Did you mean `level`?\n"_s);
    QCOMPARE(m_world->registry.requests(), 0);
    QVERIFY(m_world->says(u"work/compose.yaml"_s, u"/acme/web:1.2.3"_s));
}

void CommandTest::helpNamesEveryOption()
{
    for (const auto &command : allCommands()) {
        const auto ran = m_world->run({command.name, u"--help"_s});

        QCOMPARE(ran.exit, Exit::Done);
        for (const auto &option : allOptions())
            QCOMPARE(ran.out.contains(dashed(option.names.first())), option.commands.contains(command.name));
    }
}

void CommandTest::aCommandThatIsNotThereGetsTheNearest()
{
    m_world->folder.makeFolder(u"work"_s);

    const auto ran = m_world->run({u"pln"_s});

    QCOMPARE(ran.exit, Exit::WrongUsage);
    QCOMPARE(ran.err, u"slipwayctl: There is no command “pln”. Did you mean plan? See: slipwayctl help\n"_s);
}

const slipway::test::Registered<CommandTest> registered;

} // namespace slipway::ctl

#include "command_test.moc"
