// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/pages.h"

#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::words
{

class PagesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leadsToTheFileOfTheWorkspace()
    {
        QCOMPARE(filePage(m_snapshot, u"main"_s, u".github/slipway.yml"_s),
                 u"https://github.com/PitchConnect/fogis-deployment/blob/main/.github/slipway.yml"_s);
        QCOMPARE(filePage(m_snapshot, u"main"_s, u"docker-compose.yml"_s, 12),
                 u"https://github.com/PitchConnect/fogis-deployment/blob/main/docker-compose.yml#L12"_s);
    }

    /// Whatever a branch or a file is called, it stays a name in the path.
    void aNameIsNeverPartOfTheAddress()
    {
        QCOMPARE(filePage(m_snapshot, u"release/2#1"_s, u"a b?c=<d>.yml"_s),
                 u"https://github.com/PitchConnect/fogis-deployment/blob/release/2%231/a%20b%3Fc%3D%3Cd%3E.yml"_s);
    }

    void thereIsNoneWithoutARevisionOrAFile()
    {
        QCOMPARE(filePage(m_snapshot, {}, u"docker-compose.yml"_s), QString{});
        QCOMPARE(filePage(m_snapshot, u"main"_s, {}), QString{});
    }

private:
    const workspace::Snapshot m_snapshot{
        .host = u"github.com"_s, .owner = u"PitchConnect"_s, .repository = u"fogis-deployment"_s};
};

const slipway::test::Registered<PagesTest> registered;

} // namespace slipway::words

#include "pages_test.moc"
