// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secret.h"

#include "tests/support/testcase.h"

#include <QTest>

#include <type_traits>

namespace slipway
{

static_assert(!std::is_copy_constructible_v<Secret> && !std::is_copy_assignable_v<Secret>);

class SecretTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void movesAndLeavesNothingBehind();
    void sharesNoMemoryWithWhereItCameFrom();
};

void SecretTest::movesAndLeavesNothingBehind()
{
    Secret first{"one"};
    Secret second{std::move(first)};

    QCOMPARE(second.reveal(), "one");
    QVERIFY(first.reveal().isEmpty()); // NOLINT(bugprone-use-after-move)
}

void SecretTest::sharesNoMemoryWithWhereItCameFrom()
{
    const QByteArray source = "one";

    const Secret secret{source};

    QVERIFY(secret.reveal().data() != source.constData());
}

const slipway::test::Registered<SecretTest> registered;

} // namespace slipway

#include "secret_test.moc"
