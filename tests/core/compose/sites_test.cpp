// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/compose/memoryfolder.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;
using test::MemoryFolder;
using test::readingOf;

namespace
{

/// The one site of a file that says `image: TEXT` in a service, with an `.env` beside it.
compose::Site siteOf(const QByteArray &text, const QByteArray &environment = {})
{
    const auto reading =
        readingOf({{u"compose.yaml"_s, "services:\n  web:\n    image: " + text + '\n'}, {u".env"_s, environment}});
    return reading.sites.size() == 1 ? reading.sites.first()
                                     : compose::Site{.use = {.file = {}}, .place = {}, .environment = {}};
}

} // namespace

class SitesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsEveryPlaceThatTakesAnImage();
    void leavesAloneWhatOnlyLooksLikeAnImage();
    void namesAllServicesThatMergeAFragment();
    void followsAnAliasToItsAnchor();
    void listsAFragmentThatNoServiceUses();
    void listsAFragmentThatLosesEverywhere();
    void findsFragmentsInsideOfOthers();
    void readsTheStyleAndTheValue_data();
    void readsTheStyleAndTheValue();
    void readsJson();
    void keepsOddBytesOutOfPlaces_data();
    void keepsOddBytesOutOfPlaces();
    void normalisesTheReference_data();
    void normalisesTheReference();
    void saysWhereTheTagStands_data();
    void saysWhereTheTagStands();
    void listsAnImageWithoutAValue();
    void tellsWhatTheServiceSaysOfItsImage_data();
    void tellsWhatTheServiceSaysOfItsImage();
    void leavesOutAMountOfWhatAServiceBuilds();
    void readsBuildContextsOfBothForms();
    void readsModelsWithTheirServices();
    void takesTheServiceForTheKindWhereATextIsMore();
};

void SitesTest::findsEveryPlaceThatTakesAnImage()
{
    const auto reading = readingOf({{u"compose.yaml"_s, R"(name: all
models:
  llm: {model: ai/smollm2:360M}
services:
  web:
    image: nginx:1
    pre_start:
      - command: [migrate]
      - image: acme/migrate:2
    volumes:
      - data:/var
      - type: image
        source: acme/assets:3
        target: /assets
    build:
      context: .
      additional_contexts:
        base: docker-image://alpine:3.20
    models: [llm]
)"}});

    QCOMPARE(
        test::lines(reading.sites),
        (QStringList{
            u"compose.yaml:3:16 /models/llm/model model [web] docker.io/ai/smollm2:360M"_s,
            u"compose.yaml:6:12 /services/web/image service [web] docker.io/library/nginx:1"_s,
            u"compose.yaml:9:16 /services/web/pre_start/1/image hook [web] docker.io/acme/migrate:2"_s,
            u"compose.yaml:13:17 /services/web/volumes/1/source mount [web] docker.io/acme/assets:3"_s,
            u"compose.yaml:18:15 /services/web/build/additional_contexts/base context [web] docker.io/library/alpine:3.20"_s,
        }));
    QVERIFY(reading.problems.isEmpty());
}

void SitesTest::leavesAloneWhatOnlyLooksLikeAnImage()
{
    const auto reading = readingOf({{u"compose.yaml"_s, R"(
image: top:1
x-list: [{image: list:1}]
x-deep: {inner: {image: deep:1}}
x-number: {image: 1.10}
configs: {image: {content: config:1}}
services:
  web:
    labels: {image: label:1}
    environment: {image: environment:1}
    command: {image: command:1}
    provider: {type: model}
    post_start: [{command: x, image: post:1}]
    x-image: {image: extension:1}
    volumes: ["image:1:/x", {type: bind, source: "bind:1", target: /y}]
    build: {tags: [tag:1], cache_from: [cache:1], additional_contexts: {a: ./dir, b: "https://host/x.git"}}
  none: {command: x}
)"}});

    QVERIFY(reading.problems.isEmpty());
    QCOMPARE(test::lines(reading.sites), QStringList{});
}

void SitesTest::namesAllServicesThatMergeAFragment()
{
    const auto reading = readingOf({{u"compose.yaml"_s, R"(x-shared: &shared
  image: acme/app:11
services:
  b: {<<: *shared}
  a: {<<: [*shared]}
  c: *shared
)"}});

    QCOMPARE(test::lines(reading.sites),
             QStringList{u"compose.yaml:2:10 /x-shared/image service [a b c] docker.io/acme/app:11 anchor"_s});
}

void SitesTest::followsAnAliasToItsAnchor()
{
    const auto reading = readingOf({{u"compose.yaml"_s, R"(x-image: &image "acme/app:11"
services:
  a: {image: &own nginx:1}
  b: {image: *own}
  c: {image: *image}
)"}});

    QCOMPARE(test::lines(reading.sites),
             (QStringList{
                 u"compose.yaml:1:18 /x-image service [c] docker.io/acme/app:11 anchor"_s,
                 u"compose.yaml:3:19 /services/a/image service [a b] docker.io/library/nginx:1 anchor"_s,
             }));
}

void SitesTest::listsAFragmentThatNoServiceUses()
{
    const auto reading = readingOf({{u"compose.yaml"_s, "x-a: {image: nginx:1}\nx-b: {image: }\nservices: {}\n"}});

    QCOMPARE(test::lines(reading.sites),
             QStringList{u"compose.yaml:1:14 /x-a/image service [] docker.io/library/nginx:1"_s});
}

void SitesTest::listsAFragmentThatLosesEverywhere()
{
    const auto reading = readingOf({{u"compose.yaml"_s, R"(x-a: &a {image: a:1}
x-b: &b {image: b:1}
services:
  one: {<<: [*a, *b]}
  two: {<<: *b, image: c:1}
)"}});

    QCOMPARE(test::lines(reading.sites),
             (QStringList{
                 u"compose.yaml:1:17 /x-a/image service [one] docker.io/library/a:1 anchor"_s,
                 u"compose.yaml:2:17 /x-b/image service [] docker.io/library/b:1 shadowed by compose.yaml line 1"_s,
                 u"compose.yaml:5:24 /services/two/image service [two] docker.io/library/c:1"_s,
             }));
}

void SitesTest::findsFragmentsInsideOfOthers()
{
    const auto reading = readingOf({{u"compose.yaml"_s, R"(x-all:
  deep:
    - &c {image: c:1, pre_start: [{image: hook:1}]}
services:
  web: {<<: *c}
)"}});

    QCOMPARE(test::lines(reading.sites),
             (QStringList{
                 u"compose.yaml:3:18 /x-all/deep/0/image service [web] docker.io/library/c:1 anchor"_s,
                 u"compose.yaml:3:43 /x-all/deep/0/pre_start/0/image hook [web] docker.io/library/hook:1 anchor"_s,
             }));
}

void SitesTest::readsTheStyleAndTheValue_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<yaml::Style>("style");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("value");

    using enum yaml::Style;
    const auto row = [](const char *name, const char *text, yaml::Style style, int line, int column,
                        const QString &value) {
        QTest::newRow(name) << QByteArray{text} << style << line << column << value;
    };
    row("plain", "nginx:1 # old", Plain, 3, 12, u"nginx:1"_s);
    row("single", "'nginx:1'", SingleQuoted, 3, 13, u"nginx:1"_s);
    row("double", "\"nginx:1\"", DoubleQuoted, 3, 13, u"nginx:1"_s);
    row("folded", ">-\n      nginx:1", Folded, 4, 7, u"nginx:1"_s);
    row("literal", "|-\n\n        nginx:1", Literal, 5, 9, u"\nnginx:1"_s);
    row("tagged", "!!str nginx:1", Plain, 3, 18, u"nginx:1"_s);
    row("anchored", "&a nginx:1", Plain, 3, 15, u"nginx:1"_s);
    row("override", "!override nginx:1", Plain, 3, 22, u"nginx:1"_s);
    row("over lines", "\"nginx\\\n      :1\"", DoubleQuoted, 3, 13, u"nginx:1"_s);
    row("escaped", "\"nginx\\x3a1\"", DoubleQuoted, 3, 13, u"nginx:1"_s);
}

void SitesTest::readsTheStyleAndTheValue()
{
    QFETCH(const QByteArray, text);

    const auto site = siteOf(text);

    QTEST(site.use.style, "style");
    QTEST(site.use.line, "line");
    QTEST(site.use.column, "column");
    QTEST(site.use.text, "value");
}

void SitesTest::readsJson()
{
    const auto reading = readingOf({{u"compose.yaml"_s, R"({"services": {"web": {"image": "nginx:1"}}})"}});

    QCOMPARE(test::lines(reading.sites),
             QStringList{u"compose.yaml:1:33 /services/web/image service [web] docker.io/library/nginx:1"_s});
    QCOMPARE(reading.sites.first().use.style, yaml::Style::DoubleQuoted);
}

void SitesTest::keepsOddBytesOutOfPlaces_data()
{
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("byte order mark") << "\xEF\xBB\xBFservices: {wéb: {image: nginx:1}}\n"_ba;
    QTest::newRow("CRLF") << "services: {wéb: {image: nginx:1}}\r\n"_ba;
    QTest::newRow("no last newline") << "services: {wéb: {image: nginx:1}}"_ba;
}

void SitesTest::keepsOddBytesOutOfPlaces()
{
    QFETCH(const QByteArray, text);

    const auto reading = readingOf({{u"compose.yaml"_s, text}});

    QCOMPARE(test::lines(reading.sites),
             QStringList{u"compose.yaml:1:25 /services/wéb/image service [wéb] docker.io/library/nginx:1"_s});
    QCOMPARE(reading.sites.first().place->begin, text.indexOf("nginx"));
}

void SitesTest::normalisesTheReference_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("image");

    const auto row = [](const char *text, const QString &image) { QTest::newRow(text) << QByteArray{text} << image; };
    row("nginx", u"docker.io/library/nginx"_s);
    row("index.docker.io/acme/web:1", u"docker.io/acme/web:1"_s);
    row("localhost:5000/web", u"localhost:5000/web"_s);
    row("1.10", u"-"_s);
    row("2024-01-02", u"-"_s);
    row("'1.10'", u"docker.io/library/1.10"_s);
    row("true", u"-"_s);
    row("GHCR.io/Acme/web", u"-"_s);
    row("''", u"-"_s);
    row("'{{ image }}'", u"-"_s);
    row("|\n      nginx:1", u"-"_s);
    row("nginx\n      :1", u"-"_s);
}

void SitesTest::normalisesTheReference()
{
    QFETCH(const QByteArray, text);

    const auto site = siteOf(text);

    QCOMPARE(site.use.via, compose::Via::Text);
    QTEST(test::lines(QList{site}).constFirst().section(u' ', 4, 4), "image");
}

void SitesTest::saysWhereTheTagStands_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("via");
    QTest::addColumn<QString>("tag"); // empty: no valid reference

    const auto row = [](const char *text, const QString &via, const QString &tag) {
        QTest::newRow(text) << QByteArray{text} << via << tag;
    };
    row("app:1", u"text"_s, u"1"_s);
    row("${HOST}/app:1", u"text"_s, u"1"_s);
    row("app:${A:-1}", u"default"_s, u"1"_s);
    row("app:${A-1}", u"default"_s, u"1"_s);
    row("${A:-app:1}", u"default"_s, u"1"_s);
    row("app:${A:-${B:-1}}", u"default"_s, u"1"_s);
    row("app:v${A:-1}-b", u"default"_s, u"v1-b"_s);
    row("app:${TAG}", u"env-file"_s, u"2"_s);
    row("app:${TAG:-1}", u"env-file"_s, u"2"_s);
    row("app:$TAG-${A:-b}", u"env-file"_s, u"2-b"_s);
    row("app:v$TAG", u"env-file"_s, u"v2"_s);
    row("app:${A:-$TAG}", u"env-file"_s, u"2"_s);
    row("app:${MADE}", u"env-file"_s, u"2-m"_s);
    row("app:${TAG:+3}", u"text"_s, u"3"_s);
    row("app:1@${DIGEST}", u"text"_s, u"1"_s);
    row("app:${UNSET}", u"unset"_s, {});
    row("app:1${UNSET}", u"unset"_s, u"1"_s);
    row("app:${TAG:?}${UNSET?}", u"unset"_s, u"2"_s);
    row("app:${EMPTY}", u"unset"_s, {});
    row("app:1${EMPTY}", u"text"_s, u"1"_s);
    row("app:${A:-}", u"text"_s, {});
    row("app:${TAG}!", u"text"_s, {});
}

void SitesTest::saysWhereTheTagStands()
{
    QFETCH(const QByteArray, text);
    const QByteArray digest = "sha256:" + QByteArray(64, 'a');

    const auto site = siteOf(text, "HOST=ghcr.io\nTAG=2\nEMPTY=\nMADE=$TAG-m\nDIGEST=" + digest + '\n');

    QCOMPARE(site.use.text, QString::fromUtf8(text));
    QTEST(compose::code(site.use.via), "via");
    QTEST((site.use.image ? *site.use.image->tag : QString{}), "tag");
}

void SitesTest::listsAnImageWithoutAValue()
{
    const auto reading = readingOf({{u"compose.yaml"_s, "services:\n  web:\n    image:\n  api:\n    image: ~\n"}});

    QCOMPARE(test::lines(reading.sites), (QStringList{
                                             u"compose.yaml:3:11 /services/web/image service [web] -"_s,
                                             u"compose.yaml:5:12 /services/api/image service [api] -"_s,
                                         }));
}

void SitesTest::tellsWhatTheServiceSaysOfItsImage_data()
{
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<QString>("platform");
    QTest::addColumn<QString>("build");
    QTest::addColumn<QString>("pullPolicy");

    const auto row = [](const char *keys, const QString &platform, const QString &build, const QString &pullPolicy) {
        QTest::newRow(keys) << QByteArray{keys} << platform << build << pullPolicy;
    };
    row("", {}, {}, {});
    row("platform: linux/arm64", u"linux/arm64"_s, {}, {});
    row("platform: 'linux/${ARCH:-amd64}'", u"linux/amd64"_s, {}, {});
    row("build: ./web", {}, u"./web"_s, {});
    row("build: {context: ./web}", {}, u"./web"_s, {});
    row("build: {dockerfile_inline: FROM x}", {}, u"."_s, {});
    row("build:", {}, {}, {});
    row("build: ., pull_policy: always", {}, {}, u"always"_s);
    row("build: ., pull_policy: missing", {}, {}, u"missing"_s);
    row("build: ., pull_policy: if_not_present", {}, {}, u"if_not_present"_s);
    row("build: ., pull_policy: daily", {}, {}, u"daily"_s);
    row("build: ., pull_policy: weekly", {}, {}, u"weekly"_s);
    row("build: ., pull_policy: every_12h", {}, {}, u"every_12h"_s);
    row("build: ., pull_policy: build", {}, u"."_s, u"build"_s);
    row("build: ., pull_policy: never", {}, u"."_s, u"never"_s);
    row("pull_policy: never", {}, {}, u"never"_s);
}

void SitesTest::tellsWhatTheServiceSaysOfItsImage()
{
    QFETCH(const QByteArray, keys);

    const auto reading = readingOf({{u"compose.yaml"_s, "services: {web: {image: nginx:1, " + keys + "}}\n"}});

    QCOMPARE(reading.sites.size(), 1);
    const auto &facts = reading.sites.first().services.first();
    QCOMPARE(facts.name, u"web"_s);
    QTEST(facts.platform.value_or(QString{}), "platform");
    QTEST(facts.build, "build");
    QTEST(facts.pullPolicy, "pullPolicy");
}

void SitesTest::leavesOutAMountOfWhatAServiceBuilds()
{
    const auto reading = readingOf({{u"compose.yaml"_s, R"(services:
  assets: {build: .}
  web:
    volumes:
      - {type: image, source: assets, target: /a}
      - {type: image, source: other:1, target: /b}
      - {type: "${KIND:-image}", source: third:1, target: /c}
)"}});

    QCOMPARE(test::lines(reading.sites),
             (QStringList{
                 u"compose.yaml:6:31 /services/web/volumes/1/source mount [web] docker.io/library/other:1"_s,
                 u"compose.yaml:7:42 /services/web/volumes/2/source mount [web] docker.io/library/third:1"_s,
             }));
}

void SitesTest::readsBuildContextsOfBothForms()
{
    const auto reading = readingOf({{u"compose.yaml"_s, R"(services:
  a:
    build:
      additional_contexts: {one: "docker-image://alpine:3", two: "${BASE:-docker-image://ghcr.io/acme/base:${V:-1}}", three: ./x}
  b:
    build:
      additional_contexts:
        - one=docker-image://alpine:4
        - two=./x
)"}});

    QCOMPARE(
        test::lines(reading.sites),
        (QStringList{
            u"compose.yaml:4:35 /services/a/build/additional_contexts/one context [a] docker.io/library/alpine:3"_s,
            u"compose.yaml:4:67 /services/a/build/additional_contexts/two context [a] ghcr.io/acme/base:1"_s,
            u"compose.yaml:8:11 /services/b/build/additional_contexts/0 context [b] docker.io/library/alpine:4"_s,
        }));
    QCOMPARE(reading.sites.last().use.text, u"one=docker-image://alpine:4"_s);
    QCOMPARE(reading.sites.last().use.via, compose::Via::Text);
    QCOMPARE(reading.sites.at(1).use.via, compose::Via::Default);
}

void SitesTest::readsModelsWithTheirServices()
{
    const auto reading = readingOf({{u"compose.yaml"_s, R"(models:
  small: {model: ai/small:1}
  large: {model: ai/large:1}
  idle: {model: ai/idle:1}
services:
  a: {models: [small, large]}
  b: {models: {small: {endpoint_var: URL}}}
)"}});

    QCOMPARE(test::lines(reading.sites),
             (QStringList{
                 u"compose.yaml:2:18 /models/small/model model [a b] docker.io/ai/small:1"_s,
                 u"compose.yaml:3:18 /models/large/model model [a] docker.io/ai/large:1"_s,
                 u"compose.yaml:4:17 /models/idle/model model [] docker.io/ai/idle:1"_s,
             }));
}

void SitesTest::takesTheServiceForTheKindWhereATextIsMore()
{
    const auto reading = readingOf({{u"compose.yaml"_s, R"(x-app: &app app:1
services:
  a: {pre_start: [{image: *app}]}
  b: {image: *app}
)"}});

    QCOMPARE(test::lines(reading.sites),
             QStringList{u"compose.yaml:1:13 /x-app service [a b] docker.io/library/app:1 anchor"_s});
}

const slipway::test::Registered<SitesTest> registered;

#include "sites_test.moc"
