// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/updates/pullbranch.h"
#include "core/updates/pulltext.h"
#include "tests/support/testcase.h"

#include <QTest>
#include <QTimeZone>

using namespace slipway;
using namespace slipway::updates;
using namespace Qt::StringLiterals;

namespace
{

Digest digest(QStringView first)
{
    return *Digest::parse(QString{u"sha256:"_s + first + QString(64 - first.size(), u'0')});
}

ObjectId commit(QStringView first)
{
    return *ObjectId::parse(QString{first + QString(40 - first.size(), u'0')});
}

const QString fogis = u"https://github.com/PitchConnect/fogis-api-client-python"_s;
const QString drive = u"https://github.com/PitchConnect/google-drive-service"_s;

PullUpdate fogisApiClient()
{
    return {.service = u"fogis-api-client"_s,
            .from = {u"1.4.2"_s, digest(u"bce696ab7a61")},
            .to = {u"1.5.0"_s, digest(u"25229c2d4359")},
            .source = fogis,
            .compare = fogis + u"/compare/aaaa...bbbb"_s,
            .commits = 7};
}

PullUpdate googleDrive()
{
    return {.service = u"google-drive"_s,
            .from = {u"latest"_s, digest(u"576136e82b35")},
            .to = {u"latest"_s, digest(u"d3bd4212c1e8")},
            .following = Following::Digest,
            .source = drive,
            .compare = drive + u"/compare/cccc...9aa53f9d"_s,
            .commits = 3,
            .build = {.version = u"main"_s,
                      .created = QDateTime{QDate{2026, 11, 24}, QTime{8, 31, 5}, QTimeZone::UTC},
                      .revision = u"9aa53f9d0000"_s}};
}

PullUpdate queue()
{
    return {
        .service = u"queue"_s, .from = {u"7.4.1-alpine"_s}, .to = {u"7.4.2-alpine"_s}, .following = Following::Regex};
}

} // namespace

class PullTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneImageInTwoFiles()
    {
        const QList updates{fogisApiClient()};
        const auto base = commit(u"f494477");

        const auto text = pullTextFor(updates, 2);

        QVERIFY(text);
        QCOMPARE(text->title, u"Update fogis-api-client to 1.5.0"_s);
        QCOMPARE(text->labels, (QStringList{u"dependencies"_s, u"docker"_s}));
        QCOMPARE(bodyWithMarkers(text->body, updates, base),
                 u"Updates 1 image in 2 files.\n\n"
                 "| service | from | to |\n"
                 "|---|---|---|\n"
                 "| fogis-api-client | 1.4.2 | 1.5.0 |\n\n"
                 "fogis-api-client: [7 commits](https://github.com/PitchConnect/fogis-api-client-python/compare/"
                 "aaaa...bbbb), the first minor release since 1.4.2.\n\n"
                 "Opened with Slipway.\n\n"
                 "<!-- slipway:{\"base\":\"%1\",\"from\":\"1.4.2@%2\",\"service\":\"fogis-api-client\","
                 "\"to\":\"1.5.0@%3\"} -->\n"_s.arg(base.text(), digest(u"bce696ab7a61").text(),
                                                    digest(u"25229c2d4359").text()));
    }

    void twoImagesInOneFile()
    {
        const QList updates{googleDrive(), queue()};

        const auto text = pullTextFor(updates, 1);

        QVERIFY(text);
        QCOMPARE(text->title, u"Update google-drive and queue"_s);
        QCOMPARE(text->body, u"Updates 2 images in 1 file.\n\n"
                             "| service | from | to |\n"
                             "|---|---|---|\n"
                             "| google-drive | latest 576136e | latest d3bd421 |\n"
                             "| queue | 7.4.1-alpine | 7.4.2-alpine |\n\n"
                             "google-drive: [3 commits](https://github.com/PitchConnect/google-drive-service/compare/"
                             "cccc...9aa53f9d), main of 2026-11-24 08:31 UTC, 9aa53f9.\n"
                             "queue: no source repository is named.\n\n"
                             "Opened with Slipway.\n"_s);
        const auto whole = bodyWithMarkers(text->body, updates, commit(u"f494477"));
        QCOMPARE(readMarkers(whole).updates.size(), 2);
        QCOMPARE(withoutMarkers(whole), text->body);
    }

    void aMovedDigestSaysWhichBuildItIs()
    {
        QCOMPARE(pullTitle({googleDrive()}), u"Update google-drive to latest, main of 2026-11-24 08:31 UTC, 9aa53f9"_s);

        auto bare = googleDrive();
        bare.build = {};
        QCOMPARE(pullTitle({bare}), u"Update google-drive to latest, d3bd421"_s);

        auto unnamed = googleDrive();
        unnamed.build.version.clear();
        QCOMPARE(pullTitle({unnamed}), u"Update google-drive to latest, built 2026-11-24 08:31 UTC, 9aa53f9"_s);
    }

    void manyNamesBecomeANumber()
    {
        auto third = fogisApiClient();
        QCOMPARE(pullTitle({googleDrive(), queue(), third}), u"Update google-drive, queue and fogis-api-client"_s);
        third.service = QString(60, u'x');
        QCOMPARE(pullTitle({googleDrive(), queue(), third}), u"Update 3 images"_s);
    }

    void theStepIsToldInWords_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<Following>("following");
        QTest::addColumn<int>("releases");
        QTest::addColumn<QString>("words");

        QTest::newRow("minor") << u"1.4.2"_s << u"1.5.0"_s << Following::Semver << 1
                               << u"the first minor release since 1.4.2"_s;
        QTest::newRow("patch") << u"1.1.7"_s << u"1.1.8"_s << Following::Semver << 1
                               << u"the first patch release since 1.1.7"_s;
        QTest::newRow("major") << u"v1.8.3"_s << u"v2.0.0"_s << Following::Semver << 1
                               << u"the first major release since v1.8.3"_s;
        QTest::newRow("a missing number is 0")
            << u"1.4"_s << u"1.5"_s << Following::Semver << 1 << u"the first minor release since 1.4"_s;
        QTest::newRow("a counter") << u"1.4.2-r1"_s << u"1.4.2-r2"_s << Following::Semver << 1
                                   << u"the next release after 1.4.2-r1"_s;
        QTest::newRow("a pattern") << u"7.4.1-alpine"_s << u"7.4.2-alpine"_s << Following::Regex << 1
                                   << u"the next release after 7.4.1-alpine"_s;
        QTest::newRow("several") << u"1.4.2"_s << u"1.5.1"_s << Following::Semver << 3
                                 << u"the newest of 3 releases since 1.4.2"_s;
        QTest::newRow("none") << u"latest"_s << u"latest"_s << Following::Digest << 1 << QString{};
    }

    void theStepIsToldInWords()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(Following, following);
        QFETCH(int, releases);

        QTEST(
            stepInWords({.service = u"x"_s, .from = {from}, .to = {to}, .following = following, .releases = releases}),
            "words");
    }

    void whatIsNotKnownOfTheSourceIsLeftOut()
    {
        auto update = fogisApiClient();
        const auto line = [&] { return pullTextFor({update}, 1)->body.section(u'\n', 6, 6); };
        update.commits = std::nullopt;
        QCOMPARE(
            line(),
            u"fogis-api-client: [commits](%1/compare/aaaa...bbbb), the first minor release since 1.4.2."_s.arg(fogis));
        update.commits = 1;
        QVERIFY(line().contains(u"[1 commit]("_s));
        update.compare.clear();
        QCOMPARE(line(), u"fogis-api-client: [source](%1), the first minor release since 1.4.2."_s.arg(fogis));
    }

    void aMajorStepHasItsLabel()
    {
        auto update = fogisApiClient();
        update.isMajor = true;
        QCOMPARE(pullTextFor({update}, 1)->labels, (QStringList{u"dependencies"_s, u"docker"_s, u"major"_s}));
    }

    void hostileNamesStayText()
    {
        auto update = queue();
        update.service = u"x|y\n@mona <!-- `z` -->\u202e_a_"_s;
        update.source = u"javascript:alert(1)"_s;

        const auto text = pullTextFor({update}, 1);

        QVERIFY(text);
        QVERIFY(!text->title.contains(u'\n') && !text->title.contains(u'\u202e'));
        QVERIFY2(text->body.contains(u"| x\\|y @\u200dmona \\<\\!-- \\`z\\` --\\>\\_a\\_ |"_s),
                 qUtf8Printable(text->body));
        QVERIFY(!text->body.contains(u"javascript"_s));
        const auto markers = readMarkers(bodyWithMarkers(text->body, {queue()}, commit(u"a")));
        QCOMPARE(markers.updates.size(), 1);
    }

    void aBodyThatGrowsTooLongLosesItsDetailsThenIsRefused()
    {
        QList<PullUpdate> many(150, fogisApiClient());
        const auto fits = pullTextFor(many, 1);
        QVERIFY(fits);
        QVERIFY(!fits->body.contains(u"7 commits"_s));
        QVERIFY(bodyWithMarkers(fits->body, many, commit(u"a")).size() <= 65536);

        many = QList<PullUpdate>(300, fogisApiClient());
        const auto tooMany = pullTextFor(many, 1);
        QVERIFY(!tooMany);
        QCOMPARE(tooMany.error().kind, Error::Kind::InvalidInput);
        QVERIFY(!pullTextFor({}, 0));
    }

    void branchesAreTheSameEachTime()
    {
        QCOMPARE(imageBranch(u"fogis-api-client"_s).text(), u"slipway/image/fogis-api-client"_s);
        QCOMPARE(imageBranch(u"a.b_C"_s).text(), u"slipway/image/a.b_C"_s);
        QCOMPARE(batchBranch().text(), u"slipway/image-batch"_s);
        QCOMPARE(policyBranch().text(), u"slipway/policy"_s);
    }

    void anyServiceHasABranchOfItsOwn()
    {
        const QStringList odd{u""_s,
                              u"."_s,
                              u".."_s,
                              u".a"_s,
                              u"a."_s,
                              u"a..b"_s,
                              u"a.lock"_s,
                              u"a.lock-"_s,
                              u"a b"_s,
                              u"a/b"_s,
                              u"a-b"_s,
                              u"a~b"_s,
                              u"@{1}"_s,
                              u"-x"_s,
                              u"ünïcode"_s,
                              u"a\nb"_s,
                              QString(300, u'a'),
                              QString(301, u'a')};
        QSet<QString> names;
        for (const auto &service : odd) {
            const auto name = imageBranch(service).text(); // one that exists is a name that Git takes
            QVERIFY2(name.startsWith(u"slipway/image/"_s) && name.size() < 200, qUtf8Printable(name));
            names.insert(name);
        }
        QCOMPARE(names.size(), odd.size());
    }
};

const slipway::test::Registered<PullTextTest> registered;

#include "pulltext_test.moc"
