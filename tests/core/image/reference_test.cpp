// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/reference.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

const QString digest = u"sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"_s;
const QString hex = digest.sliced(7);

} // namespace

class ReferenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsReferences_data();
    void readsReferences();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void limitsTheLengthOfNamesAndTags();
    void saysWhereThePartsStand_data();
    void saysWhereThePartsStand();
    void hasNoPartsIfItIsNoReference();
};

void ReferenceTest::readsReferences_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("registry");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("tag");
    QTest::addColumn<bool>("hasDigest");

    const auto row = [](const QString &text, const QString &registry, const QString &path, const QString &tag,
                        bool hasDigest = false) {
        QTest::newRow(qPrintable(text)) << text << registry << path << tag << hasDigest;
    };
    row(u"nginx"_s, u"docker.io"_s, u"library/nginx"_s, {});
    row(u"nginx:1.27"_s, u"docker.io"_s, u"library/nginx"_s, u"1.27"_s);
    row(u"acme/web:1"_s, u"docker.io"_s, u"acme/web"_s, u"1"_s);
    row(u"docker.io/nginx"_s, u"docker.io"_s, u"library/nginx"_s, {});
    row(u"docker.io/library/nginx"_s, u"docker.io"_s, u"library/nginx"_s, {});
    row(u"index.docker.io/nginx"_s, u"docker.io"_s, u"library/nginx"_s, {});
    row(u"registry-1.docker.io/acme/web"_s, u"docker.io"_s, u"acme/web"_s, {});
    row(u"ghcr.io/acme/web:1.2"_s, u"ghcr.io"_s, u"acme/web"_s, u"1.2"_s);
    row(u"ghcr.io/web"_s, u"ghcr.io"_s, u"web"_s, {});
    row(u"localhost/web"_s, u"localhost"_s, u"web"_s, {});
    row(u"localhost:5000/web:2"_s, u"localhost:5000"_s, u"web"_s, u"2"_s);
    row(u"localhost:5000"_s, u"docker.io"_s, u"library/localhost"_s, u"5000"_s);
    row(u"127.0.0.1:5000/a/b/c:1"_s, u"127.0.0.1:5000"_s, u"a/b/c"_s, u"1"_s);
    row(u"[::1]:5000/web:1"_s, u"[::1]:5000"_s, u"web"_s, u"1"_s);
    row(u"[::1]/web"_s, u"[::1]"_s, u"web"_s, {});
    row(u"host/web"_s, u"docker.io"_s, u"host/web"_s, {});
    row(u"a.b/c__d-e---f.g_h:_T-1.X"_s, u"a.b"_s, u"c__d-e---f.g_h"_s, u"_T-1.X"_s);
    row(u"nginx@"_s + digest, u"docker.io"_s, u"library/nginx"_s, {}, true);
    row(u"ghcr.io/acme/web:1.2@"_s + digest, u"ghcr.io"_s, u"acme/web"_s, u"1.2"_s, true);
    row(u"web:"_s + hex, u"docker.io"_s, u"library/web"_s, hex);
    row(hex + u":1"_s, u"docker.io"_s, u"library/"_s + hex, u"1"_s);
}

void ReferenceTest::readsReferences()
{
    QFETCH(QString, text);
    QFETCH(bool, hasDigest);

    const auto reference = ImageReference::parse(text);

    QVERIFY(reference);
    QTEST(reference->repository.registry, "registry");
    QTEST(reference->repository.path, "path");
    QTEST(reference->tag.value_or(QString{}), "tag");
    QCOMPARE(reference->digest ? reference->digest->text() : QString{}, hasDigest ? digest : QString{});
}

void ReferenceTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");

    const auto row = [](const QString &text, const QString &words) {
        QTest::newRow(qPrintable(u"<%1>"_s.arg(text))) << text << words;
    };
    row(u""_s, u"no image name"_s);
    row(hex, u"local image"_s);
    row(digest, u"local image"_s);
    row(u"ghcr.io/AcmeHQ/web:1"_s, u"“ghcr.io/AcmeHQ/web” has capitals; registries want “ghcr.io/acmehq/web”"_s);
    row(u"AcmeHQ/web"_s, u"registries want “acmehq/web”"_s);
    row(u"Nginx"_s, u"registries want “nginx”"_s);
    row(u"my app:1"_s, u"space or a line end"_s);
    row(u"app:1\n"_s, u"“app:1” has a space or a line end"_s);
    row(u"app:"_s, u"“” is not a tag"_s);
    row(u"app:-1"_s, u"“-1” is not a tag"_s);
    row(u"app:.1"_s, u"“.1” is not a tag"_s);
    row(u"app:1+2"_s, u"“1+2” is not a tag"_s);
    row(u"app:1:2"_s, u"not the name"_s);
    row(u":1"_s, u"not the name"_s);
    row(u"/app"_s, u"not the name"_s);
    row(u"app/"_s, u"not the name"_s);
    row(u"a//b"_s, u"not the name"_s);
    row(u"-app"_s, u"not the name"_s);
    row(u"app-"_s, u"not the name"_s);
    row(u"a..b"_s, u"not the name"_s);
    row(u"a___b"_s, u"not the name"_s);
    row(u"a._b"_s, u"not the name"_s);
    row(u"äpp"_s, u"not the name"_s);
    row(u"ghcr.io/"_s, u"not the name"_s);
    row(u"https://ghcr.io/app"_s, u"not the host"_s);
    row(u"ghcr.io:/app"_s, u"not the host"_s);
    row(u"ghcr.io:x/app"_s, u"not the host"_s);
    row(u"-a.b/app"_s, u"not the host"_s);
    row(u"a..b/app"_s, u"not the host"_s);
    row(u"app@"_s, u"not a digest"_s);
    row(u"app@sha256:abc"_s, u"“sha256:abc” is not a digest"_s);
    row(u"app@"_s + digest + u'@' + digest, u"not a digest"_s);
}

void ReferenceTest::saysWhatIsWrong()
{
    QFETCH(QString, text);
    QFETCH(QString, words);

    const auto reference = ImageReference::parse(text);

    QVERIFY(!reference);
    QCOMPARE(reference.error().kind, Error::Kind::InvalidInput);
    QVERIFY2(reference.error().message.contains(words), qPrintable(reference.error().message));
}

void ReferenceTest::limitsTheLengthOfNamesAndTags()
{
    QVERIFY(ImageReference::parse(QString{"ghcr.io/"_L1 + QString(255, u'a')}));
    QVERIFY(!ImageReference::parse(QString{"ghcr.io/"_L1 + QString(256, u'a')}));
    QVERIFY(ImageReference::parse(QString{"a:"_L1 + QString(128, u'1')}));
    QVERIFY(!ImageReference::parse(QString{"a:"_L1 + QString(129, u'1')}));
}

void ReferenceTest::saysWhereThePartsStand_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QString>("digestText");

    QTest::newRow("name") << u"localhost:5000/web"_s << QString{} << QString{};
    QTest::newRow("tag") << u"localhost:5000/web"_s << u"1.2"_s << QString{};
    QTest::newRow("digest") << u"web"_s << QString{} << digest;
    QTest::newRow("both") << u"web"_s << u"1"_s << digest;
}

void ReferenceTest::saysWhereThePartsStand()
{
    QFETCH(QString, name);
    QFETCH(QString, tag);
    QFETCH(QString, digestText);
    const auto tagPart = tag.isEmpty() ? QString{} : u':' + tag;
    const QString written = name + tagPart + (digestText.isEmpty() ? QString{} : u'@' + digestText);

    const auto parts = referenceParts(written);

    QVERIFY(parts);
    QCOMPARE(parts->hasTag, !tag.isEmpty());
    QCOMPARE(parts->hasDigest, !digestText.isEmpty());
    QCOMPARE(written.first(parts->nameEnd), name);
    QCOMPARE(written.sliced(parts->tagBegin, parts->tagEnd - parts->tagBegin), tag);
    QCOMPARE(parts->tagEnd, (name + tagPart).size());
    QCOMPARE(written.sliced(parts->digestBegin, parts->digestEnd - parts->digestBegin), digestText);
    QCOMPARE(parts->digestEnd, written.size());
}

void ReferenceTest::hasNoPartsIfItIsNoReference()
{
    QVERIFY(!referenceParts(u"AcmeHQ/web:1"));
}

const slipway::test::Registered<ReferenceTest> registered;
#include "reference_test.moc"
