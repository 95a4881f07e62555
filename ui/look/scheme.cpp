// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/scheme.h"

#include "ui/look/palette.h"
#include "ui/look/style.h"
#include "ui/look/type.h"

#include <QApplication>
#include <QEvent>
#include <QPointer>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleHints>
#include <QToolTip>

#include <algorithm>

namespace slipway::look
{

namespace
{

void dress()
{
    QApplication::setPalette(palette(Scheme::current().appearance()));
    const auto fields = fieldPalette(Scheme::current().appearance());
    for (const auto *name : {"QLineEdit", "QPlainTextEdit", "QTextEdit", "QAbstractSpinBox"})
        QApplication::setPalette(fields, name);

    QApplication::setFont(font(Type::Body));
    for (const auto *name : {"QPushButton", "QToolButton", "QTabBar"})
        QApplication::setFont(font(Type::BodyMedium), name);
    for (const auto *name : {"QHeaderView", "QStatusBar"})
        QApplication::setFont(font(Type::Caption), name);
    // Qt 6.8 tells widgets of a new palette, but not of a new font; and combo boxes keep the size they had.
    const auto widgets = QApplication::allWidgets();
    for (auto *widget : widgets) {
        for (const auto type : {QEvent::ApplicationFontChange, QEvent::StyleChange}) {
            QEvent event(type);
            QCoreApplication::sendEvent(widget, &event);
        }
    }
    QToolTip::setFont(font(Type::Small));
    QToolTip::setPalette(QApplication::palette());
}

} // namespace

Scheme::Scheme(QObject *parent)
    : QObject(parent)
{
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Scheme::follow);
    follow();
}

Scheme &Scheme::current()
{
    static QPointer<Scheme> scheme;
    if (!scheme)
        scheme = new Scheme(qApp);
    return *scheme;
}

void Scheme::choose(Choice choice)
{
    m_choice = choice;
    follow();
}

void Scheme::follow()
{
    auto next = m_appearance;
    next.isDark = m_choice == Choice::Dark ||
                  (m_choice == Choice::System && QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark);
    next.reducedMotion = m_choseReducedMotion || m_systemReducesMotion;
    set(next);
}

void Scheme::setTextFactor(double factor)
{
    auto next = m_appearance;
    next.textFactor = std::clamp(factor, 0.8, 2.0);
    set(next);
}

void Scheme::setCompact(bool on)
{
    auto next = m_appearance;
    next.isCompact = on;
    set(next);
}

void Scheme::setMoreContrast(bool on)
{
    auto next = m_appearance;
    next.moreContrast = on;
    set(next);
}

void Scheme::setReducedMotion(bool on)
{
    m_choseReducedMotion = on;
    follow();
}

void Scheme::setSystemReducesMotion(bool on)
{
    m_systemReducesMotion = on;
    follow();
}

void Scheme::setAccent(std::optional<QColor> system)
{
    auto next = m_appearance;
    next.accent = system;
    set(next);
}

void Scheme::setSystemStyle(bool on)
{
    auto *style = on ? QStyleFactory::create(m_systemStyle) : nullptr;
    QApplication::setStyle(style ? style : new SlipwayStyle);
    dress();
    Q_EMIT changed();
}

void Scheme::set(const Appearance &next)
{
    if (next == m_appearance)
        return;
    m_appearance = next;
    if (m_isInstalled)
        dress();
    Q_EMIT changed();
}

void install()
{
    auto &scheme = Scheme::current();
    scheme.m_systemStyle = QApplication::style()->name();
    scheme.m_systemAccent = QApplication::palette().color(QPalette::Accent);
    QApplication::setStyle(new SlipwayStyle);
    scheme.m_isInstalled = true;
    dress();
}

} // namespace slipway::look
