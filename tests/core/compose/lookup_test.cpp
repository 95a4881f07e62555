// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/lookup.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::compose;

namespace
{

/// The scalars at these places.
QStringList values(const yaml::Stream &stream, const QList<Found> &found)
{
    QStringList texts;
    for (const auto &each : found)
        texts.append(QString::fromUtf8(stream.node(each.node).value) + (each.aliased ? u"*" : u""));
    return texts;
}

Found at(const yaml::Stream &stream, QByteArrayView key)
{
    return findFirst(stream, {.node = stream.documents().front()}, key);
}

} // namespace

class LookupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsOwnKeysBeforeMergedOnes();
    void followsAListOfMergesInItsOrder();
    void followsMergesOfMerges();
    void takesOnlyAPlainMergeKey();
    void followsAliasesOfValuesAndKeys();
    void listsEachKeyOnce();
    void findsNothingInOtherKinds();
    void tellsNothingFromText_data();
    void tellsNothingFromText();
    void countsWhatAliasesStandFor();
    void namesEveryNode();
    void namesANodeOfALaterDocument();
    void namesAKeyByItsValue();
};

void LookupTest::findsOwnKeysBeforeMergedOnes()
{
    const auto stream = yaml::Stream::parse("a: &a {image: one}\nweb:\n  <<: *a\n  image: two\n");
    QVERIFY(stream);

    const auto images = findAll(*stream, at(*stream, "web"), "image");

    QCOMPARE(values(*stream, images), (QStringList{u"two"_s, u"one*"_s}));
    QCOMPARE(findFirst(*stream, at(*stream, "web"), "image"), images.first());
}

void LookupTest::followsAListOfMergesInItsOrder()
{
    const auto stream =
        yaml::Stream::parse("a: &a {image: one}\nb: &b {image: two}\nweb: {<<: [*b, {image: three}, *a]}\n");
    QVERIFY(stream);

    const auto images = findAll(*stream, at(*stream, "web"), "image");

    QCOMPARE(values(*stream, images), (QStringList{u"two*"_s, u"three*"_s, u"one*"_s}));
}

void LookupTest::followsMergesOfMerges()
{
    const auto stream = yaml::Stream::parse("a: &a {image: one}\nb: &b {<<: *a, image: two}\nweb: {<<: *b}\n");
    QVERIFY(stream);

    QCOMPARE(values(*stream, findAll(*stream, at(*stream, "web"), "image")), (QStringList{u"two*"_s, u"one*"_s}));
}

void LookupTest::takesOnlyAPlainMergeKey()
{
    const auto stream = yaml::Stream::parse("a: &a {image: one}\nweb: {\"<<\": *a}\napi: {<<: text}\n");
    QVERIFY(stream);

    QCOMPARE(findFirst(*stream, at(*stream, "web"), "image"), Found{});
    QCOMPARE(findFirst(*stream, at(*stream, "api"), "image"), Found{});
}

void LookupTest::followsAliasesOfValuesAndKeys()
{
    const auto stream = yaml::Stream::parse("key: &key image\nweb: &web\n  *key : one\napi: *web\n");
    QVERIFY(stream);

    QCOMPARE(values(*stream, findAll(*stream, at(*stream, "web"), "image")), QStringList{u"one"_s});
    QCOMPARE(values(*stream, findAll(*stream, at(*stream, "api"), "image")), QStringList{u"one*"_s});
}

void LookupTest::listsEachKeyOnce()
{
    const auto stream = yaml::Stream::parse("a: &a {x: 1, y: 2}\nweb: {<<: *a, z: 3, x: 4}\n");
    QVERIFY(stream);

    QStringList pairs;
    const auto entries = pairsOf(*stream, at(*stream, "web"));
    for (const auto &[key, value] : entries)
        pairs.append(QString::fromUtf8(key) + values(*stream, {value}).constFirst());

    QCOMPARE(pairs, (QStringList{u"z3"_s, u"x4"_s, u"y2*"_s}));
}

void LookupTest::findsNothingInOtherKinds()
{
    const auto stream = yaml::Stream::parse("list: [image, one]\ntext: image\nnothing:\n");
    QVERIFY(stream);

    for (const auto *key : {"list", "text", "nothing", "missing"}) {
        QCOMPARE(findFirst(*stream, at(*stream, key), "image"), Found{});
        QVERIFY(pairsOf(*stream, at(*stream, key)).isEmpty());
    }
    QVERIFY(itemsOf(*stream, at(*stream, "text")).isEmpty());
    QCOMPARE(values(*stream, itemsOf(*stream, at(*stream, "list"))), (QStringList{u"image"_s, u"one"_s}));
}

void LookupTest::tellsNothingFromText_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("isNothing");

    QTest::newRow("empty") << ""_ba << true;
    QTest::newRow("tilde") << "~"_ba << true;
    QTest::newRow("null") << "null"_ba << true;
    QTest::newRow("quoted") << "\"\""_ba << false;
    QTest::newRow("quoted null") << "'null'"_ba << false;
    QTest::newRow("text") << "nginx"_ba << false;
    QTest::newRow("list") << "[]"_ba << false;
}

void LookupTest::tellsNothingFromText()
{
    QFETCH(const QByteArray, value);
    const auto stream = yaml::Stream::parse("image: " + value + '\n');
    QVERIFY(stream);

    QTEST(isNull(*stream, at(*stream, "image")), "isNothing");
}

void LookupTest::countsWhatAliasesStandFor()
{
    const auto stream = yaml::Stream::parse("a: &a [1, 2, 3]\nb: &b [*a, *a]\nc: {x: *b, y: *b}\n");
    QVERIFY(stream);

    QCOMPARE(expandedSize(*stream, at(*stream, "a").node), 4);
    QCOMPARE(expandedSize(*stream, at(*stream, "b").node), 9);
    QCOMPARE(expandedSize(*stream, at(*stream, "c").node), 1 + 2 * (1 + 9));
}

void LookupTest::namesEveryNode()
{
    const auto stream = yaml::Stream::parse("services:\n  web: {image: a, \"x/y~z\": [b, {c: d}]}\n");
    QVERIFY(stream);
    std::vector<yaml::NodeId> all(static_cast<size_t>(stream->size()));
    std::iota(all.begin(), all.end(), 0);

    QStringList scalars;
    const auto pointers = pointersTo(*stream, all);
    for (yaml::NodeId node = 0; node < stream->size(); ++node)
        scalars.append(QString::fromUtf8(stream->node(node).value + " " + pointers.at(node)));

    QCOMPARE(scalars,
             (QStringList{u" "_s, u"services /services"_s, u" /services"_s, u"web /services/web"_s, u" /services/web"_s,
                          u"image /services/web/image"_s, u"a /services/web/image"_s, u"x/y~z /services/web/x~1y~0z"_s,
                          u" /services/web/x~1y~0z"_s, u"b /services/web/x~1y~0z/0"_s, u" /services/web/x~1y~0z/1"_s,
                          u"c /services/web/x~1y~0z/1/c"_s, u"d /services/web/x~1y~0z/1/c"_s}));
}

void LookupTest::namesANodeOfALaterDocument()
{
    const auto stream = yaml::Stream::parse("a: 1\n---\n---\nb: [2, 3]\n");
    QVERIFY(stream);
    const auto list = findFirst(*stream, {.node = stream->documents().back()}, "b");
    const std::vector<yaml::NodeId> last{itemsOf(*stream, list).constLast().node};

    QCOMPARE(pointersTo(*stream, last), QList{"/b/1"_ba});
}

void LookupTest::namesAKeyByItsValue()
{
    const auto stream = yaml::Stream::parse("x-names: {&name nginx: 1}\nimage: *name\n");
    QVERIFY(stream);
    const std::vector<yaml::NodeId> key{at(*stream, "image").node};

    QCOMPARE(pointersTo(*stream, key), QList{"/x-names/nginx"_ba});
}

const slipway::test::Registered<LookupTest> registered;

#include "lookup_test.moc"
