// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/compose/memoryfolder.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;
using test::MemoryFolder;
using test::readingOf;

/// What is laid over each other: override files, several documents, `!reset`, `!override`, `extends`.
class LayersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsTheLastFileWin();
    void letsTheLastDocumentWin();
    void leavesAnImageThatAnOverrideDoesNotName();
    void removesWithReset_data();
    void removesWithReset();
    void replacesWithOverride_data();
    void replacesWithOverride();
    void keepsAFragmentBesideAReset();
    void appendsHooks();
    void replacesAMountWithTheSameTarget_data();
    void replacesAMountWithTheSameTarget();
    void replacesAContextWithTheSameName();
    void laysBuildOverBuild();
    void laysModelsOverEachOther();
    void extendsAServiceOfTheSameFile();
    void extendsAServiceOfAnotherFile();
    void followsExtendsFromFileToFile();
    void extendsAServiceThatIsNamedByVariables();
    void takesAllDocumentsOfABaseFile();
    void appendsWhatABaseServiceMounts();
    void countsPathsFromTheFirstFile();
    void countsPathsInABaseFileFromThere();
};

void LayersTest::letsTheLastFileWin()
{
    const auto reading = readingOf({{u"compose.yaml"_s, "services: {web: {image: web:1}}\n"},
                                    {u"b.yaml"_s, "services: {web: {image: web:2}}\n"},
                                    {u"c.yaml"_s, "services: {web: {image: web:3}}\n"}},
                                   {u"compose.yaml:b.yaml:c.yaml"_s});

    QCOMPARE(
        test::lines(reading.sites),
        (QStringList{
            u"compose.yaml:1:25 /services/web/image service [] docker.io/library/web:1 shadowed by c.yaml line 1"_s,
            u"b.yaml:1:25 /services/web/image service [] docker.io/library/web:2 shadowed by c.yaml line 1"_s,
            u"c.yaml:1:25 /services/web/image service [web] docker.io/library/web:3"_s,
        }));
    QCOMPARE(reading.files, (QStringList{u"compose.yaml"_s, u"b.yaml"_s, u"c.yaml"_s}));
}

void LayersTest::letsTheLastDocumentWin()
{
    const auto reading = readingOf({{u"compose.yaml"_s, R"(services: {web: {image: web:1}, api: {image: api:1}}
---
# nothing
---
{}
---
services:
  web: {image: web:2}
)"}});

    QCOMPARE(
        test::lines(reading.sites),
        (QStringList{
            u"compose.yaml:1:25 /services/web/image service [] docker.io/library/web:1 shadowed by compose.yaml line 8"_s,
            u"compose.yaml:1:46 /services/api/image service [api] docker.io/library/api:1"_s,
            u"compose.yaml:8:16 /services/web/image service [web] docker.io/library/web:2"_s,
        }));
}

void LayersTest::leavesAnImageThatAnOverrideDoesNotName()
{
    const auto reading =
        readingOf({{u"compose.yaml"_s, "services: {web: {image: web:1}}\n"},
                   {u"compose.override.yaml"_s, "services: {web: {image: , platform: linux/arm64}}\n"}});

    QCOMPARE(test::lines(reading.sites),
             QStringList{u"compose.yaml:1:25 /services/web/image service [web] docker.io/library/web:1"_s});
    QCOMPARE(reading.sites.first().services.first().platform, u"linux/arm64"_s);
}

void LayersTest::removesWithReset_data()
{
    QTest::addColumn<QByteArray>("override");
    QTest::addColumn<QStringList>("counting"); // the texts that still count

    const auto row = [](const char *override, const QStringList &counting) {
        QTest::newRow(override) << QByteArray{override} << counting;
    };
    row("services: {web: {image: !reset null}}", {u"hook:1"_s, u"mount:1"_s, u"docker-image://base:1"_s});
    row("services: {web: {image: !reset web:2}}", {u"hook:1"_s, u"mount:1"_s, u"docker-image://base:1"_s});
    row("services: {web: {pre_start: !reset []}}", {u"web:1"_s, u"mount:1"_s, u"docker-image://base:1"_s});
    row("services: {web: {volumes: !reset []}}", {u"web:1"_s, u"hook:1"_s, u"docker-image://base:1"_s});
    row("services: {web: {build: !reset null}}", {u"web:1"_s, u"hook:1"_s, u"mount:1"_s});
    row("services: {web: {build: {additional_contexts: !reset {}}}}", {u"web:1"_s, u"hook:1"_s, u"mount:1"_s});
    row("services: {web: {build: {additional_contexts: {base: !reset null}}}}",
        {u"web:1"_s, u"hook:1"_s, u"mount:1"_s});
    row("services: {web: !reset null}", {});
    row("services: !reset null", {});
}

void LayersTest::removesWithReset()
{
    QFETCH(const QByteArray, override);
    const QByteArray base = R"(services:
  web:
    image: web:1
    pre_start: [{image: hook:1}]
    volumes: [{type: image, source: mount:1, target: /m}]
    build: {additional_contexts: {base: docker-image://base:1}}
)";

    const auto reading = readingOf({{u"compose.yaml"_s, base}, {u"compose.override.yaml"_s, override}});

    QStringList counting;
    for (const auto &site : reading.sites) {
        if (!site.use.services.isEmpty())
            counting.append(site.use.text);
        else
            QCOMPARE(site.replacedBy, u"compose.override.yaml line 1"_s);
    }
    QTEST(counting, "counting");
    QCOMPARE(reading.sites.size(), 4);
}

void LayersTest::replacesWithOverride_data()
{
    QTest::addColumn<QByteArray>("override");
    QTest::addColumn<QStringList>("counting");

    const auto row = [](const char *override, const QStringList &counting) {
        QTest::newRow(override) << QByteArray{override} << counting;
    };
    row("services: {web: {image: !override web:2}}", {u"hook:1"_s, u"api:1"_s, u"web:2"_s});
    row("services: {web: {pre_start: !override [{image: hook:2}]}}", {u"web:1"_s, u"api:1"_s, u"hook:2"_s});
    row("services: {web: !override {image: web:2}}", {u"api:1"_s, u"web:2"_s});
    row("services: {web: !override {command: x}}", {u"api:1"_s});
    row("services: !override {web: {image: web:2}}", {u"web:2"_s});
}

void LayersTest::replacesWithOverride()
{
    QFETCH(const QByteArray, override);
    const QByteArray base = R"(services:
  web: {image: web:1, pre_start: [{image: hook:1}]}
  api: {image: api:1}
)";

    const auto reading = readingOf({{u"compose.yaml"_s, base}, {u"compose.override.yaml"_s, override}});

    QStringList counting;
    for (const auto &site : reading.sites) {
        if (!site.use.services.isEmpty())
            counting.append(site.use.text);
        else
            QVERIFY(site.isShadowed());
    }
    QTEST(counting, "counting");
}

void LayersTest::keepsAFragmentBesideAReset()
{
    const auto reading = readingOf(
        {{u"compose.yaml"_s, "services: {web: {image: web:1}}\n"},
         {u"compose.override.yaml"_s, "x-a: &a {image: a:1}\nservices: {web: {<<: *a, image: !reset null}}\n"}});

    QCOMPARE(
        test::lines(reading.sites),
        (QStringList{
            u"compose.yaml:1:25 /services/web/image service [] docker.io/library/web:1 shadowed by compose.override.yaml line 1"_s,
            u"compose.override.yaml:1:17 /x-a/image service [web] docker.io/library/a:1 anchor"_s,
        }));
}

void LayersTest::appendsHooks()
{
    const auto reading = readingOf({{u"compose.yaml"_s, "services: {web: {pre_start: [{image: a:1}, {image: b:1}]}}\n"},
                                    {u"compose.override.yaml"_s, "services: {web: {pre_start: [{image: a:1}]}}\n"}});

    QCOMPARE(test::lines(reading.sites),
             (QStringList{
                 u"compose.yaml:1:38 /services/web/pre_start/0/image hook [web] docker.io/library/a:1"_s,
                 u"compose.yaml:1:52 /services/web/pre_start/1/image hook [web] docker.io/library/b:1"_s,
                 u"compose.override.yaml:1:38 /services/web/pre_start/0/image hook [web] docker.io/library/a:1"_s,
             }));
}

void LayersTest::replacesAMountWithTheSameTarget_data()
{
    QTest::addColumn<QByteArray>("volume");
    QTest::addColumn<bool>("isReplaced");

    const auto row = [](const char *volume, bool isReplaced) {
        QTest::newRow(volume) << QByteArray{volume} << isReplaced;
    };
    row("{type: image, source: other:2, target: /m}", true);
    row("{type: image, source: other:2, target: /n}", false);
    row("{type: volume, source: data, target: /m}", true);
    row("{type: image, source: web, target: /m}", true);
    row("data:/m", true);
    row("data:/m:ro", true);
    row("/m", true);
    row("/m:/n", false);
    row("\"data:${TARGET:-/m}\"", true);
}

void LayersTest::replacesAMountWithTheSameTarget()
{
    QFETCH(const QByteArray, volume);

    const auto reading =
        readingOf({{u"compose.yaml"_s, "services: {web: {volumes: [{type: image, source: mount:1, target: /m}]}}\n"},
                   {u"compose.override.yaml"_s, "services: {web: {volumes: [" + volume + "]}}\n"}});

    QTEST(reading.sites.first().isShadowed(), "isReplaced");
    QCOMPARE(reading.sites.first().use.text, u"mount:1"_s);
}

void LayersTest::replacesAContextWithTheSameName()
{
    const auto reading = readingOf({{u"compose.yaml"_s, R"(services:
  web:
    build:
      additional_contexts: {one: "docker-image://one:1", two: "docker-image://two:1", three: "docker-image://three:1"}
)"},
                                    {u"compose.override.yaml"_s, R"(services:
  web:
    build:
      additional_contexts: ["one=docker-image://one:2", "two=./dir"]
)"}});

    QStringList counting;
    for (const auto &site : reading.sites)
        counting.append(site.use.text + (site.isShadowed() ? u" -"_s : QString{}));
    QCOMPARE(counting, (QStringList{u"docker-image://one:1 -"_s, u"docker-image://two:1 -"_s,
                                    u"docker-image://three:1"_s, u"one=docker-image://one:2"_s}));
}

void LayersTest::laysBuildOverBuild()
{
    const auto factsWith = [](const QByteArray &override) {
        const auto reading =
            readingOf({{u"compose.yaml"_s,
                        "services: {web: {image: web:1, build: ./base, platform: linux/amd64, pull_policy: never}}\n"},
                       {u"compose.override.yaml"_s, "services: {web: {" + override + "}}\n"}});
        return reading.sites.first().services.first();
    };

    QCOMPARE(factsWith("build: {args: {A: 1}}").build, u"./base"_s);
    QCOMPARE(factsWith("build: {context: ./other}").build, u"./other"_s);
    QCOMPARE(factsWith("build: !override {args: {A: 1}}").build, u"."_s);
    QCOMPARE(factsWith("build: !reset null").build, QString{});
    QCOMPARE(factsWith("platform: linux/arm64").platform, u"linux/arm64"_s);
    QCOMPARE(factsWith("platform: !reset null").platform, std::nullopt);
    QCOMPARE(factsWith("pull_policy: build").pullPolicy, u"build"_s);
    QCOMPARE(factsWith("pull_policy: !reset null").pullPolicy, QString{});
}

void LayersTest::laysModelsOverEachOther()
{
    const auto reading =
        readingOf({{u"compose.yaml"_s,
                    "models: {a: {model: a:1}, b: {model: b:1}, c: {model: c:1}}\nservices: {web: {models: [a, b]}}\n"},
                   {u"compose.override.yaml"_s,
                    "models: {a: {model: a:2}, b: !reset null}\nservices: {web: {models: !override [c]}}\n"}});

    QCOMPARE(
        test::lines(reading.sites),
        (QStringList{
            u"compose.yaml:1:21 /models/a/model model [] docker.io/library/a:1 shadowed by compose.override.yaml line 1"_s,
            u"compose.yaml:1:38 /models/b/model model [] docker.io/library/b:1 shadowed by compose.override.yaml line 1"_s,
            u"compose.yaml:1:55 /models/c/model model [web] docker.io/library/c:1"_s,
            u"compose.override.yaml:1:21 /models/a/model model [] docker.io/library/a:2"_s,
        }));
}

void LayersTest::extendsAServiceOfTheSameFile()
{
    const auto reading = readingOf({{u"compose.yaml"_s, R"(services:
  job: {extends: web, image: job:1}
  web: {image: web:1}
  api: {extends: {service: web}}
  late: {extends: api}
)"}});

    QCOMPARE(test::lines(reading.sites),
             (QStringList{
                 u"compose.yaml:2:30 /services/job/image service [job] docker.io/library/job:1"_s,
                 u"compose.yaml:3:16 /services/web/image service [api late web] docker.io/library/web:1"_s,
             }));
}

void LayersTest::extendsAServiceOfAnotherFile()
{
    const auto reading = readingOf({{u"compose.yaml"_s, R"(services:
  web: {extends: {file: common/base.yaml, service: app}}
  own: {extends: {file: common/base.yaml, service: old}, image: own:1}
)"},
                                    {u"common/base.yaml"_s, R"(x-unused: {image: unused:1}
include: [gone.yaml]
services:
  app: {image: app:1}
  old: {image: old:1}
  alone: {image: alone:1}
)"}});

    QVERIFY(reading.problems.isEmpty());
    QCOMPARE(
        test::lines(reading.sites),
        (QStringList{
            u"compose.yaml:3:65 /services/own/image service [own] docker.io/library/own:1"_s,
            u"common/base.yaml:4:16 /services/app/image service [web] docker.io/library/app:1"_s,
            u"common/base.yaml:5:16 /services/old/image service [] docker.io/library/old:1 shadowed by compose.yaml line 3"_s,
        }));
    QCOMPARE(reading.files, (QStringList{u"compose.yaml"_s, u"common/base.yaml"_s}));
}

void LayersTest::followsExtendsFromFileToFile()
{
    const auto reading =
        readingOf({{u"compose.yaml"_s, "services: {web: {extends: {file: a/a.yaml, service: a}}}\n"},
                   {u"a/a.yaml"_s, "services: {a: {extends: {file: b/b.yaml, service: b}, platform: linux/arm64}}\n"},
                   {u"a/b/b.yaml"_s, "services: {b: {extends: c}, c: {image: \"c:${TAG}\"}}\n"},
                   {u".env"_s, "TAG=1\n"},
                   {u"a/.env"_s, "TAG=2\n"}});

    QCOMPARE(test::lines(reading.sites),
             QStringList{u"a/b/b.yaml:1:41 /services/c/image service [web] docker.io/library/c:1"_s});
    QCOMPARE(reading.sites.first().services.first().platform, u"linux/arm64"_s);
    QCOMPARE(reading.files, (QStringList{u".env"_s, u"compose.yaml"_s, u"a/a.yaml"_s, u"a/b/b.yaml"_s}));
}

void LayersTest::extendsAServiceThatIsNamedByVariables()
{
    const auto reading = readingOf(
        {{u"compose.yaml"_s, "services: {web: {extends: {file: \"${DIR:-x}/a.yaml\", service: \"${S:-a}\"}}}\n"},
         {u"x/a.yaml"_s, "services: {a: {image: a:1}}\n"}});

    QCOMPARE(test::lines(reading.sites),
             QStringList{u"x/a.yaml:1:23 /services/a/image service [web] docker.io/library/a:1"_s});
}

void LayersTest::takesAllDocumentsOfABaseFile()
{
    const auto reading = readingOf(
        {{u"compose.yaml"_s, "services: {web: {extends: {file: a.yaml, service: a}}}\n"},
         {u"a.yaml"_s,
          "services: {a: {image: a:1, extends: gone}}\n---\nservices: {a: {extends: b}, b: {image: b:1}}\n"}});

    QVERIFY(reading.problems.isEmpty());
    QCOMPARE(test::lines(reading.sites),
             (QStringList{
                 u"a.yaml:1:23 /services/a/image service [web] docker.io/library/a:1"_s,
                 u"a.yaml:3:40 /services/b/image service [] docker.io/library/b:1 shadowed by a.yaml line 1"_s,
             }));
}

void LayersTest::appendsWhatABaseServiceMounts()
{
    const auto reading = readingOf({{u"compose.yaml"_s, R"(services:
  base: {volumes: [{type: image, source: a:1, target: /a}, {type: image, source: b:1, target: /b}], pre_start: [{image: h:1}]}
  web: {extends: base, volumes: [{type: image, source: b:2, target: /b}], pre_start: [{image: h:2}]}
)"}});

    QStringList counting;
    for (const auto &site : reading.sites)
        counting.append(site.use.text + u" " + site.use.services.join(u' '));
    QCOMPARE(counting, (QStringList{u"a:1 base web"_s, u"b:1 base"_s, u"h:1 base web"_s, u"b:2 web"_s, u"h:2 web"_s}));
}

void LayersTest::countsPathsFromTheFirstFile()
{
    const auto reading =
        readingOf({{u"compose.yaml"_s, "services: {}\n"},
                   {u"prod/override.yaml"_s, "services: {web: {extends: {file: common.yaml, service: c}}}\n"},
                   {u"common.yaml"_s, "services: {c: {image: right:1}}\n"},
                   {u"prod/common.yaml"_s, "services: {c: {image: wrong:1}}\n"}},
                  {u"compose.yaml:prod/override.yaml"_s});

    QCOMPARE(test::lines(reading.sites),
             QStringList{u"common.yaml:1:23 /services/c/image service [web] docker.io/library/right:1"_s});
}

void LayersTest::countsPathsInABaseFileFromThere()
{
    const auto reading = readingOf({{u"compose.yaml"_s, "services: {web: {extends: {file: sub/a.yaml, service: a}}}\n"},
                                    {u"sub/a.yaml"_s, "services: {a: {extends: {file: ../b.yaml, service: b}}}\n"},
                                    {u"b.yaml"_s, "services: {b: {image: b:1}}\n"}});

    QCOMPARE(test::lines(reading.sites),
             QStringList{u"b.yaml:1:23 /services/b/image service [web] docker.io/library/b:1"_s});
}

const slipway::test::Registered<LayersTest> registered;

#include "layers_test.moc"
