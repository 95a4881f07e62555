// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/compose/memoryfolder.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;
using test::MemoryFolder;
using test::readingOf;

/// How projects are put together of files: `include`, `.env`, several projects, and what is wrong with them.
class IncludeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void includesAFileInBothForms_data();
    void includesAFileInBothForms();
    void laysTheIncludingFileOverTheIncluded();
    void keepsAnIncludedProjectToItself();
    void extendsAnIncludedService();
    void givesEachProjectItsOwnVariables();
    void countsPathsFromTheIncludedFolder();
    void listsFilesInLoadOrder();
    void warnsOfWhatIsNotOnThisMachine();
    void missesWhatIsNotThere_data();
    void missesWhatIsNotThere();
    void refusesWhatIsNotCompose_data();
    void refusesWhatIsNotCompose();
    void leavesABrokenProjectOutAndDoesTheOthers();
    void listsATextOfTwoProjectsOnce();
    void takesTheVariablesOfTheProjectThatUsesAText();
    void tellsATextThatProjectsReadDifferently();
    void saysWhichVariablesAreUsedWhere();
    void letsSourcesGo();
};

void IncludeTest::includesAFileInBothForms_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<QStringList>("sites");

    const auto row = [](const char *entry, const QStringList &sites) {
        QTest::newRow(entry) << QByteArray{entry} << sites;
    };
    const auto one = u"sub/one.yaml:1:23 /services/a/image service [a] docker.io/library/a:1"_s;
    row("sub/one.yaml", {one});
    row("./sub/one.yaml", {one});
    row("\"${DIR:-sub}/one.yaml\"", {one});
    row("/stack/sub/one.yaml", {one});
    row("{path: sub/one.yaml}", {one});
    row("{path: [sub/one.yaml]}", {one});
    row("{path: [sub/one.yaml, two.yaml]}", {one + u" shadowed by two.yaml line 1",
                                             u"two.yaml:1:23 /services/a/image service [a] docker.io/library/a:2"_s});
}

void IncludeTest::includesAFileInBothForms()
{
    QFETCH(const QByteArray, entry);
    QFETCH(QStringList, sites);

    const auto reading = readingOf({{u"compose.yaml"_s, "include: [" + entry + "]\n"},
                                    {u"sub/one.yaml"_s, "services: {a: {image: a:1}}\n"},
                                    {u"two.yaml"_s, "services: {a: {image: a:2}}\n"}});

    if (sites.size() > 1)
        sites.first().replace(u"[a] docker"_s, u"[] docker"_s);
    QCOMPARE(test::lines(reading.sites), sites);
    QVERIFY(reading.problems.isEmpty());
}

void IncludeTest::laysTheIncludingFileOverTheIncluded()
{
    const auto reading =
        readingOf({{u"compose.yaml"_s, "services: {web: {image: web:2}}\ninclude: [inc.yaml]\n"},
                   {u"inc.yaml"_s, "services: {web: {image: web:1, platform: linux/arm64}}\nx-a: {image: a:1}\n"}});

    QCOMPARE(
        test::lines(reading.sites),
        (QStringList{
            u"compose.yaml:1:25 /services/web/image service [web] docker.io/library/web:2"_s,
            u"inc.yaml:1:25 /services/web/image service [] docker.io/library/web:1 shadowed by compose.yaml line 1"_s,
            u"inc.yaml:2:14 /x-a/image service [] docker.io/library/a:1"_s,
        }));
    QCOMPARE(reading.sites.first().services.first().platform, u"linux/arm64"_s);
}

void IncludeTest::keepsAnIncludedProjectToItself()
{
    const auto reading = readingOf({{u"compose.yaml"_s, "services: {web: {image: web:1}}\n"},
                                    {u"compose.override.yaml"_s, "include: [inc.yaml]\n"},
                                    {u"inc.yaml"_s, "services: !override {api: {image: api:1}}\n"}});

    QCOMPARE(test::lines(reading.sites),
             (QStringList{
                 u"compose.yaml:1:25 /services/web/image service [web] docker.io/library/web:1"_s,
                 u"inc.yaml:1:35 /services/api/image service [api] docker.io/library/api:1"_s,
             }));
}

void IncludeTest::extendsAnIncludedService()
{
    const auto reading = readingOf({{u"compose.yaml"_s, "include: [inc.yaml]\nservices: {web: {extends: base}}\n"},
                                    {u"inc.yaml"_s, "services: {base: {image: base:1}}\n"}});

    QCOMPARE(test::lines(reading.sites),
             QStringList{u"inc.yaml:1:26 /services/base/image service [base web] docker.io/library/base:1"_s});
}

void IncludeTest::givesEachProjectItsOwnVariables()
{
    const auto reading = readingOf({{u"compose.yaml"_s, R"(
include:
  - a/a.yaml
  - {path: b/b.yaml, env_file: [one.env, two.env]}
  - {path: c/c.yaml, project_directory: a}
services: {web: {image: "web:${TAG}-${BOTH}"}}
)"},
                                    {u".env"_s, "TAG=main\nBOTH=main\n"},
                                    {u"a/.env"_s, "A=own\nBOTH=own\nMADE=$BOTH\n"},
                                    {u"b/.env"_s, "B=unread\n"},
                                    {u"one.env"_s, "B=one\nC=one\n"},
                                    {u"two.env"_s, "B=two\n"},
                                    {u"a/a.yaml"_s, "services: {a: {image: \"a:${A}-${BOTH}-${MADE}\"}}\n"},
                                    {u"b/b.yaml"_s, "services: {b: {image: \"b:${B}-${C}-${A:-none}\"}}\n"},
                                    {u"c/c.yaml"_s, "services: {c: {image: \"c:${A}\"}}\n"}});

    QStringList tags;
    for (const auto &site : reading.sites)
        tags.append(site.use.services.first() + u' ' + site.use.image->tag.value_or(QString{}));
    QCOMPARE(tags, (QStringList{u"web main-main"_s, u"a own-main-main"_s, u"b two-one-none"_s, u"c own"_s}));
    QCOMPARE(reading.files, (QStringList{u".env"_s, u"compose.yaml"_s, u"a/.env"_s, u"a/a.yaml"_s, u"one.env"_s,
                                         u"two.env"_s, u"b/b.yaml"_s, u"c/c.yaml"_s}));
}

void IncludeTest::countsPathsFromTheIncludedFolder()
{
    const auto reading = readingOf(
        {{u"compose.yaml"_s, "include: [sub/inc.yaml, {path: sub/other.yaml, project_directory: dir}]\n"},
         {u"sub/inc.yaml"_s, "include: [deep/inc.yaml]\nservices: {a: {extends: {file: base.yaml, service: b}}}\n"},
         {u"sub/deep/inc.yaml"_s, "services: {c: {image: c:1}}\n"},
         {u"sub/base.yaml"_s, "services: {b: {image: sub:1}}\n"},
         {u"sub/other.yaml"_s, "services: {d: {extends: {file: base.yaml, service: b}}}\n"},
         {u"dir/base.yaml"_s, "services: {b: {image: dir:1}}\n"},
         {u"base.yaml"_s, "services: {b: {image: wrong:1}}\n"}});

    QCOMPARE(test::lines(reading.sites),
             (QStringList{
                 u"sub/deep/inc.yaml:1:23 /services/c/image service [c] docker.io/library/c:1"_s,
                 u"sub/base.yaml:1:23 /services/b/image service [a] docker.io/library/sub:1"_s,
                 u"dir/base.yaml:1:23 /services/b/image service [d] docker.io/library/dir:1"_s,
             }));
}

void IncludeTest::listsFilesInLoadOrder()
{
    const auto reading = readingOf(
        {{u"compose.yaml"_s, "services: {a: {extends: {file: ext.yaml, service: s}}}\ninclude: [one.yaml, two.yaml]\n"},
         {u"compose.override.yaml"_s, "include: [one.yaml]\n"},
         {u"one.yaml"_s, "services: {b: {extends: {file: deep.yaml, service: s}}}\n"},
         {u"two.yaml"_s, "{}\n"},
         {u"ext.yaml"_s, "services: {s: {}}\n"},
         {u"deep.yaml"_s, "services: {s: {}}\n"}});

    QCOMPARE(reading.files, (QStringList{u"compose.yaml"_s, u"one.yaml"_s, u"deep.yaml"_s, u"two.yaml"_s, u"ext.yaml"_s,
                                         u"compose.override.yaml"_s}));
}

void IncludeTest::warnsOfWhatIsNotOnThisMachine()
{
    const auto reading = readingOf({{u"compose.yaml"_s, R"(include:
  - https://example.com/compose.yaml
  - oci://example.com/app
  - git@example.com:acme/app.git
services:
  web: {image: web:1}
  api: {extends: {file: "https://example.com/base.yaml", service: api}}
  job: {extends: remote}
)"}});

    QCOMPARE(test::lines(reading.problems), (QStringList{
                                                u"compose.yaml:2:5 warning include-remote"_s,
                                                u"compose.yaml:3:5 warning include-remote"_s,
                                                u"compose.yaml:4:5 warning include-remote"_s,
                                                u"compose.yaml:7:26 warning include-remote"_s,
                                            }));
    QCOMPARE(test::lines(reading.sites),
             QStringList{u"compose.yaml:6:16 /services/web/image service [web] docker.io/library/web:1"_s});
}

void IncludeTest::missesWhatIsNotThere_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("problem");

    const auto row = [](const char *text, const QString &problem) {
        QTest::newRow(text) << QByteArray{text} << problem;
    };
    row("include: [gone.yaml]", u"compose.yaml:1:11 error include-missing"_s);
    row("include: [sub]", u"compose.yaml:1:11 error include-missing"_s);
    row("include: [{path: sub/a.yaml, env_file: gone.env}]", u"compose.yaml:1:40 error include-missing"_s);
    row("services: {a: {extends: {file: gone.yaml, service: s}}}", u"compose.yaml:1:32 error include-missing"_s);
    row("services: {a: {extends: {file: sub/a.yaml, service: gone}}}", u"compose.yaml:1:32 error include-missing"_s);
    row("services: {a: {extends: gone}}", u"compose.yaml:1:25 error include-missing"_s);
    row("services: {a: {extends: {service: gone}}}", u"compose.yaml:1:35 error include-missing"_s);
}

void IncludeTest::missesWhatIsNotThere()
{
    QFETCH(const QByteArray, text);

    const auto reading = readingOf({{u"compose.yaml"_s, text}, {u"sub/a.yaml"_s, "services: {s: {}}"}});

    QVERIFY(reading.sites.isEmpty());
    QCOMPARE(reading.problems.size(), 1);
    QTEST(test::lines(reading.problems).constFirst(), "problem");
}

void IncludeTest::refusesWhatIsNotCompose_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("problems");

    const auto row = [](const char *text, const QStringList &problems) {
        QTest::newRow(text) << QByteArray{text} << problems;
    };
    row("", {});
    row("# nothing", {});
    row("{}", {});
    row("---\n---\n", {});
    row("version: '3'", {});
    row("x-a: 1", {});
    row("networks: {a: }", {});
    row("web: {image: a:1}", {u"compose.yaml:1:1 error not-compose"_s});
    row("[services]", {u"compose.yaml:1:1 error not-compose"_s});
    row("services", {u"compose.yaml:1:1 error not-compose"_s});
    row("services: {}\n---\nweb: {}", {u"compose.yaml:3:1 error not-compose"_s});
    row("services: {web: {image: {{ tag }}}}", {u"compose.yaml:1:26 error yaml-invalid"_s});
    row("services:\n  web:\n    {% if x %}", {u"compose.yaml:3:6 error yaml-invalid"_s});
    row("services: {a: {command: \"${\"}}", {u"compose.yaml:1:26 error interpolation-invalid"_s});
    row("services: {a: {command: [x, \"${A:-${}}\"]}}", {u"compose.yaml:1:30 error interpolation-invalid"_s});
    row("services: {a: {\"${\": $1, b: $$, c: \"${C:?no value}\"}}", {});
    row("services: {a: {}, a: {}}", {u"compose.yaml:1:19 error duplicate-key"_s});
    row("services:\n\ta: {}", {u"compose.yaml:2:1 error yaml-invalid"_s});
}

void IncludeTest::refusesWhatIsNotCompose()
{
    QFETCH(const QByteArray, text);

    const auto reading = readingOf({{u"compose.yaml"_s, text}});

    QTEST(test::lines(reading.problems), "problems");
}

void IncludeTest::leavesABrokenProjectOutAndDoesTheOthers()
{
    const auto reading = readingOf({{u"a.yaml"_s, "services: {a: {image: a:1}, a: {}}\n"},
                                    {u"b.yaml"_s, "include: [a.yaml]\nservices: {b: {image: b:1}}\n"},
                                    {u"c.yaml"_s, "services: {c: {image: c:1}}\n"},
                                    {u"sub/d.yaml"_s, "services: {d: {image: d:1}}\n"},
                                    {u"sub/.env"_s, "no variable\n"}},
                                   {u"a.yaml"_s, u"b.yaml"_s, u"c.yaml"_s, u"sub/d.yaml"_s, u"c.yaml:a.yaml"_s});

    QCOMPARE(test::lines(reading.sites),
             QStringList{u"c.yaml:1:23 /services/c/image service [c] docker.io/library/c:1"_s});
    QCOMPARE(test::lines(reading.problems), (QStringList{
                                                u"a.yaml:1:29 error duplicate-key"_s,
                                                u"a.yaml:1:29 error duplicate-key"_s,
                                                u"sub/.env:1:1 error interpolation-invalid"_s,
                                                u"a.yaml:1:29 error duplicate-key"_s,
                                            }));
    QVERIFY(reading.files.contains(u"a.yaml"_s));
}

void IncludeTest::listsATextOfTwoProjectsOnce()
{
    const auto reading = readingOf({{u"compose.yaml"_s, "services: {web: {image: web:1}, api: {image: api:1}}\n"},
                                    {u"prod.yaml"_s, "services: {web: {image: web:2}}\n"},
                                    {u"test.yaml"_s, "services: {web: {image: web:3}, test: {extends: api}}\n"}},
                                   {u"compose.yaml"_s, u"compose.yaml:prod.yaml"_s, u"compose.yaml:test.yaml"_s});

    QCOMPARE(test::lines(reading.sites),
             (QStringList{
                 u"compose.yaml:1:25 /services/web/image service [web] docker.io/library/web:1"_s,
                 u"compose.yaml:1:46 /services/api/image service [api test] docker.io/library/api:1"_s,
                 u"prod.yaml:1:25 /services/web/image service [web] docker.io/library/web:2"_s,
                 u"test.yaml:1:25 /services/web/image service [web] docker.io/library/web:3"_s,
             }));
    QVERIFY(!reading.sites.first().ambiguous);
}

void IncludeTest::takesTheVariablesOfTheProjectThatUsesAText()
{
    const auto reading =
        readingOf({{u"base.yaml"_s, "services: {s: {image: \"s:${TAG:-none}\"}}\n"},
                   {u"a/compose.yaml"_s, "services: {a: {extends: {file: ../base.yaml, service: s}, image: a:1}}\n"},
                   {u"b/compose.yaml"_s, "services: {b: {extends: {file: ../base.yaml, service: s}}}\n"},
                   {u"a/.env"_s, "TAG=a\n"},
                   {u"b/.env"_s, "TAG=b\n"}},
                  {u"a"_s, u"b"_s});

    const auto line = test::lines(reading.sites).filter(u"base.yaml"_s);
    QCOMPARE(line, QStringList{u"base.yaml:1:24 /services/s/image service [b] docker.io/library/s:b"_s});
    QVERIFY(!reading.sites.first().ambiguous);
}

void IncludeTest::tellsATextThatProjectsReadDifferently()
{
    const auto isAmbiguous = [](const QByteArray &image, const QByteArray &a, const QByteArray &b) {
        const auto reading =
            readingOf({{u"base.yaml"_s, "services: {s: {image: \"" + image + "\"}}\n"},
                       {u"a/compose.yaml"_s, "services: {a: {extends: {file: ../base.yaml, service: s}}}\n"},
                       {u"b/compose.yaml"_s, "services: {b: {extends: {file: ../base.yaml, service: s}}}\n"},
                       {u"a/.env"_s, a},
                       {u"b/.env"_s, b}},
                      {u"a"_s, u"b"_s});
        return reading.sites.size() == 1 && reading.sites.first().ambiguous;
    };

    QVERIFY(isAmbiguous("s:${TAG}", "TAG=1", "TAG=2"));
    QVERIFY(isAmbiguous("s:${TAG}", "TAG=1", "TAG=1"));
    QVERIFY(isAmbiguous("s:${TAG:-1}", "TAG=1", ""));
    QVERIFY(!isAmbiguous("s:${TAG:-1}", "OTHER=1", ""));
    QVERIFY(!isAmbiguous("s:1", "TAG=1", "TAG=2"));
}

void IncludeTest::saysWhichVariablesAreUsedWhere()
{
    const auto reading = readingOf(
        {{u"compose.yaml"_s,
          "include: [sub/inc.yaml]\nservices: {web: {image: \"w:$TAG\", command: \"$TAG ${NONE:-$OTHER}\"}}\n"},
         {u".env"_s, "TAG=1\nOTHER=2\nMADE=$OTHER\n"},
         {u"sub/inc.yaml"_s, "services: {a: {image: \"a:$OWN\"}}\n"},
         {u"sub/.env"_s, "OWN=3\n"}});

    QStringList uses;
    for (const auto &[variable, place] : reading.projects.first().mentions)
        uses.append(variable->file + u' ' + QString::fromUtf8(variable->name) +
                    (place.file ? u' ' + QString::fromUtf8(place->value) : QString{}));
    QCOMPARE(uses, (QStringList{u".env OTHER"_s, u".env TAG w:$TAG"_s, u".env TAG $TAG ${NONE:-$OTHER}"_s,
                                u".env OTHER $TAG ${NONE:-$OTHER}"_s, u"sub/.env OWN a:$OWN"_s}));
}

void IncludeTest::letsSourcesGo()
{
    const MemoryFolder folder{{u"a.yaml"_s, "services: {a: {image: a:1}}\n"},
                              {u"b.yaml"_s, "services: {b: {extends: {file: a.yaml, service: a}}}\n"}};
    const auto reader = folder.reader();
    compose::SourceCache cache;
    compose::SiteCollection collection;
    const auto projects = compose::findProjects(reader, {u"a.yaml"_s, u"b.yaml"_s}, {}, {}).projects;
    for (const auto &files : projects) {
        collection.add(compose::loadProject(reader, files, cache));
        collection.dropSources();
    }

    QVERIFY(cache.value(u"/stack/a.yaml"_s).expired());
    QCOMPARE(test::lines(std::move(collection).sorted()),
             QStringList{u"a.yaml:1:23 /services/a/image service [a b] docker.io/library/a:1"_s});
}

const slipway::test::Registered<IncludeTest> registered;

#include "include_test.moc"
