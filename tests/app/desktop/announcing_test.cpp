// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/repository.h"
#include "tests/app/desktop/stage.h"
#include "tests/support/testcase.h"

#include <QAccessible>
#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::desktop
{
namespace
{

QStringList &heard()
{
    static QStringList sentences;
    return sentences;
}

/// To what is said of the window as a whole; a message speaks for itself.
void listen(QAccessibleEvent *event)
{
    if (event->type() != QAccessible::Announcement || !qobject_cast<window::MainWindow *>(event->object()))
        return;
    const auto *announcement = static_cast<const QAccessibleAnnouncementEvent *>(event);
    if (announcement->politeness() == QAccessible::AnnouncementPoliteness::Polite)
        heard().append(announcement->message());
}

} // namespace

/// Who does not see the table hears what became of it.
class AnnouncingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_before = QAccessible::installUpdateHandler(listen); }
    void cleanup()
    {
        QAccessible::installUpdateHandler(m_before);
        heard().clear();
    }

    void saysWhichRowChangedAndNothingBefore();

private:
    QAccessible::UpdateHandler m_before = nullptr;
};

void AnnouncingTest::saysWhichRowChangedAndNothingBefore()
{
    Stage stage;
    stage.press(Qt::Key_F5);
    QVERIFY(stage.rests());
    QCOMPARE(heard(), QStringList{});

    auto &pull = stage.demo.repository().pulls[220];
    pull.closedAt = stage.demo.world.now;
    pull.closedBy = u"mfager"_s;
    stage.press(Qt::Key_F5);

    QVERIFY(stage.until([] { return !heard().isEmpty(); }));
    QCOMPARE(heard(), QStringList{u"fogis-api-client in docker-compose.yml: behind. 1 other service changed."_s});
}

const test::Registered<AnnouncingTest> registered;

} // namespace slipway::desktop

#include "announcing_test.moc"
