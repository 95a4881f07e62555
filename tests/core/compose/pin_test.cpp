// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/pin.h"
#include "core/yaml/proof.h"
#include "tests/core/compose/memoryfolder.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace slipway;
using compose::PinObstacle;
using compose::TextEdit;
using test::readingOf;

namespace
{

const QByteArray oldDigest = "sha256:" + QByteArray(64, 'a');
const QByteArray newDigest = "sha256:" + QByteArray(64, 'b');

/// A compose file with one image, and the `.env` beside it.
struct Files
{
    QByteArray compose;
    QByteArray environment;

    bool operator==(const Files &) const = default;
};

Files withImage(const QByteArray &text, const QByteArray &environment)
{
    return {.compose = "services:\r\n  web:\r\n    image: " + text + " # kept\r\n", .environment = environment};
}

compose::Site siteIn(const Files &files)
{
    return readingOf({{u"compose.yaml"_s, files.compose}, {u".env"_s, files.environment}}).sites.value(0);
}

/// The texts of a scalar's edits put into its value.
yaml::ScalarChange changeOf(const yaml::Stream &stream, const QList<TextEdit> &edits)
{
    const auto &node = stream.node(edits.first().node);
    auto value = node.value.toByteArray();
    auto sorted = edits;
    std::ranges::sort(sorted, std::ranges::greater{}, &TextEdit::begin);
    for (const auto &edit : std::as_const(sorted))
        value.replace(edit.begin - node.begin, edit.end - edit.begin, edit.text);
    return {.node = edits.first().node, .value = value};
}

/// The files after edits; the compose file's are proven.
Files written(const Files &files, const compose::Site &site, const QList<TextEdit> &edits)
{
    QList<TextEdit> inScalar;
    QList<yaml::Edit> composeBytes;
    QList<yaml::Edit> environmentBytes;
    for (const auto &edit : edits) {
        const yaml::Edit bytes{.begin = edit.begin, .end = edit.end, .text = edit.text};
        (edit.node == yaml::noNode ? environmentBytes : composeBytes).append(bytes);
        if (edit.node != yaml::noNode)
            inScalar.append(edit);
    }
    auto after = files;
    after.environment = yaml::edited(files.environment, environmentBytes).value_or("not edited"_ba);
    if (inScalar.isEmpty())
        return after;
    const auto &stream = site.place.file->stream;
    after.compose = yaml::provenEdit(stream, composeBytes, {changeOf(stream, inScalar)}).value_or("not proven"_ba);
    return after;
}

/// With real digests for OLD and NEW.
QByteArray withDigests(QByteArray text)
{
    return text.replace("OLD", oldDigest).replace("NEW", newDigest);
}

QString code(PinObstacle obstacle)
{
    return obstacle == PinObstacle::Complex ? u"complex"_s : u"escaped"_s;
}

} // namespace

class PinTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTagAndDigest_data();
    void writesTagAndDigest();
    void dropsTheDigest_data();
    void dropsTheDigest();
    void leavesTheTagAsItIs();
    void editsNothingThatIsThereAlready();
    void refusesWhatStandsInSeveralPlaces_data();
    void refusesWhatStandsInSeveralPlaces();
    void refusesADigestBehindADefault_data();
    void refusesADigestBehindADefault();
    void refusesATagThatBreaksTheFrame();
    void refusesATextThatProjectsReadDifferently();
    void showsTheSmallestWholeThatChanges_data();
    void showsTheSmallestWholeThatChanges();
    void namesTheLineOfEachEdit();
    void namesTheVariableOfTheTag_data();
    void namesTheVariableOfTheTag();
    void framesAVariableInTheTag();
    void editsEveryOtherKind();
};

void PinTest::writesTagAndDigest_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("environment");
    QTest::addColumn<bool>("hasDigest"); // the wanted reference
    QTest::addColumn<QByteArray>("textAfter");
    QTest::addColumn<QByteArray>("environmentAfter");

    const auto row = [](const char *name, const char *text, const char *environment, bool digest, const char *textAfter,
                        const char *environmentAfter) {
        QTest::newRow(name) << withDigests(text) << withDigests(environment) << digest << withDigests(textAfter)
                            << withDigests(environmentAfter);
    };
    row("plain", "app:1", "", false, "app:2", "");
    row("plain with digest", "app:1@OLD", "", true, "app:2@NEW", "");
    row("a new digest", "app:1", "", true, "app:2@NEW", "");
    row("a port", "localhost:5000/app:1", "", true, "localhost:5000/app:2@NEW", "");
    row("no tag", "app", "", false, "app:2", "");
    row("no tag, a digest", "app@OLD", "", true, "app:2@NEW", "");
    row("no tag, a new digest", "app", "", true, "app:2@NEW", "");
    row("single quotes", "'app:1@OLD'", "", true, "'app:2@NEW'", "");
    row("double quotes", "\"app:1\"", "", true, "\"app:2@NEW\"", "");
    row("folded", ">-\r\n      app:1@OLD\r\n ", "", true, ">-\r\n      app:2@NEW\r\n ", "");
    row("literal", "|-\r\n      app:1\r\n ", "", true, "|-\r\n      app:2@NEW\r\n ", "");
    row("override", "!override app:1", "", false, "!override app:2", "");
    row("default", "app:${A:-1}", "", false, "app:${A:-2}", "");
    row("default without colon", "app:${A-1}", "", true, "app:${A-2@NEW}", "");
    row("default with digest", "app:${A:-1@OLD}", "", true, "app:${A:-2@NEW}", "");
    row("default is the whole", "\"${A:-ghcr.io/acme/app:1}\"", "", true, "\"${A:-ghcr.io/acme/app:2@NEW}\"", "");
    row("default has the name", "${A:-app}", "", true, "${A:-app:2@NEW}", "");
    row("default has a part of the name", "${HOST:-ghcr.io}/app:1", "", true, "${HOST:-ghcr.io}/app:2@NEW", "");
    row("default behind others", "${H:-ghcr.io}/${P:-acme}/app:${A:-1}", "", false,
        "${H:-ghcr.io}/${P:-acme}/app:${A:-2}", "");
    row("digest behind a default", "app:${A:-1}@OLD", "", true, "app:${A:-2}@NEW", "");
    row("digest in a default of its own", "app:${A:-1}@${B:-OLD}", "", true, "app:${A:-2}@${B:-NEW}", "");
    row("digest in a default", "app:1@${B:-OLD}", "", true, "app:2@${B:-NEW}", "");
    row("env", "app:${A}", "A=1\nB=1\n", false, "app:${A}", "A=2\nB=1\n");
    row("env over a default", "app:${A:-0}", "A=1\n", true, "app:${A:-0}", "A=2@NEW\n");
    row("env in quotes", "app:$A", "B=0\nexport A=\"1\" # kept\n", true, "app:$A", "B=0\nexport A=\"2@NEW\" # kept\n");
    row("env with CRLF", "app:$A", "A=1\r\nB=2\r\n", false, "app:$A", "A=2\r\nB=2\r\n");
    row("env has the whole", "${A}", "A=acme/app:1@OLD\n", true, "${A}", "A=acme/app:2@NEW\n");
    row("env has the name", "$A", "A=acme/app\n", true, "$A", "A=acme/app:2@NEW\n");
    row("env in an escaped-looking default", "app:${A:?say $$A}", "A=1\n", false, "app:${A:?say $$A}", "A=2\n");
    row("two variables", "app:${T}@${D}", "T=1\nD=OLD\n", true, "app:${T}@${D}", "T=2\nD=NEW\n");
    row("the digest's hex alone", "app:1@sha256:${D:-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}",
        "", true, "app:2@sha256:${D:-bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb}", "");
    row("an empty variable behind", "app:1${E}", "E=\n", false, "app:2${E}", "E=\n");
}

void PinTest::writesTagAndDigest()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, environment);
    QFETCH(const bool, hasDigest);
    QFETCH(const QByteArray, textAfter);
    QFETCH(const QByteArray, environmentAfter);
    const auto digest = hasDigest ? std::optional{*Digest::parse(QString::fromLatin1(newDigest))} : std::nullopt;
    const auto files = withImage(text, environment);
    const auto site = siteIn(files);
    QVERIFY(site.use.image);
    QVERIFY(!compose::pinObstacle(site));

    const auto edits = compose::pinEdits(site, u"2"_s, digest);

    QVERIFY(edits);
    const auto after = written(files, site, *edits);
    QCOMPARE(after.compose, withImage(textAfter, {}).compose);
    QCOMPARE(after.environment, environmentAfter);
    const auto again = siteIn(after);
    QCOMPARE(again.use.image->repository, site.use.image->repository);
    QCOMPARE(again.use.image->tag, u"2"_s);
    QCOMPARE(again.use.image->digest, digest);
    QVERIFY(compose::pinEdits(again, u"2"_s, digest)->isEmpty());
}

void PinTest::dropsTheDigest_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("textAfter"); // empty: refused

    const auto row = [](const char *text, const char *after) {
        QTest::newRow(text) << withDigests(text) << QByteArray{after};
    };
    row("app:1@OLD", "app:2");
    row("'app:1@OLD'", "'app:2'");
    row("app:${A:-1@OLD}", "app:${A:-2}");
    row("${A:-app:1@OLD}", "${A:-app:2}");
    row("app:${A:-1}@OLD", "app:${A:-2}");
    row("app:1@${D:-OLD}", "");
    row("app:1@sha256:${D:-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}", "");
}

void PinTest::dropsTheDigest()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, textAfter);
    const auto files = withImage(text, {});
    const auto site = siteIn(files);

    const auto edits = compose::pinEdits(site, u"2"_s, {});

    QCOMPARE(edits.has_value(), !textAfter.isEmpty());
    if (edits)
        QCOMPARE(written(files, site, *edits).compose, withImage(textAfter, {}).compose);
    else
        QCOMPARE(edits.error(), PinObstacle::Complex);
}

void PinTest::leavesTheTagAsItIs()
{
    const auto digest = *Digest::parse(QString::fromLatin1(newDigest));
    for (const auto &[before, after] : {std::pair{"app:1@OLD"_ba, "app:1@NEW"_ba},
                                        {"app"_ba, "app@NEW"_ba},
                                        {"app:${A:-1}"_ba, "app:${A:-1@NEW}"_ba},
                                        {"app@OLD"_ba, "app@NEW"_ba}}) {
        const auto files = withImage(withDigests(before), {});
        const auto site = siteIn(files);

        const auto edits = compose::pinEdits(site, {}, digest);

        QVERIFY(edits);
        QCOMPARE(written(files, site, *edits).compose, withImage(withDigests(after), {}).compose);
    }
}

void PinTest::editsNothingThatIsThereAlready()
{
    const auto site = siteIn(withImage(withDigests("app:2@NEW"), {}));

    const auto edits = compose::pinEdits(site, u"2"_s, *Digest::parse(QString::fromLatin1(newDigest)));

    QVERIFY(edits);
    QVERIFY(edits->isEmpty());
}

void PinTest::refusesWhatStandsInSeveralPlaces_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("environment");
    QTest::addColumn<QString>("obstacle");

    const auto row = [](const char *text, const char *environment, const char *obstacle) {
        QTest::newRow(text) << withDigests(text) << withDigests(environment) << QString::fromLatin1(obstacle);
    };
    row("app:${A:-1}.${B:-0}", "", "complex");
    row("app:$A.$B", "A=1\nB=0", "complex");
    row("app:${A}${A}", "A=1", "complex");
    row("app:${A:-${B:-1}}", "", "complex");
    row("app:${A:-$B}", "B=1", "complex");
    row("app:${A:-1-${B:-x}}", "", "complex");
    row("app:${A:+1}", "A=x", "complex");
    row("app:$A", "B=1\nA=${B}", "complex");
    row("app:$A", "A=${B:-1}", "complex");
    row("app:1${E}-x", "E=", "complex");
    row("${A:+app}", "A=x", "complex");
    row("${A:-${B:-app}}", "", "complex");
    row("app:1@${A:-${B:-OLD}}", "", "complex");
    row("app:1@$A", "B=OLD\nA=$B", "complex");
    row("\"app\\x3a1\"", "", "escaped");
    row("\"app\\\r\n      :1\"", "", "escaped");
    row("\"app:\\x24A\"", "A=1", "escaped");
}

void PinTest::refusesWhatStandsInSeveralPlaces()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, environment);
    const auto site = siteIn(withImage(text, environment));
    QVERIFY(site.use.image);

    const auto obstacle = compose::pinObstacle(site);
    const auto edits = compose::pinEdits(site, u"2"_s, *Digest::parse(QString::fromLatin1(newDigest)));

    QVERIFY(obstacle);
    QTEST(code(*obstacle), "obstacle");
    QVERIFY(!edits);
    QTEST(code(edits.error()), "obstacle");
}

void PinTest::refusesADigestBehindADefault_data()
{
    QTest::addColumn<QByteArray>("text");

    for (const auto *text : {"app:${A:-1}-alpine", "app:v${A:-1}-alpine", "app:${TAG}-alpine"})
        QTest::newRow(text) << QByteArray{text};
}

void PinTest::refusesADigestBehindADefault()
{
    QFETCH(const QByteArray, text);
    const auto site = siteIn(withImage(text, "TAG=1"));
    const auto tag = QString{*site.use.image->tag}.replace(u'1', u'2');

    const auto withDigest = compose::pinEdits(site, tag, *Digest::parse(QString::fromLatin1(newDigest)));
    const auto without = compose::pinEdits(site, tag, {});

    QVERIFY(!compose::pinObstacle(site));
    QVERIFY(!withDigest);
    QCOMPARE(withDigest.error(), PinObstacle::Complex);
    QVERIFY(without);
    QCOMPARE(without->first().text, "2"_ba);
}

void PinTest::refusesATagThatBreaksTheFrame()
{
    const auto site = siteIn(withImage("app:v${A:-1}-alpine", {}));

    for (const auto &tag : {u"2-alpine"_s, u"v2"_s, u"v-alpine"_s, u"v-alpin"_s, u"v2-alpine3"_s})
        QVERIFY(!compose::pinEdits(site, tag, {}));
    QVERIFY(compose::pinEdits(site, u"v2-alpine"_s, {}));
}

void PinTest::refusesATextThatProjectsReadDifferently()
{
    const auto reading =
        readingOf({{u"base.yaml"_s, "services: {s: {image: \"s:$TAG\"}}\n"},
                   {u"a/compose.yaml"_s, "services: {a: {extends: {file: ../base.yaml, service: s}}}\n"},
                   {u"b/compose.yaml"_s, "services: {b: {extends: {file: ../base.yaml, service: s}}}\n"},
                   {u"a/.env"_s, "TAG=1\n"},
                   {u"b/.env"_s, "TAG=1\n"}},
                  {u"a"_s, u"b"_s});

    QCOMPARE(compose::pinObstacle(reading.sites.first()), PinObstacle::Complex);
    QVERIFY(!compose::pinEdits(reading.sites.first(), u"2"_s, {}));
}

void PinTest::showsTheSmallestWholeThatChanges_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("shown"); // before -> after

    const auto row = [](const char *text, const QList<QByteArray> &shown) {
        QStringList texts;
        for (const auto &each : shown)
            texts.append(QString::fromUtf8(withDigests(each)));
        QTest::newRow(text) << withDigests(text) << texts;
    };
    row("ghcr.io/acme/app:1", {"ghcr.io/acme/app:1 -> ghcr.io/acme/app:2@NEW"});
    row("app:1@OLD", {"app:1@OLD -> app:2@NEW"});
    row("app:${A:-1}", {"1 -> 2@NEW"});
    row("${A:-app:1}", {"app:1 -> app:2@NEW"});
    row("app:$TAG", {"1 -> 2@NEW"});
    row("$IMAGE", {"acme/app:1 -> acme/app:2@NEW"});
    row("app:${A:-1}@OLD", {"1 -> 2", "OLD -> NEW"});
    row("${HOST:-ghcr.io}/app:1", {"${HOST:-ghcr.io}/app:1 -> ${HOST:-ghcr.io}/app:2@NEW"});
}

void PinTest::showsTheSmallestWholeThatChanges()
{
    QFETCH(const QByteArray, text);
    const auto site = siteIn(withImage(text, "TAG=1\nIMAGE=acme/app:1\n"));

    const auto edits = compose::pinEdits(site, u"2"_s, *Digest::parse(QString::fromLatin1(newDigest)));

    QVERIFY(edits);
    QStringList texts;
    for (const auto &edit : *edits)
        texts.append(edit.before + u" -> " + edit.after);
    QTEST(texts, "shown");
}

void PinTest::namesTheLineOfEachEdit()
{
    const auto site = siteIn(withImage(withDigests("app:$TAG@OLD"), "B=\n\nTAG=1\n"));

    const auto edits = compose::pinEdits(site, u"2"_s, *Digest::parse(QString::fromLatin1(newDigest)));

    QVERIFY(edits);
    QCOMPARE(edits->size(), 2);
    const auto &tag = edits->first();
    QCOMPARE(tag.file, u".env"_s);
    QCOMPARE(tag.path, u"/stack/.env"_s);
    QCOMPARE(tag.line, 3);
    QCOMPARE(tag.variable, "TAG"_ba);
    QCOMPARE(tag.node, yaml::noNode);
    const auto &digest = edits->last();
    QCOMPARE(digest.file, u"compose.yaml"_s);
    QCOMPARE(digest.line, 3);
    QCOMPARE(digest.node, site.place.node);
    QVERIFY(digest.variable.isEmpty());
}

void PinTest::namesTheVariableOfTheTag_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("name");

    const auto row = [](const char *text, const char *name) {
        QTest::newRow(text) << withDigests(text) << QByteArray{name};
    };
    row("app:$TAG", "TAG");
    row("app:v${TAG}-alpine", "TAG");
    row("$IMAGE", "IMAGE");
    row("$NAME", "NAME");
    row("$NAME:1", "");
    row("app:1", "");
    row("app:${A:-1}", "");
    row("app:1@${D}", "");
}

void PinTest::namesTheVariableOfTheTag()
{
    QFETCH(const QByteArray, text);
    const auto site = siteIn(withImage(text, withDigests("TAG=1\nIMAGE=acme/app:1\nNAME=app\nD=OLD\n")));
    QVERIFY(site.use.image);

    const auto variable = compose::tagVariable(site);

    QTEST((variable ? variable->name : QByteArray{}), "name");
}

void PinTest::framesAVariableInTheTag()
{
    using compose::TagFrame;

    QCOMPARE(compose::tagFrame(siteIn(withImage("app:v${A:-1}-alpine", {}))),
             (TagFrame{.before = u"v"_s, .behind = u"-alpine"_s}));
    QCOMPARE(compose::tagFrame(siteIn(withImage("app:${A}-alpine", "A=1"))),
             (TagFrame{.before = {}, .behind = u"-alpine"_s}));
    QCOMPARE(compose::tagFrame(siteIn(withImage("${A}-alpine", "A=app:1"))),
             (TagFrame{.before = {}, .behind = u"-alpine"_s}));
    QCOMPARE(compose::tagFrame(siteIn(withImage("app:1-alpine", {}))), TagFrame{});
    QCOMPARE(compose::tagFrame(siteIn(withImage("app", {}))), TagFrame{});
}

void PinTest::editsEveryOtherKind()
{
    const QByteArray text =
        R"({"services": {"web": {"pre_start": [{"image": "hook:1"}], "volumes": [{"type": "image", "source": "${M:-mount:1}", "target": "/m"}]}},
"x-a": {"image": &a "frag:1"}})";
    const auto reading = readingOf({{u"compose.yaml"_s, text}});
    QCOMPARE(reading.sites.size(), 3);

    QByteArray after = text;
    for (const auto &site : reading.sites) {
        const auto edits = compose::pinEdits(site, u"2"_s, {});
        QVERIFY(edits);
        after = written({.compose = text, .environment = {}}, site, *edits).compose;
        const auto expected = site.use.text.toUtf8().replace(":1", ":2");
        QCOMPARE(after, QByteArray{text}.replace(site.use.text.toUtf8(), expected));
    }
}

const slipway::test::Registered<PinTest> registered;

#include "pin_test.moc"
