// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/registry/asking.h"
#include "tests/support/httphost.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace slipway::registry
{

namespace
{

const QByteArray manifest =
    R"({"schemaVersion": 2, "mediaType": "application/vnd.oci.image.index.v1+json", "manifests": []})";

} // namespace

/// The head and the manifest of a tag look for each other's answer.
class GivenUpTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHeadKeepsNoManifestFromBeingAsked();
    void aManifestKeepsNoHeadFromBeingAsked();

private:
    HttpHost m_host;
    Asking<> m_asking{{.insecureHosts = {m_host.authority()}}, {}};
    const ImageRepository m_repository{m_host.authority(), u"acme/web"_s};
    std::stop_source m_stop;
};

void GivenUpTest::aHeadKeepsNoManifestFromBeingAsked()
{
    m_host.answer("HEAD /v2/acme/web/manifests/1.0", {.manner = Answer::Manner::Silent});
    m_host.answer("GET /v2/acme/web/manifests/1.0", {.body = manifest});
    auto head = m_asking.client.head(m_repository, u"1.0"_s, m_stop.get_token());
    QVERIFY(QTest::qWaitFor([&] { return m_host.inFlight() == 1; }));

    m_stop.request_stop();

    QVERIFY(!ended(std::move(head)));
    QVERIFY(ended(m_asking.client.manifest(m_repository, u"1.0"_s, {})));
}

void GivenUpTest::aManifestKeepsNoHeadFromBeingAsked()
{
    m_host.answer("GET /v2/acme/web/manifests/2.0", {.manner = Answer::Manner::Silent});
    m_host.answer("HEAD /v2/acme/web/manifests/2.0",
                  {.headers = {{"Docker-Content-Digest", "sha256:" + QByteArray(64, 'a')}}});
    std::stop_source stop;
    auto asked = m_asking.client.manifest(m_repository, u"2.0"_s, stop.get_token());
    QVERIFY(QTest::qWaitFor([&] { return m_host.inFlight() == 1; }));

    stop.request_stop();

    QVERIFY(!ended(std::move(asked)));
    QVERIFY(ended(m_asking.client.head(m_repository, u"2.0"_s, {})));
}

const slipway::test::Registered<GivenUpTest> registered;

} // namespace slipway::registry

#include "givenup_test.moc"
