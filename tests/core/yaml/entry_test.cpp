// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/entry.h"

#include "core/yaml/entryproof.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway;
using namespace slipway::yaml;
using namespace Qt::StringLiterals;

/// Keys that are put into a file, and taken out again, in every way in which people write mappings.
class EntryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void insertsAKey_data();
    void insertsAKey();
    void replacesAValue_data();
    void replacesAValue();
    void addsItems_data();
    void addsItems();
    void removesAKey_data();
    void removesAKey();
    void refuses_data();
    void refuses();
    void keepsEveryOldLine_data();
    void keepsEveryOldLine();
    void theProofSeesWhatElseChanged_data();
    void theProofSeesWhatElseChanged();
};

namespace
{

const test::Registered<EntryTest> registered;

const KeyPath holdOfWeb{"services", "web", "hold"};

QString said(const Result<QByteArray> &text)
{
    return text ? QString::fromUtf8(*text) : u"refused: "_s + text.error().message;
}

Stream read(const QByteArray &text)
{
    return Stream::parse(text).value();
}

} // namespace

void EntryTest::insertsAKey_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");

    const auto row = [](const char *name, const char *before, const char *after) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(after);
    };
    row("empty", "", "services:\n  web: { hold: true }\n");
    row("only a comment", "# nothing yet\n", "# nothing yet\nservices:\n  web: { hold: true }\n");
    row("no services", "slipway: 1\n", "slipway: 1\nservices:\n  web: { hold: true }\n");
    row("no services, no last line end", "slipway: 1", "slipway: 1\nservices:\n  web: { hold: true }");
    row("no services, in brackets", "{slipway: 1}\n", "{slipway: 1, services: { web: { hold: true } }}\n");
    row("services without a value", "slipway: 1\nservices:  # none\n",
        "slipway: 1\nservices:  # none\n  web: { hold: true }\n");
    row("services: null", "services: ~\n", "services: { web: { hold: true } }\n");
    row("services: {}", "services: {}\n", "services: { web: { hold: true } }\n");
    row("another service", "services:\n  api: { pin: keep }  # c\n\n# end\nx: 1\n",
        "services:\n  api: { pin: keep }  # c\n  web: { hold: true }\n\n# end\nx: 1\n");
    row("another service over lines", "services:\n    api:\n        ignore:\n        - a # c\n    # next\n",
        "services:\n    api:\n        ignore:\n        - a # c\n    web: { hold: true }\n    # next\n");
    row("services in brackets", "services: { api: { pin: keep } }\n",
        "services: { api: { pin: keep }, web: { hold: true } }\n");
    row("services in brackets over lines", "services: {\n  api: { pin: keep }, # c\n  db: {}\n  }\n",
        "services: {\n  api: { pin: keep }, # c\n  db: {}, web: { hold: true }\n  }\n");
    row("the service in brackets", "services:\n  web: { follow: digest }\n",
        "services:\n  web: { follow: digest, hold: true }\n");
    row("in tight brackets", "services:\n  web: {follow: digest}\n",
        "services:\n  web: {follow: digest, hold: true}\n");
    row("in empty brackets", "services:\n  web: {}\n", "services:\n  web: { hold: true }\n");
    row("a quoted value before it", "services:\n  web: { below: \"17\" } # c\n",
        "services:\n  web: { below: \"17\", hold: true } # c\n");
    row("a list before it", "services:\n  web: { ignore: [a, 'b'] }\n",
        "services:\n  web: { ignore: [a, 'b'], hold: true }\n");
    row("the service over lines", "services:\n  web:\n    follow: digest  # c\n  db: {}\n",
        "services:\n  web:\n    follow: digest  # c\n    hold: true\n  db: {}\n");
    row("over lines, a list last", "services:\n  web:\n    ignore:\n      - '1'\n      - \"2\"\n",
        "services:\n  web:\n    ignore:\n      - '1'\n      - \"2\"\n    hold: true\n");
    row("a service without a value", "services:\n  web:  # c\n  db: {}\n",
        "services:\n  web: { hold: true }  # c\n  db: {}\n");
    row("Windows lines", "slipway: 1\r\nservices:\r\n  api: {}\r\n",
        "slipway: 1\r\nservices:\r\n  api: {}\r\n  web: { hold: true }\r\n");
    row("a byte order mark",
        "\xef\xbb\xbf"
        "services:\n  api: {}\n",
        "\xef\xbb\xbf"
        "services:\n  api: {}\n  web: { hold: true }\n");
    row("quoted keys", "\"services\":\n  'api':\n    pin: keep\n",
        "\"services\":\n  'api':\n    pin: keep\n  web: { hold: true }\n");
    row("anchors elsewhere", "x: &a { pin: keep }\nservices:\n  api: *a\n  db:\n    <<: *a\n",
        "x: &a { pin: keep }\nservices:\n  api: *a\n  db:\n    <<: *a\n  web: { hold: true }\n");
    row("a merge key in it", "x: &a { pin: keep }\nservices:\n  web:\n    <<: *a\n",
        "x: &a { pin: keep }\nservices:\n  web:\n    <<: *a\n    hold: true\n");
    row("a block scalar last", "services:\n  web:\n    note: |\n      two\n      lines\n",
        "services:\n  web:\n    note: |\n      two\n      lines\n    hold: true\n");
    row("a document's end", "services:\n  api: {}\n...\n", "services:\n  api: {}\n  web: { hold: true }\n...\n");
}

void EntryTest::insertsAKey()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);

    QCOMPARE(said(withEntry(read(before), holdOfWeb, "true")), QString::fromUtf8(after));
}

void EntryTest::replacesAValue_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("after");

    const auto row = [](const char *name, const char *before, const char *value, const char *after) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(value) << QByteArray(after);
    };
    row("plain", "services:\n  web: { hold: true, pin: keep }\n", "2026-12-01",
        "services:\n  web: { hold: 2026-12-01, pin: keep }\n");
    row("quoted by plain", "services:\n  web:\n    hold: \"8.4\" # c\n", "true",
        "services:\n  web:\n    hold: true # c\n");
    row("plain by quoted", "services:\n  web:\n    hold: 2026-12-01\n", "\"8.4\"",
        "services:\n  web:\n    hold: \"8.4\"\n");
    row("nothing", "services:\n  web:\n    hold: # c\n", "true", "services:\n  web:\n    hold: true # c\n");
    row("a list in brackets", "services:\n  web: { hold: [1, 2] }\n", "true", "services:\n  web: { hold: true }\n");
}

void EntryTest::replacesAValue()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, value);
    QFETCH(const QByteArray, after);

    QCOMPARE(said(withEntry(read(before), holdOfWeb, value)), QString::fromUtf8(after));
}

void EntryTest::addsItems_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");

    const auto row = [](const char *name, const char *before, const char *after) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(after);
    };
    row("no list", "a: {}\n", "a: { ignore: [\"1.5.*\", \"2\"] }\n");
    row("an empty list", "a: { ignore: [] }\n", "a: { ignore: [\"1.5.*\", \"2\"] }\n");
    row("in brackets", "a: { ignore: [ '1' ] }\n", "a: { ignore: [ '1', \"1.5.*\", \"2\" ] }\n");
    row("as lines", "a:\n  ignore:\n  - \"1\" # c\n# d\n",
        "a:\n  ignore:\n  - \"1\" # c\n  - \"1.5.*\"\n  - \"2\"\n# d\n");
    row("as indented lines", "a:\n  ignore:\n    -   1\n  pin: keep",
        "a:\n  ignore:\n    -   1\n    - \"1.5.*\"\n    - \"2\"\n  pin: keep");
}

void EntryTest::addsItems()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);

    QCOMPARE(said(withItems(read(before), {"a", "ignore"}, {"\"1.5.*\"", "\"2\""})), QString::fromUtf8(after));
}

void EntryTest::removesAKey_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");

    const auto row = [](const char *name, const char *before, const char *after) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(after);
    };
    row("the first in brackets", "services:\n  web: { hold: true, pin: keep }\n", "services:\n  web: { pin: keep }\n");
    row("the last in brackets", "services:\n  web: { pin: keep, hold: \"1.2\" }\n",
        "services:\n  web: { pin: keep }\n");
    row("the one between", "services:\n  web: {pin: keep, hold: true, level: patch}\n",
        "services:\n  web: {pin: keep, level: patch}\n");
    row("a line", "services:\n  web:\n    hold: true # c\n    pin: keep\n", "services:\n  web:\n    pin: keep\n");
    row("the last line", "services:\n  web:\n    pin: keep\n    hold: true", "services:\n  web:\n    pin: keep\n");
    row("all that a service has", "services:\n  web: { hold: true }\n  db: { pin: keep }\n",
        "services:\n  db: { pin: keep }\n");
    row("all that is there", "slipway: 1\nservices:\n  web:\n    hold: true\n", "slipway: 1\n");
}

void EntryTest::removesAKey()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);

    QCOMPARE(said(withoutEntry(read(before), holdOfWeb)), QString::fromUtf8(after));
}

void EntryTest::refuses_data()
{
    QTest::addColumn<QByteArray>("before");

    QTest::newRow("an alias for the service") << QByteArray("x: &a {}\nservices:\n  web: *a\n");
    QTest::newRow("an alias for the value") << QByteArray("x: &a true\nservices:\n  web: { hold: *a }\n");
    QTest::newRow("an anchor at the value") << QByteArray("services:\n  web: { hold: &a false }\ny: *a\n");
    QTest::newRow("a list of services") << QByteArray("services: [web]\n");
    QTest::newRow("a list over lines") << QByteArray("services:\n  - web\n");
    QTest::newRow("a text") << QByteArray("services: web\n");
    QTest::newRow("a block scalar as the value") << QByteArray("services:\n  web:\n    hold: |\n      x\n");
    QTest::newRow("kept blank lines behind it")
        << QByteArray("services:\n  web:\n    note: |+\n      x\n\n\n  db: {}\n");
    QTest::newRow("a sequence of mappings") << QByteArray("- services: {}\n");
}

void EntryTest::refuses()
{
    QFETCH(const QByteArray, before);

    const auto text = withEntry(read(before), holdOfWeb, "true");

    QVERIFY2(!text, text ? text->constData() : "");
    QCOMPARE(text.error().kind, Error::Kind::InvalidInput);
    QVERIFY(!text.error().message.isEmpty());
}

void EntryTest::keepsEveryOldLine_data()
{
    insertsAKey_data();
}

/// An insertion takes no byte away: what is left without it is the old text.
void EntryTest::keepsEveryOldLine()
{
    QFETCH(const QByteArray, before);
    if (before.contains('~'))
        return; // the one value that is replaced
    const auto after = withEntry(read(before), holdOfWeb, "true").value();

    qsizetype same = 0;
    while (same < before.size() && before.at(same) == after.at(same))
        ++same;
    QVERIFY(after.endsWith(before.sliced(same)));
}

void EntryTest::theProofSeesWhatElseChanged_data()
{
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<bool>("isRight");

    QTest::newRow("right") << QByteArray(
                                  "services:\n  web: { pin: keep, hold: true }\n  db: &d { level: patch }\ny: *d\n")
                           << true;
    QTest::newRow("not made") << QByteArray("services:\n  web: { pin: keep }\n  db: &d { level: patch }\ny: *d\n")
                              << false;
    QTest::newRow("another value")
        << QByteArray("services:\n  web: { pin: keep, hold: false }\n  db: &d { level: patch }\ny: *d\n") << false;
    QTest::newRow("a text") << QByteArray(
                                   "services:\n  web: { pin: keep, hold: 'true' }\n  db: &d { level: patch }\ny: *d\n")
                            << false;
    QTest::newRow("in front") << QByteArray(
                                     "services:\n  web: { hold: true, pin: keep }\n  db: &d { level: patch }\ny: *d\n")
                              << false;
    QTest::newRow("two keys")
        << QByteArray("services:\n  web: { pin: keep, hold: true, x: 1 }\n  db: &d { level: patch }\ny: *d\n") << false;
    QTest::newRow("another service")
        << QByteArray("services:\n  web: { pin: keep }\n  db: &d { level: patch, hold: true }\ny: *d\n") << false;
    QTest::newRow("a value beside it")
        << QByteArray("services:\n  web: { pin: never, hold: true }\n  db: &d { level: patch }\ny: *d\n") << false;
    QTest::newRow("an anchor") << QByteArray(
                                      "services:\n  web: &d { pin: keep, hold: true }\n  db: { level: patch }\ny: *d\n")
                               << false;
    QTest::newRow("one document more")
        << QByteArray("services:\n  web: { pin: keep, hold: true }\n  db: &d { level: patch }\ny: *d\n--- 1\n")
        << false;
}

void EntryTest::theProofSeesWhatElseChanged()
{
    QFETCH(const QByteArray, after);
    QFETCH(const bool, isRight);
    const auto before = read("services:\n  web: { pin: keep }\n  db: &d { level: patch }\ny: *d\n");

    const auto differs =
        differsOnlyAs({.kind = TreeChange::Kind::Set, .path = holdOfWeb, .values = {"true"}}, before, read(after));

    QCOMPARE(differs.has_value(), isRight);
}

#include "entry_test.moc"
