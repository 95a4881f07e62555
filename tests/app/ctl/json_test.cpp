// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/json.h"

#include "app/ctl/planfile.h"
#include "tests/app/ctl/plans.h"
#include "tests/support/testcase.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::ctl
{

class JsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theContractsExampleIsWrittenAsItStandsThere();
    void keysComeInTheContractsOrder();
    void whatDoesNotApplyIsLeftOut();
    void imagesHasNeitherSummaryNorDiff();
    void nullStandsWhereThereIsNone();
    void nothingFromOutsideLeavesItsText();
    void aPlanThatWasWrittenIsReadBack();
    void whatIsNoPlanIsRefusedWithItsPlace_data();
    void whatIsNoPlanIsRefusedWithItsPlace();
};

updates::Plan examplePlan()
{
    auto core = test::updated(test::reference(u"core"_s, u"ghcr.io/acme/core:2.1"_s, 3), u"2.2"_s,
                              u"2.2 is the newest 2.x. 3.0 is a major version, and the policy allows minor ones."_s);
    core.use.via = compose::Via::Default;
    core.use.text = u"ghcr.io/acme/core:${CORE_TAG:-2.1}"_s;
    core.judgement->reason = updates::Reason::Level;
    core.judgement->newest = u"3.0"_s;
    core.judgement->skipped = {{u"3.0"_s, updates::Reason::Level}};
    updates::Plan plan;
    plan.files = {u"compose.yaml"_s};
    plan.references = {core};
    plan.diff = u"--- a/compose.yaml\n+++ b/compose.yaml\n@@ -1,3 +1,3 @@\n services:\n   core:\n"
                "-    image: ghcr.io/acme/core:${CORE_TAG:-2.1}\n+    image: ghcr.io/acme/core:${CORE_TAG:-2.2}\n"_s;
    return plan;
}

void JsonTest::theContractsExampleIsWrittenAsItStandsThere()
{
    const auto example = QJsonDocument::fromJson(R"(
        {"format": 1, "command": "plan", "files": ["compose.yaml"],
         "references": [{
           "file": "compose.yaml", "line": 3, "column": 12, "path": "/services/core/image", "kind": "service",
           "services": ["core"], "style": "plain", "anchor": false, "via": "default",
           "text": "ghcr.io/acme/core:${CORE_TAG:-2.1}",
           "image": {"registry": "ghcr.io", "repository": "acme/core", "tag": "2.1", "digest": null},
           "outcome": "update", "reason": "level", "newest": "3.0", "skipped": [{"tag": "3.0", "reason": "level"}],
           "why": "2.2 is the newest 2.x. 3.0 is a major version, and the policy allows minor ones.",
           "candidate": {"tag": "2.2",
             "digest": "sha256:7e5e913a7e5e913a7e5e913a7e5e913a7e5e913a7e5e913a7e5e913a7e5e913a"},
           "risks": [], "edits": [{"file": "compose.yaml", "line": 3, "old": "2.1", "new": "2.2"}]}],
         "problems": [], "summary": {"update": 1, "current": 0, "held": 0, "refused": 0, "error": 0},
         "diff": "--- a/compose.yaml\n+++ b/compose.yaml\n@@ -1,3 +1,3 @@\n services:\n   core:\n-    image: ghcr.io/acme/core:${CORE_TAG:-2.1}\n+    image: ghcr.io/acme/core:${CORE_TAG:-2.2}\n"})");
    QVERIFY(!example.isNull());

    const auto written = toJson(u"plan"_s, examplePlan());

    QCOMPARE(QJsonDocument::fromJson(written), example);
    QVERIFY(written.endsWith("}\n"));
    QCOMPARE(written.count('\n'), 1);
}

void JsonTest::keysComeInTheContractsOrder()
{
    const auto written = toJson(u"apply"_s, examplePlan());

    qsizetype from = 0;
    for (const auto key :
         {"format",   "command", "files",    "references", "file",   "line",    "column",    "path",       "kind",
          "services", "style",   "anchor",   "via",        "text",   "image",   "registry",  "repository", "tag",
          "digest",   "outcome", "reason",   "why",        "newest", "skipped", "candidate", "edits",      "old",
          "new",      "risks",   "problems", "summary",    "diff",   "written"}) {
        const QByteArray quoted = '"' + QByteArray{key} + "\":";
        const auto at = written.indexOf(quoted, from);
        QVERIFY2(at >= 0, key);
        from = at;
    }
}

QJsonObject onlyReference(const updates::PlannedReference &reference)
{
    updates::Plan plan;
    plan.references = {reference};
    const auto document = QJsonDocument::fromJson(toJson(u"plan"_s, plan)).object();
    return document["references"_L1].toArray().first().toObject();
}

void JsonTest::whatDoesNotApplyIsLeftOut()
{
    const auto web = test::reference(u"web"_s, u"acme/web:1"_s, 3);
    const auto refused = test::judged(web, updates::Outcome::Refused, updates::Reason::Shadowed, u"Replaced."_s);
    const auto current = test::judged(web, updates::Outcome::Current, {}, u"1 is the newest."_s);

    const auto whenUnjudged = onlyReference(web);
    const auto whenRefused = onlyReference(refused);
    const auto whenCurrent = onlyReference(current);

    for (const auto key : {"outcome"_L1, "reason"_L1, "why"_L1, "newest"_L1, "skipped"_L1, "risks"_L1})
        QVERIFY2(!whenUnjudged.contains(key), key.data());
    for (const auto key : {"newest"_L1, "skipped"_L1, "candidate"_L1, "edits"_L1, "risks"_L1, "source"_L1})
        QVERIFY2(!whenRefused.contains(key), key.data());
    for (const auto key : {"reason"_L1, "candidate"_L1, "edits"_L1, "source"_L1})
        QVERIFY2(!whenCurrent.contains(key), key.data());
    QCOMPARE(whenCurrent["skipped"_L1], QJsonArray{});
    QCOMPARE(whenCurrent["risks"_L1], QJsonArray{});
}

void JsonTest::imagesHasNeitherSummaryNorDiff()
{
    const auto document = QJsonDocument::fromJson(toJson(u"images"_s, examplePlan())).object();

    QCOMPARE(document["command"_L1], u"images"_s);
    for (const auto key : {"summary"_L1, "diff"_L1, "written"_L1})
        QVERIFY2(!document.contains(key), key.data());
}

void JsonTest::nullStandsWhereThereIsNone()
{
    auto web = test::reference(u"web"_s, u"Not A Reference"_s, 3);
    updates::Plan plan;
    plan.references = {web};
    plan.problems = {{.file = u"stacks/compose.yaml"_s,
                      .line = {},
                      .column = {},
                      .severity = Problem::Severity::Warning,
                      .code = u"several-base-files"_s,
                      .message = u"Compose would use the first."_s}};

    const auto document = QJsonDocument::fromJson(toJson(u"images"_s, plan)).object();

    QVERIFY(document["references"_L1][0]["image"_L1].isNull());
    const auto problem = document["problems"_L1][0];
    QVERIFY(problem["line"_L1].isNull());
    QVERIFY(problem["column"_L1].isNull());
    QCOMPARE(problem["severity"_L1], u"warning"_s);
}

void JsonTest::nothingFromOutsideLeavesItsText()
{
    const QString hostile = u"\x1b[2J\u009b1m\"\\\n\r\t\u202eweb\u2028\u007f日本😀"_s + QChar{0xdc00};
    auto web = test::reference(u"web"_s, u"acme/web:1"_s, 3);
    web.use.text = hostile;
    updates::Plan plan;
    plan.references = {web};

    const auto written = toJson(u"images"_s, plan);

    const auto shown = QString::fromUtf8(written);
    for (const auto c : {u'\x1b', u'\u009b', u'\r', u'\t', u'\u202e', u'\u2028', u'\x7f'})
        QVERIFY(!shown.contains(c));
    QVERIFY(shown.contains(u"日本😀"_s));
    const auto read = QJsonDocument::fromJson(written).object()["references"_L1][0]["text"_L1].toString();
    QCOMPARE(read.first(read.size() - 1), hostile.first(hostile.size() - 1));
}

void JsonTest::aPlanThatWasWrittenIsReadBack()
{
    auto plan = test::variedPlan();
    plan.problems = {
        {u"compose.yaml"_s, 7, 3, Problem::Severity::Error, u"duplicate-key"_s, u"The key is there twice."_s},
        {u"a.yaml"_s, {}, {}, Problem::Severity::Warning, u"include-remote"_s, u"Not followed."_s}};
    plan.arguments = {u"a.yaml:b.yaml"_s};

    const auto read = readPlan(toJson(u"plan"_s, plan));

    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->arguments, plan.arguments);
    QCOMPARE(read->files, plan.files);
    QCOMPARE(read->problems, plan.problems);
    QCOMPARE(read->diff, plan.diff);
    QCOMPARE(read->references.size(), plan.references.size());
    for (qsizetype i = 0; i < plan.references.size(); ++i)
        QVERIFY2(read->references.at(i) == plan.references.at(i), qPrintable(plan.references.at(i).use.path));
}

void JsonTest::whatIsNoPlanIsRefusedWithItsPlace_data()
{
    const auto plan = toJson(u"plan"_s, examplePlan());
    const auto changed = [&plan](const char *before, const char *after) {
        return QByteArray{plan}.replace(before, after);
    };
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    QTest::newRow("no JSON") << "services:\n"_ba << u"not JSON"_s;
    QTest::newRow("cut short") << plan.first(plan.size() / 2) << u"not JSON"_s;
    QTest::newRow("another document") << "{\"a\": 1}"_ba << u"format is missing"_s;
    QTest::newRow("a later format") << changed("\"format\":1", "\"format\":2") << u"format is 2"_s;
    QTest::newRow("of images") << toJson(u"images"_s, examplePlan()) << u"“images”"_s;
    QTest::newRow("no candidate") << changed("\"candidate\"", "\"other\"") << u"references[0].candidate is missing"_s;
    QTest::newRow("no digest") << changed("\"digest\":\"sha256:7e", "\"digest\":\"sha256:7")
                               << u"references[0].candidate.digest"_s;
    QTest::newRow("unknown outcome") << changed("\"outcome\":\"update\"", "\"outcome\":\"up\"")
                                     << u"references[0].outcome"_s;
    QTest::newRow("a text for a line") << changed("\"line\":3", "\"line\":\"3\"")
                                       << u"references[0].line is not an integer"_s;
}

void JsonTest::whatIsNoPlanIsRefusedWithItsPlace()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, place);

    const auto read = readPlan(text);

    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(place), qPrintable(read.error().message));
}

const slipway::test::Registered<JsonTest> registered;

} // namespace slipway::ctl

#include "json_test.moc"
