// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/images/stage.h"

#include "ui/look/buttons.h"
#include "ui/look/palette.h"
#include "ui/look/type.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::images
{

namespace
{

QCoro::Task<Result<workspace::Details>> answer(workspace::RowKey key, std::optional<Error> error)
{
    if (error)
        co_return failure(*error);
    co_return harbour::details(key);
}

} // namespace

workspace::Actions Stage::actions()
{
    workspace::Actions actions;
    actions.details = [this](workspace::RowKey key, std::stop_token) {
        asked.append(u"details "_s + key.service);
        return answer(key, detailsError);
    };
    actions.checkNow = [this] { asked.append(u"checkNow"_s); };
    actions.checkOne = [this](const workspace::RowKey &key) { asked.append(u"check "_s + key.service); };
    actions.signIn = [this] { asked.append(u"signIn"_s); };
    actions.cancel = [this] { asked.append(u"cancel"_s); };
    return actions;
}

Stage::Stage(QSize size, workspace::Snapshot snapshot)
    : m_screen(new ImagesScreen(actions(), [this] { return now; }, &m_window))
{
    look::keepSurface(&m_window, look::Token::Window);
    auto *frame = new QVBoxLayout(&m_window);
    const int rail = size.width() < look::scaled(1120) ? 52 : 200;
    frame->setContentsMargins(look::scaled(rail) + 1, look::scaled(52), 0, look::scaled(28));
    frame->addWidget(m_screen);
    m_screen->apply(snapshot);
    m_window.resize(size);
    m_window.show();
    m_window.activateWindow();
    m_screen->setFocus();
    settle();
}

void Stage::settle()
{
    QVERIFY(QTest::qWaitFor([this] { return m_screen->isSettled(); }));
    QCoreApplication::processEvents();
}

workspace::RowKey keyOf(const QString &service)
{
    return {.project = u"docker-compose.yml"_s, .service = service};
}

QStringList texts(const QWidget &widget)
{
    QStringList all;
    const auto children = widget.findChildren<QWidget *>();
    for (const auto *each : children) {
        if (!each->isVisible())
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(each))
            all.append(label->text());
        else if (const auto *button = qobject_cast<const QAbstractButton *>(each))
            all.append(button->text());
        else if (!each->accessibleName().isEmpty())
            all.append(each->accessibleName());
    }
    return all;
}

QStringList filledButtons(const QWidget &widget)
{
    QStringList all;
    const auto buttons = widget.findChildren<QPushButton *>();
    for (const auto *button : buttons) {
        if (button->isVisible() && look::roleOf(button) == look::ButtonRole::Primary)
            all.append(button->text());
    }
    return all;
}

} // namespace slipway::images
