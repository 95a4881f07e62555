// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/manifest.h"

#include "tests/support/testcase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace slipway::registry
{

namespace
{

constexpr auto indexType = "application/vnd.oci.image.index.v1+json";
constexpr auto singleType = "application/vnd.oci.image.manifest.v1+json";
const auto imageConfig = u"application/vnd.oci.image.config.v1+json"_s;

Digest digestOf(char seed)
{
    return Digest::of(QByteArrayView{&seed, 1});
}

QByteArray quoted(const Digest &digest)
{
    return '"' + digest.text().toLatin1() + '"';
}

Result<Manifest> read(const QByteArray &bytes, const QByteArray &contentType = {})
{
    return readManifest(bytes, contentType, Digest::of(bytes));
}

QByteArray single(const QString &configType, const QJsonObject &more = {})
{
    const QJsonObject config{{u"mediaType"_s, configType}, {u"digest"_s, digestOf('c').text()}};
    QJsonObject manifest{{u"schemaVersion"_s, 2}, {u"config"_s, config}, {u"layers"_s, QJsonArray{}}};
    for (auto field = more.begin(); field != more.end(); ++field)
        manifest.insert(field.key(), field.value());
    return QJsonDocument{manifest}.toJson();
}

} // namespace

class ManifestTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anIndexListsItsPlatformsAndToldApartFromThemItsAttestations();
    void aSingleManifestNamesItsConfiguration();
    void theContentTypeDecidesAndThenTheFields_data();
    void theContentTypeDecidesAndThenTheFields();
    void artefactsAreNoImages_data();
    void artefactsAreNoImages();
    void whatIsBrokenIsAnErrorWithItsPath_data();
    void whatIsBrokenIsAnErrorWithItsPath();
    void aConfigurationTellsPlatformTimeAndLabels();
    void aConfigurationWithoutTimeOrLabelsIsRead_data();
    void aConfigurationWithoutTimeOrLabelsIsRead();
};

void ManifestTest::anIndexListsItsPlatformsAndToldApartFromThemItsAttestations()
{
    auto bytes = R"({"schemaVersion": 2, "annotations": {"org.opencontainers.image.source": "https://x.test"},
        "manifests": [
            {"digest": "A", "size": 1099511627776, "platform": {"os": "linux", "architecture": "amd64"}},
            {"digest": "B", "platform": {"os": "linux", "architecture": "arm64", "variant": "v8"}},
            {"digest": "C", "platform": {"os": "unknown", "architecture": "unknown"},
             "annotations": {"vnd.docker.reference.type": "attestation-manifest"}},
            {"digest": "D"}]})"_ba;
    for (const char name : {'A', 'B', 'C', 'D'})
        bytes.replace(QByteArray{"\"_\""}.replace('_', name), quoted(digestOf(name)));

    const auto manifest = read(bytes, indexType);

    QVERIFY(manifest);
    const Manifest expected{
        .digest = Digest::of(bytes),
        .isIndex = true,
        .children = {{.digest = digestOf('A'), .platform = Platform::of(u"linux"_s, u"amd64"_s, {})},
                     {.digest = digestOf('B'), .platform = Platform::of(u"linux"_s, u"arm64"_s, {})},
                     {.digest = digestOf('C'), .isAttestation = true},
                     {.digest = digestOf('D')}},
        .annotations = {{u"org.opencontainers.image.source"_s, u"https://x.test"_s}},
    };
    QCOMPARE(*manifest, expected);
}

void ManifestTest::aSingleManifestNamesItsConfiguration()
{
    const auto bytes = single(imageConfig, {{u"annotations"_s, QJsonObject{{u"a"_s, u"b"_s}}}});

    const auto manifest = read(bytes, singleType);

    QVERIFY(manifest);
    QCOMPARE(*manifest,
             (Manifest{.digest = Digest::of(bytes), .config = digestOf('c'), .annotations = {{u"a"_s, u"b"_s}}}));
}

void ManifestTest::theContentTypeDecidesAndThenTheFields_data()
{
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<std::optional<bool>>("isIndex");

    const QByteArray index = R"({"schemaVersion": 2, "manifests": []})";
    const auto image = single(imageConfig);
    QTest::newRow("OCI index") << QByteArray{indexType} << index << std::optional{true};
    QTest::newRow("Docker list") << "application/vnd.docker.distribution.manifest.list.v2+json"_ba << index
                                 << std::optional{true};
    QTest::newRow("with parameters") << "Application/Vnd.OCI.image.index.v1+json; charset=utf-8"_ba << index
                                     << std::optional{true};
    QTest::newRow("Docker image") << "application/vnd.docker.distribution.manifest.v2+json"_ba << image
                                  << std::optional{false};
    QTest::newRow("unclear, an index") << "application/json"_ba << index << std::optional{true};
    QTest::newRow("missing, an image") << ""_ba << image << std::optional{false};
    QTest::newRow("an index that is none") << QByteArray{indexType} << image << std::optional<bool>{};
    QTest::newRow("an image that is none") << QByteArray{singleType} << index << std::optional<bool>{};
}

void ManifestTest::theContentTypeDecidesAndThenTheFields()
{
    QFETCH(QByteArray, contentType);
    QFETCH(QByteArray, body);
    QFETCH(std::optional<bool>, isIndex);

    const auto manifest = read(body, contentType);

    QCOMPARE(manifest.has_value(), isIndex.has_value());
    if (manifest)
        QCOMPARE(manifest->isIndex, *isIndex);
}

void ManifestTest::artefactsAreNoImages_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isImage");

    QTest::newRow("OCI image") << single(imageConfig) << true;
    QTest::newRow("Docker image") << single(u"application/vnd.docker.container.image.v1+json"_s) << true;
    QTest::newRow("Helm chart") << single(u"application/vnd.cncf.helm.config.v1+json"_s) << false;
    QTest::newRow("empty config") << single(u"application/vnd.oci.empty.v1+json"_s) << false;
    QTest::newRow("artifact type") << single(imageConfig, {{u"artifactType"_s, u"application/spdx+json"_s}}) << false;
}

void ManifestTest::artefactsAreNoImages()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, isImage);

    const auto manifest = read(body, singleType);

    QVERIFY(manifest);
    QCOMPARE(manifest->isImage, isImage);
}

void ManifestTest::whatIsBrokenIsAnErrorWithItsPath_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("details");

    QTest::newRow("a page") << "<html></html>"_ba << u""_s;
    QTest::newRow("nothing") << ""_ba << u""_s;
    QTest::newRow("cut short") << R"({"schemaVersion": 2, "manifests": [)"_ba << u""_s;
    QTest::newRow("no version") << R"({"manifests": []})"_ba << u"schemaVersion"_s;
    QTest::newRow("an old version") << R"({"schemaVersion": 1, "manifests": []})"_ba << u""_s;
    QTest::newRow("a wrong digest") << R"({"schemaVersion": 2, "manifests": [{"digest": "sha256:12"}]})"_ba
                                    << u"manifests[0].digest"_s;
    QTest::newRow("no configuration") << R"({"schemaVersion": 2, "layers": []})"_ba << u"config"_s;
    QTest::newRow("both at once") << R"({"schemaVersion": 2, "manifests": [], "layers": [], "config": {}})"_ba << u""_s;
}

void ManifestTest::whatIsBrokenIsAnErrorWithItsPath()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, details);

    const auto manifest = read(body);

    QVERIFY(!manifest);
    QCOMPARE(manifest.error().kind, Error::Kind::Protocol);
    QVERIFY2(manifest.error().details.contains(details), qPrintable(manifest.error().details));
}

void ManifestTest::aConfigurationTellsPlatformTimeAndLabels()
{
    const auto config = readImageConfig(R"({"os": "linux", "architecture": "arm", "variant": "v7",
        "created": "2026-01-02T03:04:05.123456789Z", "rootfs": {}, "config": {"Labels": {"a": "b"}, "Env": null}})");

    QVERIFY(config);
    QCOMPARE(config->platform, Platform::of(u"linux"_s, u"arm"_s, u"v7"_s));
    QCOMPARE(config->created, (QDateTime{QDate{2026, 1, 2}, QTime{3, 4, 5, 123}, QTimeZone::UTC}));
    QCOMPARE(config->labels, (QMap<QString, QString>{{u"a"_s, u"b"_s}}));
}

void ManifestTest::aConfigurationWithoutTimeOrLabelsIsRead_data()
{
    QTest::addColumn<QByteArray>("more");

    QTest::newRow("nothing") << ""_ba;
    QTest::newRow("null") << R"(, "created": null, "config": null)"_ba;
    QTest::newRow("no labels") << R"(, "config": {"Labels": null})"_ba;
    QTest::newRow("no time") << R"(, "created": "yesterday")"_ba;
}

void ManifestTest::aConfigurationWithoutTimeOrLabelsIsRead()
{
    QFETCH(QByteArray, more);

    const auto config = readImageConfig(R"({"os": "linux", "architecture": "amd64")" + more + '}');

    QVERIFY(config);
    QCOMPARE(config->created, std::nullopt);
    QVERIFY(config->labels.isEmpty());
}

const slipway::test::Registered<ManifestTest> registered;

} // namespace slipway::registry

#include "manifest_test.moc"
