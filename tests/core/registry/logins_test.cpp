// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/logins.h"

#include "core/registry/credentialhelper.h"
#include "tests/support/awaited.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway::registry
{

namespace
{

using LoginPointer = std::shared_ptr<const Login>;

/// A person's machine: a home folder, and a folder of programs that is all of PATH's own.
class Machine
{
public:
    Machine()
    {
        QDir{m_folder.path()}.mkpath(u"home/.docker"_s);
        QDir{m_folder.path()}.mkpath(u"bin"_s);
        environment.insert(u"HOME"_s, path(u"home"_s));
        environment.insert(u"PATH"_s, path(u"bin"_s) + u":/usr/bin:/bin"_s);
    }

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    void write(const QString &name, const QByteArray &bytes, bool isProgram = false) const
    {
        QFile file{path(name)};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        if (isProgram)
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    void config(const QByteArray &json) const { write(u"home/.docker/config.json"_s, json); }
    void helper(const QString &name, const QByteArray &script) const
    {
        write(u"bin/docker-credential-"_s + name, "#!/bin/sh\n" + script, true);
    }
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file{path(name)};
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
    }

    QProcessEnvironment environment;

private:
    QTemporaryDir m_folder;
};

/// "user:secret", empty without a login, "error" with none to have.
QString found(const Machine &machine, const QString &registry, LoginPointer token = {})
{
    Logins logins{machine.environment, std::move(token)};
    const auto login = test::awaited(logins.find(registry, {}));
    if (!login || !*login)
        return u"error"_s;
    return **login ? (**login)->user + u':' + QString::fromUtf8((**login)->secret.reveal()) : QString{};
}

Result<LoginPointer> ask(const Machine &machine, const QString &helper, std::chrono::milliseconds deadline = 5s,
                         std::stop_token stop = {})
{
    const auto answer = test::awaited(askCredentialHelper(helper, u"quay.io"_s, machine.environment, deadline, stop));
    return answer.value_or(failure(cancelled()));
}

} // namespace

class LoginsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ghcrTakesTheFirstTokenThereIs();
    void tokensOfGitHubGoNowhereElse();
    void otherRegistriesHaveDockersLogin();
    void dockersFolderCanBeElsewhere();
    void aBrokenConfigurationIsAnError();
    void aTokenFileIsReadWithoutItsLineEnd();
    void aTokenFileThatIsNoneIsAnError();

    void aHelperIsAskedOverItsInput();
    void aHelperDoesNotSeeOurTokens();
    void aHelperThatKnowsNothingLeavesTheFilesLogin();
    void aHelperIsAskedOnce();
    void aNameThatIsNoneStartsNothing_data();
    void aNameThatIsNoneStartsNothing();
    void aHelperIsNotSoughtInRelativeFolders();
    void aHelperThatFailsIsAnErrorThatQuotesNothing_data();
    void aHelperThatFailsIsAnErrorThatQuotesNothing();
    void aHelperThatHangsIsEnded();
    void aStopEndsTheHelperAtOnce();
};

void LoginsTest::ghcrTakesTheFirstTokenThereIs()
{
    Machine machine;
    const auto given = std::make_shared<const Login>(u"slipway"_s, Secret{"given"});
    QCOMPARE(found(machine, u"ghcr.io"_s), u""_s);

    machine.environment.insert(u"GH_TOKEN"_s, u"gh"_s);
    QCOMPARE(found(machine, u"ghcr.io"_s), u"slipway:gh"_s);
    machine.config(R"({"auths": {"ghcr.io": {"auth": "bWU6cHc="}}})");
    QCOMPARE(found(machine, u"ghcr.io"_s), u"me:pw"_s);
    machine.environment.insert(u"SLIPWAY_TOKEN"_s, u" own\n"_s);
    QCOMPARE(found(machine, u"ghcr.io"_s), u"slipway:own"_s);
    QCOMPARE(found(machine, u"ghcr.io"_s, given), u"slipway:given"_s);
}

void LoginsTest::tokensOfGitHubGoNowhereElse()
{
    Machine machine;
    machine.environment.insert(u"GH_TOKEN"_s, u"gh"_s);
    machine.environment.insert(u"SLIPWAY_TOKEN"_s, u"own"_s);
    const auto given = std::make_shared<const Login>(u"slipway"_s, Secret{"given"});

    for (const auto &registry : {u"docker.io"_s, u"lscr.io"_s, u"ghcr.io:443"_s, u"ghcr.io."_s, u"GHCR.IO"_s})
        QCOMPARE(found(machine, registry, given), u""_s);
}

void LoginsTest::otherRegistriesHaveDockersLogin()
{
    const Machine machine;
    machine.config(
        R"({"auths": {"quay.io": {"auth": "bWU6cHc="}, "https://index.docker.io/v1/": {"auth": "aHViOnB3"}}})");

    QCOMPARE(found(machine, u"quay.io"_s), u"me:pw"_s);
    QCOMPARE(found(machine, u"docker.io"_s), u"hub:pw"_s);
    QCOMPARE(found(machine, u"registry.gitlab.com"_s), u""_s);
}

void LoginsTest::dockersFolderCanBeElsewhere()
{
    Machine machine;
    machine.config(R"({"auths": {"quay.io": {"auth": "bWU6cHc="}}})");
    machine.write(u"config.json"_s, R"({"auths": {"quay.io": {"auth": "b3RoZXI6cHc="}}})");
    machine.environment.insert(u"DOCKER_CONFIG"_s, machine.path({}));

    QCOMPARE(found(machine, u"quay.io"_s), u"other:pw"_s);
}

void LoginsTest::aBrokenConfigurationIsAnError()
{
    const Machine machine;
    machine.config("{");

    QCOMPARE(found(machine, u"quay.io"_s), u"error"_s);
}

void LoginsTest::aTokenFileIsReadWithoutItsLineEnd()
{
    const Machine machine;
    machine.write(u"token"_s, "ghp_x\r\n");

    const auto login = readTokenFile(machine.path(u"token"_s));

    QVERIFY(login);
    QCOMPARE((*login)->secret.reveal(), "ghp_x");
}

void LoginsTest::aTokenFileThatIsNoneIsAnError()
{
    const Machine machine;
    machine.write(u"empty"_s, "\n");

    for (const auto &name : {u"empty"_s, u"missing"_s, u"home"_s}) {
        const auto login = readTokenFile(machine.path(name));
        QVERIFY(!login);
        QCOMPARE(login.error().kind, Error::Kind::Storage);
        QVERIFY(login.error().message.contains(machine.path(name)));
    }
}

void LoginsTest::aHelperIsAskedOverItsInput()
{
    const Machine machine;
    machine.helper(u"test"_s, R"(echo "$@" >"$HOME/arguments"; cat >"$HOME/input"
        echo '{"ServerURL": "x", "Username": "me", "Secret": "pw"}')");
    machine.config(R"({"credHelpers": {"quay.io": "test", "https://index.docker.io/v1/": "test"}})");

    QCOMPARE(found(machine, u"quay.io"_s), u"me:pw"_s);
    QCOMPARE(machine.read(u"home/arguments"_s), "get\n");
    QCOMPARE(machine.read(u"home/input"_s), "quay.io\n");
    QCOMPARE(found(machine, u"docker.io"_s), u"me:pw"_s);
    QCOMPARE(machine.read(u"home/input"_s), "https://index.docker.io/v1/\n");
}

void LoginsTest::aHelperDoesNotSeeOurTokens()
{
    Machine machine;
    machine.environment.insert(u"GH_TOKEN"_s, u"gh"_s);
    machine.environment.insert(u"SLIPWAY_TOKEN"_s, u"own"_s);
    machine.helper(u"test"_s, R"(env >"$HOME/environment"; exit 1)");

    QVERIFY(!ask(machine, u"test"_s));

    const auto environment = machine.read(u"home/environment"_s);
    QVERIFY(environment.contains("HOME="));
    QVERIFY(!environment.contains("TOKEN"));
}

void LoginsTest::aHelperThatKnowsNothingLeavesTheFilesLogin()
{
    const Machine machine;
    machine.helper(u"test"_s, "echo credentials not found in native keychain; exit 1");
    machine.config(R"({"credsStore": "test", "auths": {"quay.io": {"auth": "bWU6cHc="}}})");

    QCOMPARE(found(machine, u"quay.io"_s), u"me:pw"_s);
    QCOMPARE(found(machine, u"docker.io"_s), u""_s);
}

void LoginsTest::aHelperIsAskedOnce()
{
    const Machine machine;
    machine.helper(u"test"_s, R"(echo >>"$HOME/calls"; echo '{"Username": "me", "Secret": "pw"}')");
    machine.config(R"({"credsStore": "test"})");
    Logins logins{machine.environment};

    auto first = logins.find(u"quay.io"_s, {});
    auto second = logins.find(u"quay.io"_s, {});
    const auto answers = std::array{test::awaited(std::move(first)), test::awaited(std::move(second)),
                                    test::awaited(logins.find(u"quay.io"_s, {}))};

    for (const auto &answer : answers)
        QVERIFY(answer && *answer && **answer);
    QCOMPARE(machine.read(u"home/calls"_s), "\n");
}

void LoginsTest::aNameThatIsNoneStartsNothing_data()
{
    QTest::addColumn<QString>("name");

    for (const auto name : {"", "../evil", "a/b", "a b", "a;b", "a\nb", "missing"})
        QTest::newRow(name) << QString::fromLatin1(name);
    QTest::newRow("long") << QString(1000, u'a');
}

void LoginsTest::aNameThatIsNoneStartsNothing()
{
    QFETCH(QString, name);
    const Machine machine;
    machine.write(u"evil"_s, "#!/bin/sh\necho '{\"Username\": \"me\", \"Secret\": \"pw\"}'", true);

    const auto answer = ask(machine, name);

    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::NotFound);
}

void LoginsTest::aHelperIsNotSoughtInRelativeFolders()
{
    Machine machine;
    machine.helper(u"test"_s, R"(echo '{"Username": "me", "Secret": "pw"}')");
    machine.environment.insert(u"PATH"_s, QDir::current().relativeFilePath(machine.path(u"bin"_s)) + u":."_s);

    const auto answer = ask(machine, u"test"_s);

    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::NotFound);
}

void LoginsTest::aHelperThatFailsIsAnErrorThatQuotesNothing_data()
{
    QTest::addColumn<QByteArray>("script");

    QTest::newRow("it fails") << "echo s3cret; echo s3cret >&2; exit 1"_ba;
    QTest::newRow("it is killed") << "echo s3cret; kill -9 $$"_ba;
    QTest::newRow("no JSON") << "echo s3cret"_ba;
    QTest::newRow("other JSON") << R"(echo '{"Secret": "s3cret"}')"_ba;
    QTest::newRow("nothing") << "exit 0"_ba;
}

void LoginsTest::aHelperThatFailsIsAnErrorThatQuotesNothing()
{
    QFETCH(QByteArray, script);
    const Machine machine;
    machine.helper(u"test"_s, script);

    const auto answer = ask(machine, u"test"_s);

    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Protocol);
    QVERIFY(!answer.error().message.contains(u"s3cret"_s));
    QVERIFY(!answer.error().details.contains(u"s3cret"_s));
}

void LoginsTest::aHelperThatHangsIsEnded()
{
    const Machine machine;
    machine.helper(u"test"_s, R"(echo $$ >"$HOME/pid"; exec sleep 60)");

    const auto answer = ask(machine, u"test"_s, 500ms);

    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Timeout);
    const QString process = u"/proc/"_s + QString::fromLatin1(machine.read(u"home/pid"_s).trimmed());
    QVERIFY(!QFile::exists(process));
}

void LoginsTest::aStopEndsTheHelperAtOnce()
{
    const Machine machine;
    machine.helper(u"test"_s, "exec sleep 60");
    std::stop_source source;
    QTimer::singleShot(100ms, this, [&source] { source.request_stop(); });

    const auto answer = ask(machine, u"test"_s, 30s, source.get_token());

    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Cancelled);
}

const slipway::test::Registered<LoginsTest> registered;

} // namespace slipway::registry

#include "logins_test.moc"
