// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/updates/provenance.h"

#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;
using updates::ProvenanceClaim;

class ProvenanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatStatementsSay_data()
    {
        QTest::addColumn<QByteArray>("predicate");
        QTest::addColumn<ProvenanceClaim>("claim");

        const ProvenanceClaim onMain{.workflow = u"docker-build.yml"_s, .branch = u"main"_s};
        const ProvenanceClaim onTag{.workflow = u"docker-build.yml"_s};
        QTest::newRow("v1") << R"({"buildDefinition":{"externalParameters":{"workflow":{)"
                               R"("path":".github/workflows/docker-build.yml","ref":"refs/heads/main"}}}})"_ba
                            << onMain;
        QTest::newRow("a tag") << R"({"buildDefinition":{"externalParameters":{"workflow":{)"
                                  R"("path":".github/workflows/docker-build.yml","ref":"refs/tags/v1"}}}})"_ba
                               << onTag;
        QTest::newRow("no ref") << R"({"buildDefinition":{"externalParameters":{"workflow":{)"
                                   R"("path":".github/workflows/docker-build.yml"}}}})"_ba
                                << onTag;
        QTest::newRow("builder") << R"({"runDetails":{"builder":{"id":"https://github.com/acme/web/)"
                                    R"(.github/workflows/docker-build.yml@refs/heads/main"}}})"_ba
                                 << onMain;
        QTest::newRow("a runner") << R"({"builder":{"id":"https://github.com/actions/runner"}})"_ba
                                  << ProvenanceClaim{};
        QTest::newRow("nothing") << "[]"_ba << ProvenanceClaim{};
    }
    void readsWhatStatementsSay()
    {
        QFETCH(const QByteArray, predicate);
        QTEST(updates::claimIn(R"({"predicate":)" + predicate + '}'), "claim");
    }
};

const slipway::test::Registered<ProvenanceTest> registered;

#include "provenance_test.moc"
