// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/registry/asking.h"
#include "tests/support/httphost.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::registry
{

namespace
{

using namespace slipway::test;

const ImageRepository app{u"ghcr.io"_s, u"acme/app"_s};
const auto place = "/v2/acme/app/manifests/1.0"_ba;

Answer manifestAnswer()
{
    const auto type = "application/vnd.oci.image.manifest.v1+json"_ba;
    const auto config =
        "{\"mediaType\": \"application/vnd.oci.image.config.v1+json\", \"size\": 2, \"digest\": \"sha256:" +
        QByteArray(64, 'a') + "\"}";
    return {.body = QByteArray("{\"schemaVersion\": 2, \"mediaType\": \"" + type + "\", \"config\": " + config +
                               ", \"layers\": []}"),
            .headers = {{"Content-Type", type}}};
}

} // namespace

/// Questions that know of each other: the digest of a tag, and its manifest.
class ClientTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoStoppedAskingForTheDigestHoldsUpNoManifest();
};

/// The manifest looks for the digest, which looks for the manifest: neither may wait for the other.
void ClientTest::whoStoppedAskingForTheDigestHoldsUpNoManifest()
{
    HttpHost host;
    host.answer("HEAD " + place, {.manner = Answer::Manner::Silent});
    host.answer("GET " + place, manifestAnswer());
    Asking<> run{{.endpoints = {{u"ghcr.io"_s, host.url({})}}}, {}};
    std::stop_source source;
    auto stopped = run.client.head(app, u"1.0"_s, source.get_token());
    QVERIFY(QTest::qWaitFor([&] { return host.count("HEAD " + place) == 1; }));
    source.request_stop();
    QCOMPARE(ended(std::move(stopped)).error().kind, Error::Kind::Cancelled);

    const auto manifest = ended(run.client.manifest(app, u"1.0"_s, {}));

    QVERIFY2(manifest, manifest ? "" : qPrintable(manifest.error().message));
    QCOMPARE(host.count("GET " + place), 1);
}

const slipway::test::Registered<ClientTest> registered;

} // namespace slipway::registry

#include "client_test.moc"
