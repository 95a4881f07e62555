// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/interpolate.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway::compose;

namespace
{

const Environment variables = *readEnvironment("TAG=1.27\n"
                                               "EMPTY=\n"
                                               "lower=a\n"
                                               "QUOTED=\"1.\\$27\"\n"
                                               "MADE=${TAG}-alpine\n",
                                               u".env"_s, u"/stack/.env"_s);

/// Each run as `text:web:`, `default!:x`, …; `!` marks what cannot be edited.
QStringList described(const Effective &effective)
{
    static const QStringList names{u"text"_s, u"default"_s, u"env-file"_s};
    QStringList runs;
    for (const auto &run : effective.runs)
        runs.append(names.at(static_cast<int>(run.from)) + (run.editable ? u":" : u"!:") +
                    QString::fromUtf8(effective.text.sliced(run.begin, run.end - run.begin)));
    return runs;
}

QByteArray nested(int levels)
{
    return QByteArray{"${A:-"}.repeated(levels) + 'x' + QByteArray{"}"}.repeated(levels);
}

} // namespace

class InterpolateTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void replacesVariables_data();
    void replacesVariables();
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();
    void refusesWhatIsNoVariable_data();
    void refusesWhatIsNoVariable();
    void knowsWhereEachStretchCameFrom_data();
    void knowsWhereEachStretchCameFrom();
    void pointsIntoTheDefaultAndIntoTheFile();
    void findsEveryVariableThatIsMentioned();
    void refusesAMistakeEvenWhereNoValueBringsItUp();
    void endsAtADepthThatNobodyMeans();
    void endsAtALengthThatNoReferenceHas();
};

void InterpolateTest::replacesVariables_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("text");

    const auto row = [](const char *value, const char *text) {
        QTest::newRow(value) << QByteArray{value} << QByteArray{text};
    };
    row("nginx", "nginx");
    row("$TAG", "1.27");
    row("${TAG}", "1.27");
    row("$TAG.1", "1.27.1");
    row("${lower}${TAG}", "a1.27");
    row("${MADE}", "1.27-alpine");
    row("${UNSET}", "");
    row("${UNSET:-1}", "1");
    row("${UNSET-1}", "1");
    row("${EMPTY:-1}", "1");
    row("${EMPTY-1}", "");
    row("${TAG:-1}", "1.27");
    row("${TAG-1}", "1.27");
    row("${UNSET:-}", "");
    row("${TAG:?needed}", "1.27");
    row("${TAG?}", "1.27");
    row("${EMPTY?needed}", "");
    row("${TAG:+set}", "set");
    row("${TAG+set}", "set");
    row("${EMPTY:+set}", "");
    row("${EMPTY+set}", "set");
    row("${UNSET+set}", "");
    row("${A:-x${B:-y}z}", "xyz");
    row("${A:-${TAG}}", "1.27");
    row("${A:-${B:-${C:-3}}}", "3");
    row("${A:-${B:-2}}-${C:-3}", "2-3");
    row("${TAG:+${EMPTY:-e}}", "e");
    row("${A:-{\"a\": {}}}", "{\"a\": {}}");
    row("${A:-{x}", "{x");
    row("${A:-a:-b}", "a:-b");
    row("${A:-1?2+3}", "1?2+3");
    row("$$TAG", "$TAG");
    row("$$$TAG", "$1.27");
    row("$$$$", "$$");
    row("${A:-$$}", "$");
    row("$1", "$1");
    row("$", "$");
    row("a$", "a$");
    row("$-$.$ ", "$-$.$ ");
    row("{TAG}", "{TAG}");
    row("}", "}");
    row("$TAG}", "1.27}");
    row("${TAG}}", "1.27}");
    row("$\xC3\xA4", "$\xC3\xA4");
    row("${_a1:-x}", "x");
}

void InterpolateTest::replacesVariables()
{
    QFETCH(const QByteArray, value);

    const auto effective = interpolate(value, variables);

    QVERIFY(effective);
    QTEST(effective->text, "text");
}

void InterpolateTest::saysWhatIsMissing_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QList<QByteArray>>("unset");
    QTest::addColumn<QList<QByteArray>>("empty");

    using Names = QList<QByteArray>;
    const auto row = [](const char *value, const Names &unset, const Names &empty) {
        QTest::newRow(value) << QByteArray{value} << unset << empty;
    };
    row("$A", {"A"}, {});
    row("${A}${B}", {"A", "B"}, {});
    row("${A:?say it}", {"A"}, {});
    row("${A?}", {"A"}, {});
    row("${EMPTY}", {}, {"EMPTY"});
    row("${EMPTY-x}", {}, {"EMPTY"});
    row("${EMPTY?}", {}, {"EMPTY"});
    row("${EMPTY:?}", {"EMPTY"}, {});
    row("${A:-x}${A+x}${A:+x}", {}, {});
    row("${A:-$B}", {"B"}, {});
    row("${TAG:-$B}", {}, {});
}

void InterpolateTest::saysWhatIsMissing()
{
    QFETCH(const QByteArray, value);

    const auto effective = interpolate(value, variables);

    QVERIFY(effective);
    QTEST(effective->unset, "unset");
    QTEST(effective->empty, "empty");
}

void InterpolateTest::refusesWhatIsNoVariable_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qsizetype>("offset");

    const auto row = [](const char *value, qsizetype offset) { QTest::newRow(value) << QByteArray{value} << offset; };
    row("${", 0);
    row("${}", 0);
    row("ab${TAG", 2);
    row("${1}", 0);
    row("${-x}", 0);
    row("${ TAG}", 0);
    row("${TAG }", 0);
    row("${TAG:}", 0);
    row("${TAG/a/b}", 0);
    row("${TAG:0:3}", 0);
    row("${A:-${}}", 5);
    row("${A:-x} ${B:-", 8);
}

void InterpolateTest::refusesWhatIsNoVariable()
{
    QFETCH(const QByteArray, value);

    const auto effective = interpolate(value, variables);
    const auto names = variablesIn(value);

    QVERIFY(!effective);
    QTEST(effective.error().offset, "offset");
    QVERIFY(!effective.error().message.isEmpty());
    QVERIFY(!names);
}

void InterpolateTest::knowsWhereEachStretchCameFrom_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QStringList>("runs");

    const auto row = [](const char *value, const QStringList &runs) {
        QTest::newRow(value) << QByteArray{value} << runs;
    };
    row("web:1", {u"text:web:1"_s});
    row("web:${A:-1}", {u"text:web:"_s, u"default:1"_s});
    row("web:${TAG}-b", {u"text:web:"_s, u"env-file:1.27"_s, u"text:-b"_s});
    row("${A:-web:${B:-1}}", {u"default:web:"_s, u"default!:1"_s});
    row("${A:-web:$TAG}", {u"default:web:"_s, u"env-file!:1.27"_s});
    row("web:${TAG:+2}", {u"text:web:"_s, u"text!:2"_s});
    row("${TAG:+${A:-2}}", {u"default!:2"_s});
    row("${MADE}", {u"env-file!:1.27-alpine"_s});
    row("${QUOTED}", {u"env-file!:1.$27"_s});
}

void InterpolateTest::knowsWhereEachStretchCameFrom()
{
    QFETCH(const QByteArray, value);

    const auto effective = interpolate(value, variables);

    QVERIFY(effective);
    QTEST(described(*effective), "runs");
}

void InterpolateTest::pointsIntoTheDefaultAndIntoTheFile()
{
    const auto effective = interpolate("app:${A:-v1.2}-x${TAG}", variables);

    QVERIFY(effective);
    QCOMPARE(effective->text, "app:v1.2-x1.27"_ba);
    QCOMPARE(effective->runs.size(), 4);
    const auto &inDefault = effective->runs.at(1);
    QCOMPARE(inDefault.offset, 9);
    QCOMPARE(std::pair(inDefault.placeBegin, inDefault.placeEnd), std::pair(qsizetype{9}, qsizetype{13}));
    QCOMPARE(effective->runs.at(2).offset, 14);
    QCOMPARE(effective->runs.at(3).variable->name, "TAG"_ba);
    QCOMPARE(effective->runs.at(3).offset, 0);
}

void InterpolateTest::findsEveryVariableThatIsMentioned()
{
    const auto names = variablesIn("$A ${B} ${C:-${D}x$E} $$F ${G:?$H} ${I:+$J}");

    QVERIFY(names);
    QCOMPARE(*names, (QList<QByteArrayView>{"A", "B", "C", "D", "E", "G", "H", "I", "J"}));
}

void InterpolateTest::refusesAMistakeEvenWhereNoValueBringsItUp()
{
    QVERIFY(interpolate("${TAG:-${}", variables));
    QVERIFY(!variablesIn("${TAG:-${}}"));
}

void InterpolateTest::endsAtADepthThatNobodyMeans()
{
    QVERIFY(interpolate(nested(32), variables));
    QVERIFY(!interpolate(nested(33), variables));
    QVERIFY(!interpolate(nested(200'000), variables));
    QVERIFY(!variablesIn(nested(200'000)));
    QVERIFY(!interpolate(QByteArray{"${A:-{"}.repeated(100'000).append('}'), variables));
}

void InterpolateTest::endsAtALengthThatNoReferenceHas()
{
    const auto large = readEnvironment("BIG=" + QByteArray(4000, 'x'), u".env"_s, u"/stack/.env"_s);
    QVERIFY(large);

    QVERIFY(interpolate("$BIG", *large));
    QVERIFY(!interpolate("$BIG$BIG", *large));
    QVERIFY(interpolate("$BIG$BIG", *large, 8000));
    QVERIFY(interpolate(QByteArray(10'000, 'x'), *large));
}

const slipway::test::Registered<InterpolateTest> registered;

#include "interpolate_test.moc"
