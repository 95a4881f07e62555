// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/registryapi.h"

#include "core/simulator/demo.h"
#include "core/simulator/publish.h"
#include "tests/support/testcase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace slipway::simulator;
using namespace Qt::StringLiterals;
using Header = QHttpHeaders::WellKnownHeader;

namespace
{

const auto fogis = u"pitchconnect/fogis-api-client-python"_s;

/// Somebody who asks a registry, with the token that it told them to fetch.
class Client
{
public:
    World world = demoWorld(stillStart());

    [[nodiscard]] Answer ask(const QString &url, const QByteArray &authorization = {},
                             const QByteArray &accept = indexType) const
    {
        const QUrl target{url};
        Request request{.method = "GET",
                        .host = target.host(),
                        .base = u"https://"_s + target.host(),
                        .path = target.path(QUrl::FullyEncoded)};
        request.query = QUrlQuery{target};
        if (!authorization.isEmpty())
            request.headers.append(Header::Authorization, authorization);
        request.headers.append(Header::Accept, accept);
        return registryAnswer(world, request);
    }

    [[nodiscard]] QByteArray token(const QString &url) const
    {
        const auto answer = ask(url);
        return "Bearer " + json(answer)["token"_L1].toString().toLatin1();
    }

    [[nodiscard]] static QJsonObject json(const Answer &answer)
    {
        return QJsonDocument::fromJson(answer.body).object();
    }
    [[nodiscard]] static QString code(const Answer &answer)
    {
        return json(answer)["errors"_L1][0]["code"_L1].toString();
    }
};

QString tokenUrl(const QString &path)
{
    return u"https://ghcr.io/token?service=ghcr.io&scope=repository:%1:pull"_s.arg(path);
}

QByteArray basic(const QByteArray &password)
{
    return "Basic " + QByteArray{"bartesch:" + password}.toBase64();
}

} // namespace

class RegistryApiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhereTokensAre_data();
    void saysWhereTokensAre();
    void givesAnybodyATokenForWhatIsPublic();
    void tokensOfGhcrEndAfterAMinute();
    void doesNotTellPrivateFromMissing();
    void readsPrivateImagesWithAToken();
    void listsTagsPageByPage();
    void answersManifestsByTagAndDigest();
    void saysNotFoundToWhoDoesNotAcceptAnIndex();
    void sendsForBlobsToAnotherHost();
    void bindsTokensOfDockerHubToTheirRepository();
    void onlyReads();
    void refusesUntilTheTime();
    void sendsAwayWhoAsksForReferrers();
    void anyOtherNameStandsForWhoHasTheRepository();
};

void RegistryApiTest::saysWhereTokensAre_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("challenge");

    QTest::newRow("ghcr.io")
        << u"https://ghcr.io/v2/a/b/tags/list"_s
        << "Bearer realm=\"https://ghcr.io/token\",service=\"ghcr.io\",scope=\"repository:a/b:pull\""_ba;
    QTest::newRow("ping")
        << u"https://ghcr.io/v2/"_s
        << "Bearer realm=\"https://ghcr.io/token\",service=\"ghcr.io\",scope=\"repository:user/image:pull\""_ba;
    QTest::newRow("docker.io")
        << u"https://registry-1.docker.io/v2/library/redis/manifests/7"_s
        << "Bearer realm=\"https://auth.docker.io/token\",service=\"registry.docker.io\",scope=\"repository:library/redis:pull\""_ba;
}

void RegistryApiTest::saysWhereTokensAre()
{
    QFETCH(QString, url);
    QFETCH(QByteArray, challenge);

    const auto answer = Client{}.ask(url);

    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.headers.value(Header::WWWAuthenticate).toByteArray(), challenge);
    QCOMPARE(Client::code(answer), u"UNAUTHORIZED"_s);
}

void RegistryApiTest::givesAnybodyATokenForWhatIsPublic()
{
    const Client client;
    const auto answer = client.ask(tokenUrl(fogis));

    QCOMPARE(answer.status, 200);
    QCOMPARE(Client::json(answer).keys(), QStringList{u"token"_s});
    const auto token = client.token(tokenUrl(fogis));
    QCOMPARE(client.ask(u"https://ghcr.io/v2/%1/tags/list"_s.arg(fogis), token).status, 200);
    // Not bound to the repository; but to the registry.
    QCOMPARE(client.ask(u"https://ghcr.io/v2/pitchconnect/team-logo-combiner/tags/list"_s, token).status, 200);
    QCOMPARE(client.ask(u"https://registry-1.docker.io/v2/library/redis/tags/list"_s, token).status, 401);
}

void RegistryApiTest::tokensOfGhcrEndAfterAMinute()
{
    Client client;
    const auto token = client.token(tokenUrl(fogis));

    client.world.now = client.world.now.addSecs(60);

    QCOMPARE(client.ask(u"https://ghcr.io/v2/%1/tags/list"_s.arg(fogis), token).status, 401);
}

void RegistryApiTest::doesNotTellPrivateFromMissing()
{
    Client client;
    client.world.registries[u"ghcr.io"_s].repositories[fogis].isPrivate = true;

    const auto isPrivate = client.ask(tokenUrl(fogis));
    const auto isMissing = client.ask(tokenUrl(u"pitchconnect/nothing"_s));

    QCOMPARE(isPrivate.status, 401);
    QCOMPARE(isPrivate.body, isMissing.body);
    const auto other = client.token(tokenUrl(u"pitchconnect/team-logo-combiner"_s));
    const auto denied = client.ask(u"https://ghcr.io/v2/%1/tags/list"_s.arg(fogis), other);
    QCOMPARE(denied.status, 403);
    QCOMPARE(Client::code(denied), u"DENIED"_s);
    QVERIFY(!denied.headers.contains(Header::WWWAuthenticate));
}

void RegistryApiTest::readsPrivateImagesWithAToken()
{
    Client client;
    client.world.registries[u"ghcr.io"_s].repositories[fogis].isPrivate = true;

    const auto answer = client.ask(tokenUrl(fogis), basic(demoToken));
    const QByteArray token = "Bearer " + Client::json(answer)["token"_L1].toString().toLatin1();

    QCOMPARE(client.ask(u"https://ghcr.io/v2/%1/tags/list"_s.arg(fogis), token).status, 200);
    QCOMPARE(client.ask(tokenUrl(fogis), basic("wrong")).status, 403);
    client.world.tokens[u"github_pat_1"_s] = {u"bartesch"_s, {u"read:packages"_s}};
    QCOMPARE(client.ask(tokenUrl(fogis), basic("github_pat_1")).status, 403);
}

void RegistryApiTest::listsTagsPageByPage()
{
    const Client client;
    const auto token = client.token(tokenUrl(fogis));
    QStringList tags;
    auto next = u"/v2/%1/tags/list?n=10"_s.arg(fogis);
    int pages = 0;
    while (!next.isEmpty() && pages < 10) {
        const auto answer = client.ask(u"https://ghcr.io"_s + next, token);
        for (const auto &tag : Client::json(answer)["tags"_L1].toArray())
            tags.append(tag.toString());
        const auto link = QString::fromLatin1(answer.headers.value(Header::Link));
        next = link.section(u'<', 1).section(u'>', 0, 0);
        ++pages;
    }

    QCOMPARE(pages, 3);
    QCOMPARE(tags.first(4), (QStringList{u"1.0.0"_s, u"1.0"_s, u"1"_s, u"latest"_s}));
    QVERIFY(tags.contains("1.5.0"_L1));
    QVERIFY(tags.last().startsWith("sha256-25229c2d4359"_L1));
    QCOMPARE(QSet<QString>(tags.begin(), tags.end()).size(), tags.size());
    QCOMPARE(client.ask(u"https://ghcr.io/v2/%1/tags/list?n=0"_s.arg(fogis), token).status, 400);
}

void RegistryApiTest::answersManifestsByTagAndDigest()
{
    const Client client;
    const auto token = client.token(tokenUrl(fogis));
    const auto manifests = u"https://ghcr.io/v2/%1/manifests/"_s.arg(fogis);

    const auto byTag = client.ask(manifests + u"1.5.0"_s, token);
    const auto digest = QString::fromLatin1(byTag.headers.value("Docker-Content-Digest"));
    const auto byDigest = client.ask(manifests + digest, token);

    QVERIFY(digest.startsWith("sha256:25229c2d4359"_L1));
    QCOMPARE(byTag.headers.value(Header::ContentType).toByteArray(), QByteArray{indexType});
    QCOMPARE(byDigest.body, byTag.body);
    QCOMPARE(Client::code(client.ask(manifests + u"9"_s, token)), u"MANIFEST_UNKNOWN"_s);
}

void RegistryApiTest::saysNotFoundToWhoDoesNotAcceptAnIndex()
{
    const Client client;
    const auto token = client.token(tokenUrl(fogis));
    const auto url = u"https://ghcr.io/v2/%1/manifests/1.5.0"_s.arg(fogis);

    const auto refused = client.ask(url, token, "application/vnd.oci.image.manifest.v1+json, */*");
    const auto many = client.ask(url, token, QByteArray{manifestType} + ", " + indexType + ";q=0.5");

    QCOMPARE(refused.status, 404);
    QVERIFY(refused.body.contains("OCI index found, but Accept header does not support OCI indexes"));
    QCOMPARE(many.status, 200);
}

void RegistryApiTest::sendsForBlobsToAnotherHost()
{
    Client client;
    const auto token = client.token(tokenUrl(fogis));
    const auto &blobs = client.world.registries[u"ghcr.io"_s].repositories[fogis].blobs;
    const auto digest = blobs.cbegin().key();

    const auto answer = client.ask(u"https://ghcr.io/v2/%1/blobs/%2"_s.arg(fogis, digest), token);
    const auto location = QString::fromLatin1(answer.headers.value(Header::Location));

    QCOMPARE(answer.status, 307);
    QVERIFY(location.startsWith("https://pkg-containers.githubusercontent.com/"_L1));
    QCOMPARE(client.ask(location).body, blobs.value(digest));
    QCOMPARE(client.ask(location, token).status, 400);
    QCOMPARE(client.ask(location.section(u'?', 0, 0)).status, 403);
    client.world.now = client.world.now.addSecs(300);
    QCOMPARE(client.ask(location).status, 403);
}

void RegistryApiTest::bindsTokensOfDockerHubToTheirRepository()
{
    Client client;
    const auto service = u"https://auth.docker.io/token?service=registry.docker.io&scope=repository:%1:pull"_s;
    const auto api = u"https://registry-1.docker.io/v2/%1/tags/list"_s;

    const auto redis = client.token(service.arg(u"library/redis"_s));
    const auto missing = client.token(service.arg(u"library/nothing"_s));

    QCOMPARE(Client::json(client.ask(service.arg(u"library/redis"_s)))["expires_in"_L1].toInt(), 300);
    QCOMPARE(client.ask(api.arg(u"library/redis"_s), redis).status, 200);
    QCOMPARE(client.ask(api.arg(u"library/caddy"_s), redis).status, 401);
    QCOMPARE(client.ask(api.arg(u"library/nothing"_s), missing).status, 401);
    client.world.now = client.world.now.addSecs(300);
    QCOMPARE(client.ask(api.arg(u"library/redis"_s), redis).status, 401);
}

void RegistryApiTest::onlyReads()
{
    const auto answer = registryAnswer(demoWorld(stillStart()), {.method = "PUT",
                                                                 .host = u"ghcr.io"_s,
                                                                 .base = u"https://ghcr.io"_s,
                                                                 .path = u"/v2/pitchconnect/x/manifests/1"_s});

    QCOMPARE(answer.status, 405);
    QCOMPARE(Client::code(answer), u"UNSUPPORTED"_s);
}

void RegistryApiTest::refusesUntilTheTime()
{
    Client client;
    const auto url = u"https://auth.docker.io/token?service=registry.docker.io&scope=repository:grafana/loki:pull"_s;
    const auto tags = u"https://registry-1.docker.io/v2/grafana/loki/tags/list"_s;

    const auto refused = client.ask(tags, client.token(url));
    client.world.now = client.world.now.addSecs(38 * 60);
    const auto answered = client.ask(tags, client.token(url));

    QCOMPARE(refused.status, 429);
    QCOMPARE(Client::code(refused), u"TOOMANYREQUESTS"_s);
    QCOMPARE(refused.headers.value(Header::RetryAfter).toByteArray(), "2280");
    QCOMPARE(answered.status, 200);
}

void RegistryApiTest::sendsAwayWhoAsksForReferrers()
{
    const Client client;
    const auto answer =
        client.ask(u"https://ghcr.io/v2/%1/referrers/sha256:0"_s.arg(fogis), client.token(tokenUrl(fogis)));

    QCOMPARE(answer.status, 303);
    QVERIFY(answer.headers.value(Header::Location).startsWith("https://github.com/"));
}

void RegistryApiTest::anyOtherNameStandsForWhoHasTheRepository()
{
    const Client client;
    const auto redis = u"https://localhost/v2/library/redis/"_s;
    const auto challenge = client.ask(redis + u"tags/list"_s).headers.value(Header::WWWAuthenticate).toByteArray();
    const auto token = client.token(u"https://localhost/token?service=localhost&scope=repository:library/redis:pull"_s);
    const auto digest = client.world.registries[u"docker.io"_s].repositories[u"library/redis"_s].blobs.cbegin().key();

    QVERIFY(challenge.contains("realm=\"https://localhost/token\",service=\"localhost\""));
    QCOMPARE(client.ask(redis + u"tags/list"_s, token).status, 200);
    QCOMPARE(client.ask(redis + u"blobs/"_s + digest, token).status, 200);
}

const slipway::test::Registered<RegistryApiTest> registered;
#include "registryapi_test.moc"
