// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/errors.h"

#include "ui/look/icons.h"

#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::words
{

class ErrorsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstSentenceSaysWhat()
    {
        const auto message = said({.kind = Error::Kind::Forbidden,
                                   .message = u"docker.io refused 1.5.0. It wants a login."_s,
                                   .remedy = u"Sign in with read:packages."_s});

        QCOMPARE(message.what, u"docker.io refused 1.5.0."_s);
        QCOMPARE(message.more, u"It wants a login. Sign in with read:packages."_s);
    }

    void everyKindHasAnIcon()
    {
        for (int kind = 0; kind <= static_cast<int>(Error::Kind::Cancelled); ++kind)
            QVERIFY(look::hasIcon(said({.kind = static_cast<Error::Kind>(kind), .message = u"It."_s}).icon));
    }

    void whatPassesByItselfIsNoFailure()
    {
        QCOMPARE(said({.kind = Error::Kind::Offline, .message = u"You are offline."_s}).weight, Said::Weight::Notice);
        QCOMPARE(said({.kind = Error::Kind::Timeout, .message = u"No answer."_s}).weight, Said::Weight::Failure);
    }

    void detailsHoldAllThatIsKnown()
    {
        const auto copied = details({.kind = Error::Kind::Protocol,
                                     .message = u"GitHub's answer lacks a name."_s,
                                     .details = u"[0].name is missing"_s});

        QVERIFY(copied.startsWith(u"GitHub's answer lacks a name.\n[0].name is missing\nSlipway "_s));
    }
};

namespace
{
const test::Registered<ErrorsTest> registered;
}

} // namespace slipway::words

#include "errors_test.moc"
