// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/progress.h"

#include "tests/support/testcase.h"

#include <QBuffer>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;

namespace slipway::ctl
{

class ProgressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void shortWorkShowsNothing();
    void workThatStandsStillShowsWhere();
    void theLineIsWrittenOverAndGoesAway();
    void aFastWorkDoesNotWriteEachStep();
    void whereNothingIsShownNothingIsWritten();

private:
    bool isWritten(const QByteArray &text) const
    {
        return QTest::qWaitFor([&] { return m_err->data().endsWith(text); }, QDeadlineTimer{5000});
    }

    std::optional<QBuffer> m_err;
};

void ProgressTest::init()
{
    m_err.emplace();
    m_err->open(QIODevice::WriteOnly);
}

void ProgressTest::shortWorkShowsNothing()
{
    {
        Progress progress{*m_err, true};
        progress.step(1, 2);
        progress.step(2, 2);
    }

    QCOMPARE(m_err->data(), QByteArray{});
}

void ProgressTest::workThatStandsStillShowsWhere()
{
    Progress progress{*m_err, true};

    progress.step(0, 300);

    QVERIFY(isWritten("\r\x1b[KAsking the registries: 0 of 300 images"_ba));
}

void ProgressTest::theLineIsWrittenOverAndGoesAway()
{
    {
        Progress progress{*m_err, true};
        progress.step(1, 2);
        QVERIFY(isWritten("1 of 2 images"_ba));
        progress.step(2, 2);
        QVERIFY(isWritten("2 of 2 images"_ba));
    }

    QCOMPARE(m_err->data(),
             "\r\x1b[KAsking the registries: 1 of 2 images\r\x1b[KAsking the registries: 2 of 2 images\r\x1b[K"_ba);
}

void ProgressTest::aFastWorkDoesNotWriteEachStep()
{
    Progress progress{*m_err, true};
    progress.step(0, 1000);
    QVERIFY(isWritten("0 of 1000 images"_ba));

    for (int done = 1; done <= 1000; ++done)
        progress.step(done, 1000);

    QVERIFY(isWritten("1000 of 1000 images"_ba));
    QVERIFY(m_err->data().count('\r') < 10);
}

void ProgressTest::whereNothingIsShownNothingIsWritten()
{
    QBuffer shown;
    shown.open(QIODevice::WriteOnly);
    {
        Progress hidden{*m_err, false};
        Progress progress{shown, true};
        hidden.step(1, 2);
        progress.step(1, 2);
        QVERIFY(QTest::qWaitFor([&] { return !shown.data().isEmpty(); }, QDeadlineTimer{5000}));
    }

    QCOMPARE(m_err->data(), QByteArray{});
}

const slipway::test::Registered<ProgressTest> registered;

} // namespace slipway::ctl

#include "progress_test.moc"
