// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/buttons.h"

#include "ui/look/icons.h"
#include "ui/look/type.h"
#include "ui/words/plain.h"

#include <QStyleOptionButton>

namespace slipway::look
{

namespace
{

constexpr auto roleName = "slipwayRole";
constexpr auto smallName = "slipwaySmall";

} // namespace

void setRole(QAbstractButton *button, ButtonRole role)
{
    button->setProperty(roleName, static_cast<int>(role));
    if (auto *push = qobject_cast<QPushButton *>(button))
        push->setFlat(role == ButtonRole::Flat || role == ButtonRole::Link);
    button->update();
}

ButtonRole roleOf(const QWidget *button)
{
    return button ? static_cast<ButtonRole>(button->property(roleName).toInt()) : ButtonRole::Secondary;
}

void setSmall(QAbstractButton *button)
{
    button->setProperty(smallName, true);
    keepFont(button, Type::SmallMedium);
}

bool isSmall(const QWidget *button)
{
    return button && button->property(smallName).toBool();
}

QPushButton *makeButton(const QString &text, const QString &iconName, ButtonRole role, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setAutoDefault(false);
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName));
    setRole(button, role);
    if (role == ButtonRole::Link)
        button->setCursor(Qt::PointingHandCursor);
    return button;
}

QToolButton *makeIconButton(const QString &iconName, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolTip(words::tooltip(name));
    button->setAccessibleName(name);
    return button;
}

void allow(QAbstractButton *button, const QString &reasonAgainst)
{
    button->setEnabled(reasonAgainst.isEmpty());
    button->setToolTip(words::tooltip(reasonAgainst));
}

BusyButton::BusyButton(const QString &text, const QString &busyText, const QString &iconName, ButtonRole role,
                       QWidget *parent)
    : QPushButton(text, parent)
    , m_text(text)
    , m_busyText(busyText)
    , m_icon(iconName)
{
    setAutoDefault(false);
    setRole(this, role);
    stop();
}

void BusyButton::setTexts(const QString &text, const QString &busyText)
{
    m_text = text;
    m_busyText = busyText;
    setText(m_isBusy ? busyText : text);
    updateGeometry();
}

void BusyButton::start()
{
    m_isBusy = true;
    setText(m_busyText);
    setIcon(look::icon(QStringLiteral("state-progress")));
    setEnabled(false);
    updateGeometry();
}

void BusyButton::stop()
{
    m_isBusy = false;
    setText(m_text);
    setIcon(m_icon.isEmpty() ? QIcon() : look::icon(m_icon));
    setEnabled(true);
}

QSize BusyButton::sizeHint() const
{
    QStyleOptionButton option;
    initStyleOption(&option);
    const auto sizeOf = [&](const QString &text, const QString &iconName) {
        option.text = text;
        option.icon = iconName.isEmpty() ? QIcon() : look::icon(iconName);
        return style()->sizeFromContents(QStyle::CT_PushButton, &option, {}, this);
    };
    return sizeOf(m_text, m_icon).expandedTo(sizeOf(m_busyText, QStringLiteral("state-progress")));
}

} // namespace slipway::look
