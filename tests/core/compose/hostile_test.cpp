// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/compose/memoryfolder.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;
using test::MemoryFolder;
using test::readingOf;

/// Files that want to stall the program, or to make it tell what lies outside of the work tree.
class HostileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsACycleOfIncludes();
    void endsAChainOfIncludes();
    void endsIncludesThatMultiply();
    void endsLargeFilesThatAreIncludedOften();
    void endsACycleOfExtends_data();
    void endsACycleOfExtends();
    void endsAChainOfExtends();
    void endsExtendsThatMultiply_data();
    void endsExtendsThatMultiply();
    void endsMergeKeysThatMultiply();
    void endsResetsThatMultiply();
    void quotesNothingFromOutside_data();
    void quotesNothingFromOutside();
    void tellsWhichSitesLieOutside();
};

namespace
{

QStringList codes(const QList<Problem> &problems)
{
    QStringList codes;
    for (const auto &problem : problems)
        codes.append(problem.code);
    return codes;
}

QByteArray number(int value)
{
    return QByteArray::number(value);
}

} // namespace

void HostileTest::endsACycleOfIncludes()
{
    const auto reading = readingOf({{u"compose.yaml"_s, "services: {}\ninclude: [a.yaml]\n"},
                                    {u"a.yaml"_s, "include: [sub/../b.yaml]\n"},
                                    {u"b.yaml"_s, "include:\n  - ./a.yaml\n"}});

    QCOMPARE(test::lines(reading.problems), QStringList{u"b.yaml:2:5 error include-cycle"_s});
    QCOMPARE(reading.problems.first().message, u"a.yaml includes itself."_s);
}

void HostileTest::endsAChainOfIncludes()
{
    MemoryFolder folder{{u"compose.yaml"_s, "include: [f0.yaml]\n"}};
    for (int i = 0; i < 1000; ++i)
        folder.add(u"f%1.yaml"_s.arg(i), "include: [f" + number(i + 1) + ".yaml]\n");

    const auto reading = readingOf(folder);

    QCOMPARE(test::lines(reading.problems), QStringList{u"f62.yaml:1:11 error include-cycle"_s});
}

void HostileTest::endsIncludesThatMultiply()
{
    MemoryFolder folder{{u"compose.yaml"_s, "include: [f0.yaml, f0.yaml]\n"}};
    for (int i = 0; i < 50; ++i)
        folder.add(u"f%1.yaml"_s.arg(i),
                   "include: [f" + number(i + 1) + ".yaml, {path: f" + number(i + 1) + ".yaml}]\n");
    folder.add(u"f50.yaml"_s, "services: {a: {image: a:1}}\n");

    const auto reading = readingOf(folder);

    QCOMPARE(codes(reading.problems), QStringList{u"yaml-invalid"_s});
    QVERIFY(reading.sites.isEmpty());
}

void HostileTest::endsLargeFilesThatAreIncludedOften()
{
    const MemoryFolder files{{u"compose.yaml"_s, "include: [" + QByteArray("big.yaml, ").repeated(5000) + "]\n"},
                             {u"big.yaml"_s, "services:\n" + QByteArray("  a: {image: a:1}\n") + "x-a: [" +
                                                 QByteArray("1, ").repeated(100'000) + "]\n"}};
    const MemoryFolder variables{
        {u"compose.yaml"_s, "include: [" + QByteArray("{path: a.yaml, env_file: big.env}, ").repeated(5000) + "]\n"},
        {u"a.yaml"_s, "services: {}\n"},
        {u"big.env"_s, QByteArray("A=1\n").repeated(500'000)}};

    QCOMPARE(codes(readingOf(files).problems), QStringList{u"yaml-invalid"_s});
    QCOMPARE(codes(readingOf(variables).problems), QStringList{u"yaml-invalid"_s});
}

void HostileTest::endsACycleOfExtends_data()
{
    QTest::addColumn<QByteArray>("services");
    QTest::addColumn<QString>("problem");

    const auto row = [](const char *services, const QString &problem) {
        QTest::newRow(services) << QByteArray{services} << problem;
    };
    row("{a: {extends: a}}", u"compose.yaml:1:25 error include-cycle"_s);
    row("{a: {extends: b}, b: {extends: {service: a}}}", u"compose.yaml:1:25 error include-cycle"_s);
    row("{a: {extends: {file: compose.yaml, service: a}}}", u"compose.yaml:1:25 error include-cycle"_s);
    row("{a: {extends: {file: other.yaml, service: b}}}", u"other.yaml:1:25 error include-cycle"_s);
}

void HostileTest::endsACycleOfExtends()
{
    QFETCH(const QByteArray, services);

    const auto reading = readingOf({{u"compose.yaml"_s, "services: " + services + '\n'},
                                    {u"other.yaml"_s, "services: {b: {extends: {file: third.yaml, service: c}}}\n"},
                                    {u"third.yaml"_s, "services: {c: {extends: {file: other.yaml, service: b}}}\n"}});

    QVERIFY(!reading.problems.isEmpty());
    QTEST(test::lines(reading.problems).constFirst(), "problem");
}

void HostileTest::endsAChainOfExtends()
{
    QByteArray services = "services:\n  s0: {image: a:1}\n";
    for (int i = 1; i < 3000; ++i)
        services += "  s" + number(i) + ": {extends: s" + number(i - 1) + "}\n";

    const auto reading = readingOf({{u"compose.yaml"_s, services}});

    QVERIFY(!reading.problems.isEmpty());
    QCOMPARE(reading.problems.first().code, u"include-cycle"_s);
    QVERIFY(reading.problems.first().message.contains(u"64"_s));
}

void HostileTest::endsExtendsThatMultiply_data()
{
    QTest::addColumn<QByteArray>("base");

    QTest::newRow("a large base") << "volumes: [" + QByteArray("a:/b, ").repeated(10'000) + "]";
    QTest::newRow("a base that aliases make large") << "volumes: [" + QByteArray("*v, ").repeated(1000) + "]";
}

void HostileTest::endsExtendsThatMultiply()
{
    QFETCH(const QByteArray, base);
    QByteArray services = "x-v: &v [" + QByteArray("a:/b, ").repeated(90) + "]\nservices:\n  base: {" + base + "}\n";
    for (int i = 0; i < 20'000; ++i)
        services += "  s" + number(i) + ": {extends: base}\n";

    const auto reading = readingOf({{u"compose.yaml"_s, services}});

    QCOMPARE(codes(reading.problems), QStringList{u"yaml-invalid"_s});
}

void HostileTest::endsMergeKeysThatMultiply()
{
    QByteArray bomb = "x-0: &m0 {image: a:1}\n";
    for (int i = 1; i < 60; ++i)
        bomb += "x-" + number(i) + ": &m" + number(i) + " {<<: [*m" + number(i - 1) + ", *m" + number(i - 1) + "]}\n";

    const auto reading = readingOf({{u"compose.yaml"_s, bomb + "services: {web: {<<: *m59}}\n"}});

    QCOMPARE(codes(reading.problems), QStringList{u"yaml-invalid"_s});
}

void HostileTest::endsResetsThatMultiply()
{
    QByteArray services = "services:\n";
    for (int i = 0; i < 20'000; ++i)
        services += "  s" + number(i) + ": {image: a:1}\n";

    const auto reading =
        readingOf({{u"compose.yaml"_s, services + QByteArray("---\nservices: !reset null\n").repeated(20'000)}});

    QCOMPARE(codes(reading.problems), QStringList{u"yaml-invalid"_s});
}

void HostileTest::quotesNothingFromOutside_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");

    const auto row = [](const char *name, const QString &file, const char *text) {
        QTest::newRow(name) << file << QByteArray{text};
    };
    row("no YAML", u"/etc/shadow"_s, "{secret");
    row("a key twice", u"/etc/shadow"_s, "secret: 1\nsecret: 2\n");
    row("an alias", u"/etc/shadow"_s, "services: *secret\n");
    row("not Compose", u"/etc/shadow"_s, "secret: 1\n");
    row("a bad variable", u"/etc/shadow"_s, "services: {a: {command: \"${secret!}\"}}\n");
    row("a missing include", u"/etc/shadow"_s, "services: {}\ninclude: [secret]\n");
    row("a remote include", u"/etc/shadow"_s, "services: {}\ninclude: [\"https://secret\"]\n");
    row("a missing service", u"/etc/shadow"_s, "services: {secret: {extends: other secret}}\n");
    row("a link", u"linked.yaml"_s, "secret: 1\nsecret: 2\n");
}

void HostileTest::quotesNothingFromOutside()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, text);
    MemoryFolder folder{{u"compose.yaml"_s, "include: [/etc/shadow, linked.yaml]\n"},
                        {u"/etc/shadow"_s, "services: {}\n"},
                        {u"linked.yaml"_s, "services: {}\n"}};
    folder.add(file, text);
    folder.leadOutside(u"linked.yaml"_s);

    const auto reading = readingOf(folder);

    QCOMPARE(reading.problems.size(), 1);
    const auto &problem = reading.problems.first();
    QCOMPARE(problem.file, file.startsWith(u'/') ? u"../etc/shadow"_s : file);
    QVERIFY2(!problem.message.contains(u"secret"_s), qPrintable(problem.message));
    QVERIFY(!problem.message.isEmpty());
}

void HostileTest::tellsWhichSitesLieOutside()
{
    MemoryFolder folder{{u"compose.yaml"_s, "include: [linked.yaml]\nservices: {a: {image: a:1}}\n"},
                        {u"linked.yaml"_s, "services: {b: {image: b:1}}\n"}};
    folder.leadOutside(u"linked.yaml"_s);

    const auto reading = readingOf(folder);

    QCOMPARE(reading.sites.size(), 2);
    QVERIFY(!reading.sites.first().elsewhere);
    QVERIFY(reading.sites.last().elsewhere);
}

const slipway::test::Registered<HostileTest> registered;

#include "hostile_test.moc"
