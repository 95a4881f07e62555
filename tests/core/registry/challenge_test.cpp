// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/challenge.h"

#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::registry
{

namespace
{

using Challenges = QList<Challenge>;

const Challenge basic{.scheme = Challenge::Scheme::Basic};

Challenge bearer(const QString &realm, const QString &service = {})
{
    return {Challenge::Scheme::Bearer, realm, service};
}

} // namespace

class ChallengeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatServersSend_data();
    void readsWhatServersSend();
    void readsSeveralHeadersInTheirOrder();
    void aTokenIsPreferredToAPassword();
    void aHeaderOfTremendousLengthIsNotRead();
    void whatIsRememberedIsReadAsTheSame();
};

void ChallengeTest::readsWhatServersSend_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<Challenges>("expected");

    const auto ghcr = bearer(u"https://ghcr.io/token"_s, u"ghcr.io"_s);
    QTest::newRow("ghcr") << R"(Bearer realm="https://ghcr.io/token",service="ghcr.io",scope="repository:o/n:pull")"_ba
                          << Challenges{ghcr};
    QTest::newRow("spaces and case") << R"(  bEARER   Realm = "https://ghcr.io/token" ,  SERVICE= "ghcr.io")"_ba
                                     << Challenges{ghcr};
    QTest::newRow("tabs") << "Bearer\trealm=\"https://ghcr.io/token\",\tservice=\"ghcr.io\""_ba << Challenges{ghcr};
    QTest::newRow("empty list elements") << R"(,, Bearer realm="https://ghcr.io/token",,service="ghcr.io",)"_ba
                                         << Challenges{ghcr};
    QTest::newRow("without quotes") << "Bearer realm=https://ghcr.io/token,service=ghcr.io"_ba << Challenges{ghcr};
    QTest::newRow("without a service") << R"(Bearer realm="https://a.test/t?x=1")"_ba
                                       << Challenges{bearer(u"https://a.test/t?x=1"_s)};
    QTest::newRow("basic") << R"(Basic realm="Registry Realm")"_ba << Challenges{basic};
    QTest::newRow("basic, bare") << "basic"_ba << Challenges{basic};
    QTest::newRow("two in one header")
        << R"(Basic realm="a, b", Bearer realm="https://ghcr.io/token",service="ghcr.io")"_ba
        << Challenges{basic, ghcr};
    QTest::newRow("the other order") << R"(Bearer realm="https://ghcr.io/token",service="ghcr.io", Basic realm="x")"_ba
                                     << Challenges{ghcr, basic};
    QTest::newRow("others are passed over")
        << R"(Negotiate, NTLM TlRMTVNTUA==, Digest realm="d", nonce="n", Basic)"_ba << Challenges{basic};
    QTest::newRow("escapes") << R"(Bearer realm="https://a.test/\"q\\",service="x")"_ba
                             << Challenges{bearer(uR"(https://a.test/"q\)"_s, u"x"_s)};
    QTest::newRow("a scheme within quotes") << R"(Bearer realm="https://a.test/, Basic realm=x",service="Basic")"_ba
                                            << Challenges{bearer(u"https://a.test/, Basic realm=x"_s, u"Basic"_s)};

    QTest::newRow("nothing") << ""_ba << Challenges{};
    QTest::newRow("no realm") << R"(Bearer service="ghcr.io")"_ba << Challenges{};
    QTest::newRow("an empty realm") << R"(Bearer realm="",service="ghcr.io")"_ba << Challenges{};
    QTest::newRow("two realms") << R"(Bearer realm="https://ghcr.io/token",realm="https://evil.test/")"_ba
                                << Challenges{};
    QTest::newRow("two realms, of other case")
        << R"(Bearer realm="https://ghcr.io/token",REALM="https://evil.test/")"_ba << Challenges{};
    QTest::newRow("an open quote") << R"(Basic realm="x", Bearer realm="https://evil.test/)"_ba << Challenges{basic};
    QTest::newRow("an escape at the end") << R"(Bearer realm="https://evil.test/\)"_ba << Challenges{};
    QTest::newRow("text behind a quote") << R"(Bearer realm="https://a.test/"evil,service="x")"_ba << Challenges{};
    QTest::newRow("a line break") << "Bearer realm=\"https://a.test/\r\nX: y\",service=\"x\""_ba << Challenges{};
    QTest::newRow("a NUL") << "Bearer realm=\"https://a.test/\0\""_ba << Challenges{};
    QTest::newRow("not ASCII") << "Bearer realm=\"https://\xc3\xa4.test/\""_ba << Challenges{};
    QTest::newRow("only a parameter") << R"(realm="https://a.test/")"_ba << Challenges{};
}

void ChallengeTest::readsWhatServersSend()
{
    QFETCH(QByteArray, header);
    QFETCH(Challenges, expected);

    QCOMPARE(readChallenges({header}), expected);
}

void ChallengeTest::readsSeveralHeadersInTheirOrder()
{
    const QByteArrayList headers{"Basic realm=\"x\""_ba, "broken =\""_ba, "Bearer realm=\"https://a.test/\""_ba};

    QCOMPARE(readChallenges(headers), (Challenges{basic, bearer(u"https://a.test/"_s)}));
}

void ChallengeTest::aTokenIsPreferredToAPassword()
{
    const auto token = bearer(u"https://a.test/"_s);

    QCOMPARE(preferred({basic, token}), token);
    QCOMPARE(preferred({token, basic}), token);
    QCOMPARE(preferred({basic}), basic);
    QCOMPARE(preferred({}), std::nullopt);
}

void ChallengeTest::aHeaderOfTremendousLengthIsNotRead()
{
    const QByteArray header = "Bearer realm=\"https://a.test/" + QByteArray(100'000, 'a') + '"';

    QCOMPARE(readChallenges({header}), Challenges{});
    QVERIFY(readChallenges(QByteArrayList(100'000, "Basic"_ba)).size() < 100);
    QVERIFY(readChallenges({QByteArray("Basic,").repeated(1'000)}).size() < 100);
}

void ChallengeTest::whatIsRememberedIsReadAsTheSame()
{
    const auto odd = bearer(uR"(https://a.test/"\, x)"_s, uR"(\"service")"_s);

    QCOMPARE(readChallenges({text(odd)}), Challenges{odd});
    QCOMPARE(readChallenges({text(basic)}), Challenges{basic});
}

const slipway::test::Registered<ChallengeTest> registered;

} // namespace slipway::registry

#include "challenge_test.moc"
