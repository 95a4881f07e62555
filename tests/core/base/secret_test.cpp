// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secret.h"
#include "tests/support/testcase.h"

#include <QByteArray>
#include <QDebug>
#include <QTest>

#include <cstdlib>
#include <malloc.h>
#include <new>
#include <type_traits>

using namespace slipway;

namespace
{

constexpr QByteArrayView canary = "s3cret-canary-0123456789-abcdefghijklmnopqrstuvwxyz";
bool isWatching = false;
int leaks = 0; ///< freed blocks that still held the canary

template<class T>
concept Printable = requires(QDebug debug, const T &value) { debug << value; };

static_assert(!std::is_copy_constructible_v<Secret> && !std::is_copy_assignable_v<Secret>);
static_assert(std::is_nothrow_move_constructible_v<Secret> && std::is_nothrow_move_assignable_v<Secret>);
static_assert(Printable<QByteArrayView> && !Printable<Secret>);
static_assert(!std::is_convertible_v<Secret, QByteArrayView> && !std::is_convertible_v<QByteArrayView, Secret>);

/// Counts what leaks while it lives.
struct Watch
{
    Watch()
    {
        leaks = 0;
        isWatching = true;
    }
    ~Watch() { isWatching = false; }
    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;
};

void release(void *block)
{
    if (isWatching && block &&
        QByteArrayView{static_cast<char *>(block), static_cast<qsizetype>(::malloc_usable_size(block))}.contains(
            canary))
        ++leaks;
    std::free(block);
}

} // namespace

void *operator new(size_t size)
{
    if (void *block = std::malloc(size))
        return block;
    throw std::bad_alloc();
}
void *operator new(size_t size, const std::nothrow_t &) noexcept
{
    return std::malloc(size);
}
void operator delete(void *block) noexcept
{
    release(block);
}
void operator delete(void *block, size_t) noexcept
{
    release(block);
}

class SecretTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void revealsItsBytes();
    void movesWithoutLeavingACopy();
    void wipesItsBytesAtTheEnd();
    void wipesItsBytesWhenItIsReplaced();
    void comparesWithOtherBytes();
};

void SecretTest::revealsItsBytes()
{
    const Secret secret{canary};

    QCOMPARE(secret.reveal(), canary);
    QVERIFY(Secret{QByteArrayView{}}.reveal().isEmpty());
}

void SecretTest::movesWithoutLeavingACopy()
{
    Secret first{canary};

    const Secret second{std::move(first)};

    QCOMPARE(second.reveal(), canary);
    QVERIFY(first.reveal().isEmpty()); // NOLINT(bugprone-use-after-move)
}

void SecretTest::wipesItsBytesAtTheEnd()
{
    const Watch watch;

    std::make_unique<std::vector<char>>(canary.begin(), canary.end()).reset();
    const auto leaksOfAVector = leaks;
    std::make_unique<Secret>(canary).reset();

    QCOMPARE(leaksOfAVector, 1);
    QCOMPARE(leaks, 1);
}

void SecretTest::wipesItsBytesWhenItIsReplaced()
{
    const Watch watch;
    Secret secret{canary};

    secret = Secret{"other"};

    QCOMPARE(leaks, 0);
    QCOMPARE(secret.reveal(), "other");
}

void SecretTest::comparesWithOtherBytes()
{
    const Secret secret{canary};

    QVERIFY(secret.equals(canary));
    QVERIFY(!secret.equals(canary.chopped(1)));
    QVERIFY(!secret.equals(canary.toByteArray().replace(0, 1, "S")));
    QVERIFY(!secret.equals({}));
    QVERIFY(Secret{QByteArrayView{}}.equals({}));
}

const slipway::test::Registered<SecretTest> registered;
#include "secret_test.moc"
