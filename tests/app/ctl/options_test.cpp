// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/options.h"

#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::ctl
{

class OptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allOptionsAreRead();
    void allOptionsOfASimulationAreRead();
    void optionsMayStandBeforeTheCommand();
    void filesThatBeginWithADashComeBehindTwo();
    void aWrongLineGetsASentence_data();
    void aWrongLineGetsASentence();
};

void OptionsTest::allOptionsAreRead()
{
    const auto options = parseOptions({u"apply"_s,
                                       u"--quiet"_s,
                                       u"--no-color"_s,
                                       u"--service"_s,
                                       u"web"_s,
                                       u"--service=db"_s,
                                       u"-C"_s,
                                       u"stacks"_s,
                                       u"--diff"_s,
                                       u"--parallel"_s,
                                       u"32"_s,
                                       u"--no-cache"_s,
                                       u"--ca-file"_s,
                                       u"ca.pem"_s,
                                       u"--trust-realm"_s,
                                       u"registry.example=auth.example"_s,
                                       u"--insecure-registry"_s,
                                       u"localhost:5000"_s,
                                       u"--insecure-registry"_s,
                                       u"[::1]:5000"_s,
                                       u"--token-file"_s,
                                       u"token"_s,
                                       u"compose.yaml"_s,
                                       u"a.yaml:b.yaml"_s});

    QVERIFY2(options.has_value(), options ? "" : qPrintable(options.error()));
    QCOMPARE(options->command, u"apply"_s);
    QCOMPARE(options->words, (QStringList{u"compose.yaml"_s, u"a.yaml:b.yaml"_s}));
    QVERIFY(options->quiet && options->noColor && options->diff && options->noCache && !options->json);
    QCOMPARE(options->services, (QStringList{u"web"_s, u"db"_s}));
    QCOMPARE(options->folder, u"stacks"_s);
    QCOMPARE(options->parallel, 32);
    QCOMPARE(options->caFile, u"ca.pem"_s);
    QCOMPARE(options->tokenFile, u"token"_s);
    QCOMPARE(options->trustedRealms, (QList<TrustedRealm>{{u"registry.example"_s, u"auth.example"_s}}));
    QCOMPARE(options->insecureRegistries, (QStringList{u"localhost:5000"_s, u"[::1]:5000"_s}));
}

void OptionsTest::allOptionsOfASimulationAreRead()
{
    const auto options = parseOptions({u"simulate"_s, u"--still"_s, u"--port"_s, u"4443"_s, u"--world"_s, u"300"_s,
                                       u"--seed"_s, u"7"_s, u"--tls"_s, u"cert.pem"_s, u"key.pem"_s});

    QVERIFY2(options.has_value(), options ? "" : qPrintable(options.error()));
    QVERIFY(options->still);
    QCOMPARE(options->port, 4443);
    QCOMPARE(options->world, u"300"_s);
    QCOMPARE(options->seed, 7U);
    QCOMPARE(options->certificate, u"cert.pem"_s);
    QCOMPARE(options->words, QStringList{u"key.pem"_s});
}

void OptionsTest::optionsMayStandBeforeTheCommand()
{
    const auto options = parseOptions({u"-C"_s, u"deploy"_s, u"--json"_s, u"plan"_s, u"compose.yaml"_s});

    QVERIFY(options.has_value());
    QCOMPARE(options->command, u"plan"_s);
    QCOMPARE(options->folder, u"deploy"_s);
    QVERIFY(options->json);
}

void OptionsTest::filesThatBeginWithADashComeBehindTwo()
{
    const auto options = parseOptions({u"plan"_s, u"--"_s, u"-odd.yaml"_s});
    const auto stdIn = parseOptions({u"apply"_s, u"--from"_s, u"-"_s});

    QVERIFY(options.has_value() && stdIn.has_value());
    QCOMPARE(options->words, QStringList{u"-odd.yaml"_s});
    QCOMPARE(stdIn->from, u"-"_s);
}

void OptionsTest::aWrongLineGetsASentence_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const QString &line, const QString &sentence) {
        QTest::newRow(name) << line.split(u' ') << sentence;
    };
    row("mistyped", u"plan --jsn"_s, u"There is no option --jsn. Did you mean --json?"_s);
    row("cut", u"plan --insecure localhost"_s, u"There is no option --insecure. Did you mean --insecure-registry?"_s);
    row("strange", u"plan --frobnicate"_s, u"There is no option --frobnicate."_s);
    row("of a later time", u"apply --merge"_s, u"There is no option --merge."_s);
    row("of another command", u"images --diff"_s, u"images has no option --diff; it belongs to plan and apply."_s);
    row("of apply alone", u"plan --from x.json"_s, u"plan has no option --from; it belongs to apply."_s);
    row("without its value", u"plan --service"_s, u"Missing value after '--service'."_s);
    row("with a value", u"plan --json=1"_s, u"Unexpected value after '--json'."_s);
    row("no number", u"plan --parallel many"_s, u"--parallel takes a number from 1 to 256, not “many”."_s);
    row("nothing at once", u"plan --parallel 0"_s, u"--parallel takes a number from 1 to 256, not “0”."_s);
    row("a URL", u"plan --insecure-registry http://localhost:5000"_s,
        u"--insecure-registry takes HOST or HOST:PORT, like localhost:5000, not “http://localhost:5000”."_s);
    row("a realm without host", u"plan --trust-realm ghcr.io"_s,
        u"--trust-realm takes REGISTRY=HOST, like registry.example=auth.example, not “ghcr.io”."_s);
    row("two outputs", u"plan --json --diff"_s,
        u"--json and --diff are two kinds of output: choose one. The JSON document has the diff too."_s);
    row("a plan and a file", u"apply --from plan.json compose.yaml"_s,
        u"--from takes no FILE: the plan names its files."_s);
    row("a plan and a service", u"apply --from plan.json --service web"_s,
        u"--from takes no --service: the plan is written as it is."_s);
    row("no key", u"simulate --tls cert.pem"_s,
        u"simulate takes no FILE; --tls takes a certificate and its key: --tls CERT KEY."_s);
    row("a key without certificate", u"simulate key.pem"_s,
        u"simulate takes no FILE; --tls takes a certificate and its key: --tls CERT KEY."_s);
    row("no port", u"simulate --port 70000"_s, u"--port takes a number from 0 to 65535, not “70000”."_s);
    row("of simulate alone", u"plan --still"_s, u"plan has no option --still; it belongs to simulate."_s);
    QTest::newRow("an empty folder") << QStringList{u"plan"_s, u"-C"_s, {}} << u"The value of -C is empty."_s;
}

void OptionsTest::aWrongLineGetsASentence()
{
    QFETCH(const QStringList, words);
    QFETCH(const QString, sentence);

    const auto options = parseOptions(words);

    QVERIFY(!options);
    QCOMPARE(options.error(), sentence);
}

const slipway::test::Registered<OptionsTest> registered;

} // namespace slipway::ctl

#include "options_test.moc"
