// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/tags.h"

#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::registry
{

class TagsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheRegistrysOrder();
    void withoutTagsTheListIsEmpty();
    void leavesOutSignaturesAndAttestations();
    void leavesOutWhatIsNoTag();
    void anotherDocumentIsAnError_data();
    void anotherDocumentIsAnError();
};

void TagsTest::keepsTheRegistrysOrder()
{
    QCOMPARE(readTags(R"({"name": "acme/web", "tags": ["1.9", "latest", "1.10"]})"),
             (QStringList{u"1.9"_s, u"latest"_s, u"1.10"_s}));
}

void TagsTest::withoutTagsTheListIsEmpty()
{
    QCOMPARE(readTags(R"({"name": "acme/web", "tags": null})"), QStringList{});
    QCOMPARE(readTags(R"({"name": "acme/web"})"), QStringList{});
}

void TagsTest::leavesOutSignaturesAndAttestations()
{
    const QByteArray hex(64, 'a');

    const auto tags = readTags(R"({"tags": ["sha256-)" + hex + R"(", "sha256-)" + hex + R"(.sig", "sha256-)" + hex +
                               R"(.att", "sha256-1234567", "sha256-)" + hex.first(63) + R"(", "1.0"]})");

    QCOMPARE(tags, (QStringList{u"sha256-1234567"_s, u"sha256-"_s + QString::fromLatin1(hex.first(63)), u"1.0"_s}));
}

void TagsTest::leavesOutWhatIsNoTag()
{
    const auto tags = readTags(R"({"tags": ["", "a b", "a\nb", "../x", ".a", "-a", "ä", "a:b", "a@b", "_a.B-9", ")" +
                               QByteArray(129, 'a') + R"("]})");

    QCOMPARE(tags, (QStringList{u"_a.B-9"_s}));
}

void TagsTest::anotherDocumentIsAnError_data()
{
    QTest::addColumn<QByteArray>("body");

    QTest::newRow("a page") << "<html>"_ba;
    QTest::newRow("a list") << R"(["1.0"])"_ba;
    QTest::newRow("numbers") << R"({"tags": [1.0]})"_ba;
    QTest::newRow("cut short") << R"({"tags": ["1.0")"_ba;
}

void TagsTest::anotherDocumentIsAnError()
{
    QFETCH(QByteArray, body);

    const auto tags = readTags(body);

    QVERIFY(!tags);
    QCOMPARE(tags.error().kind, Error::Kind::Protocol);
}

const slipway::test::Registered<TagsTest> registered;

} // namespace slipway::registry

#include "tags_test.moc"
