// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/comment.h"

#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway::yaml;

class CommentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheCommentOfTheLine_data();
    void findsTheCommentOfTheLine();
};

namespace
{

const slipway::test::Registered<CommentTest> registered;

} // namespace

void CommentTest::findsTheCommentOfTheLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("comment");

    QTest::newRow("plain") << QByteArray{"v: a # was 1.0 \nw: b # other\n"} << QByteArray{"was 1.0"};
    QTest::newRow("none") << QByteArray{"# before\nv: a\n# after\n"} << QByteArray{};
    QTest::newRow("hash in the value") << QByteArray{"v: a#b\n"} << QByteArray{};
    QTest::newRow("single-quoted") << QByteArray{"v: 'a # b'\t#c"} << QByteArray{"c"};
    QTest::newRow("double-quoted") << QByteArray{"v: \"a # b\"\n"} << QByteArray{};
    QTest::newRow("CRLF") << QByteArray{"v: a # c\r\nw: b\r\n"} << QByteArray{"c"};
    QTest::newRow("behind other values") << QByteArray{"{v: a, w: 'x # y', z: [b]} # c\n"} << QByteArray{"c"};
    QTest::newRow("values go on in the next line") << QByteArray{"{v: a, w: 'x # y\n z'} # c\n"} << QByteArray{};
    QTest::newRow("list goes on") << QByteArray{"{v: a, # c\n w: b} # d\n"} << QByteArray{"c"};
    QTest::newRow("behind an alias") << QByteArray{"{x: &x 1, v: a, w: *x } # c\n"} << QByteArray{"c"};
    QTest::newRow("plain over two lines") << QByteArray{"v: a\n  b # c\n"} << QByteArray{"c"};
    QTest::newRow("literal") << QByteArray{"v: |- # c\n  a # b\n"} << QByteArray{"c"};
    QTest::newRow("folded") << QByteArray{"'x # y': 1\nv: !override >-   # c\n\n  a\n# d\n"} << QByteArray{"c"};
    QTest::newRow("block without comment") << QByteArray{"v: >-\n  a # b\n# d\n"} << QByteArray{};
    QTest::newRow("two hashes") << QByteArray{"v: a ## c # d\n"} << QByteArray{"# c # d"};
}

void CommentTest::findsTheCommentOfTheLine()
{
    QFETCH(QByteArray, text);
    const auto stream = Stream::parse(text);
    QVERIFY(stream);

    const auto comment = commentBeside(*stream, stream->find(stream->documents().front(), "v"));

    QTEST(comment.toByteArray(), "comment");
}

#include "comment_test.moc"
