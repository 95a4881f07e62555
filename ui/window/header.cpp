// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/header.h"

#include "ui/look/chips.h"
#include "ui/look/icons.h"
#include "ui/look/palette.h"
#include "ui/look/scheme.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"

#include <QMenu>
#include <QPainter>
#include <QStyleOption>
#include <QToolButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace slipway::window
{
namespace
{

using look::Token;

void paintFocus(QPainter &painter, const QWidget &widget)
{
    if (!widget.hasFocus())
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen{look::color(Token::Focus), 2});
    painter.drawRoundedRect(QRectF{widget.rect()}.adjusted(1, 1, -1, -1), look::radius::control, look::radius::control);
}

void openBelow(QMenu *menu, const QWidget &button)
{
    if (menu)
        menu->popup(button.mapToGlobal(QPoint{0, button.height() + 2}));
}

} // namespace

QString monogram(const QString &name)
{
    QString letters;
    for (qsizetype i = 0; i < name.size() && letters.size() < 2; ++i) {
        const auto character = name.at(i);
        const bool begins =
            i == 0 || !name.at(i - 1).isLetterOrNumber() || (character.isUpper() && name.at(i - 1).isLower());
        if (character.isLetterOrNumber() && begins)
            letters += character.toUpper();
    }
    return letters;
}

WorkspaceButton::WorkspaceButton(QWidget *parent)
    : QAbstractButton{parent}
{
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void WorkspaceButton::setWorkspace(const QString &owner, const QString &repository)
{
    m_owner = owner;
    m_repository = repository;
    setAccessibleName(tr("Workspace %1, %2").arg(owner, repository));
    update();
}

QSize WorkspaceButton::sizeHint() const
{
    return {look::scaled(252), look::scaled(44)};
}

void WorkspaceButton::paintEvent(QPaintEvent *)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(look::color(isDown() ? Token::Pressed : Token::Hover));
        painter.drawRoundedRect(rect(), look::radius::control, look::radius::control);
    }
    const auto mirrored = [this](const QRect &part) { return QStyle::visualRect(layoutDirection(), rect(), part); };
    const auto alignment = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter);

    const int side = look::scaled(28);
    const QRect badge{look::scaled(look::space::s), (height() - side) / 2, side, side};
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromRgb(look::color(Token::AccentPressed, {}).rgb()));
    painter.drawRoundedRect(mirrored(badge), look::radius::control, look::radius::control);
    painter.setFont(look::font(look::Type::SmallStrong));
    painter.setPen(look::color(Token::TextOnAccent));
    painter.drawText(mirrored(badge), Qt::AlignCenter, m_owner.isEmpty() ? u"S"_s : monogram(m_owner));

    const int chevron = look::scaled(look::iconsize::row);
    const QRect words{badge.right() + look::scaled(10), look::scaled(4),
                      width() - badge.right() - look::scaled(10) - chevron - look::scaled(look::space::l),
                      height() - look::scaled(8)};
    const auto upper = words.adjusted(0, 0, 0, -words.height() / 2);
    const auto lower = words.adjusted(0, words.height() / 2, 0, 0);
    painter.setFont(look::font(look::Type::BodyStrong));
    painter.setPen(look::color(Token::Text));
    painter.drawText(mirrored(upper), int(alignment),
                     painter.fontMetrics().elidedText(m_owner.isEmpty() ? tr("No workspace") : m_owner, Qt::ElideRight,
                                                      words.width()));
    painter.setFont(look::font(look::Type::Small));
    painter.setPen(look::color(Token::TextSecondary));
    painter.drawText(mirrored(lower), int(alignment),
                     painter.fontMetrics().elidedText(m_repository, Qt::ElideMiddle, words.width()));
    const QRect arrow{width() - chevron - look::scaled(look::space::s), (height() - chevron) / 2, chevron, chevron};
    look::paintIcon(painter, mirrored(arrow), u"chevron-down"_s, look::color(Token::TextSecondary));
    paintFocus(painter, *this);
}

CommandField::CommandField(QWidget *parent)
    : QAbstractButton{parent}
{
    setFocusPolicy(Qt::TabFocus);
    setText(tr("Search or run a command"));
    setAccessibleName(tr("Command palette"));
    setToolTip(tr("Command palette (%1)").arg(QKeySequence{Qt::CTRL | Qt::Key_K}.toString(QKeySequence::NativeText)));
    setCursor(Qt::IBeamCursor);
}

QSize CommandField::sizeHint() const
{
    return {look::scaled(440), look::scaled(32)};
}

QSize CommandField::minimumSizeHint() const
{
    return {look::scaled(160), look::scaled(32)};
}

void CommandField::paintEvent(QPaintEvent *)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(look::color(underMouse() ? Token::TextMuted : Token::BorderStrong));
    painter.setBrush(look::color(Token::Base));
    painter.drawRoundedRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), look::radius::control,
                            look::radius::control);
    const auto mirrored = [this](const QRect &part) { return QStyle::visualRect(layoutDirection(), rect(), part); };

    const int side = look::scaled(look::iconsize::row);
    const QRect glass{look::scaled(10), (height() - side) / 2, side, side};
    look::paintIcon(painter, mirrored(glass), u"search"_s, look::color(Token::TextSecondary));
    const auto key = QKeySequence{Qt::CTRL | Qt::Key_K}.toString(QKeySequence::NativeText);
    const auto cap = look::keycapSize(key);
    const QRect end{width() - cap.width() - look::scaled(look::space::s), (height() - cap.height()) / 2, cap.width(),
                    cap.height()};
    look::paintKeycap(painter, mirrored(end), key);
    painter.setFont(look::font(look::Type::Body));
    painter.setPen(look::color(Token::TextMuted));
    const QRect words{glass.right() + look::scaled(10), 0, end.left() - glass.right() - look::scaled(look::space::l),
                      height()};
    painter.drawText(mirrored(words), int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)),
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    paintFocus(painter, *this);
}

Header::Header(QWidget *parent)
    : QWidget{parent}
    , m_workspace{new WorkspaceButton{this}}
    , m_field{new CommandField{this}}
    , m_menu{new QToolButton{this}}
{
    look::keepSurface(this, Token::Window);
    m_menu->setIcon(look::icon(u"menu"_s));
    m_menu->setAutoRaise(true);
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setAccessibleName(tr("Menu"));
    m_menu->setToolTip(tr("Menu"));
    connect(m_workspace, &WorkspaceButton::clicked, this, &Header::openWorkspaceMenu);
    connect(m_field, &CommandField::clicked, this, &Header::paletteRequested);
    connect(&look::Scheme::current(), &look::Scheme::changed, this, &Header::fit);
    fit();
}

void Header::setWorkspace(const QString &owner, const QString &repository)
{
    m_workspace->setWorkspace(owner, repository);
}

void Header::setWorkspaceMenu(QMenu *menu)
{
    if (auto *before = std::exchange(m_workspaceMenu, menu))
        before->deleteLater(); // an action of it may be under way
}

void Header::openWorkspaceMenu()
{
    openBelow(m_workspaceMenu, *m_workspace);
}

void Header::setMenu(QMenu *menu)
{
    m_menu->setMenu(menu);
}

void Header::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void Header::paintEvent(QPaintEvent *)
{
    QPainter painter{this};
    painter.fillRect(rect(), look::color(Token::Window));
    painter.fillRect(QRect{0, height() - 1, width(), 1}, look::color(Token::Border));
}

/// The field stands in the middle of the window, and gives way to the buttons at both ends.
void Header::fit()
{
    setFixedHeight(look::scaled(52));
    const int side = look::scaled(32);
    const int gap = look::scaled(look::space::m);
    const auto place = [this](QWidget *widget, const QRect &part) {
        widget->setGeometry(QStyle::visualRect(layoutDirection(), rect(), part));
    };
    const auto button = m_workspace->sizeHint();
    const int workspaceWidth = std::min(button.width(), width() / 3);
    place(m_workspace,
          {look::scaled(look::space::s), (height() - button.height()) / 2, workspaceWidth, button.height()});
    place(m_menu, {width() - side - gap, (height() - side) / 2, side, side});

    const auto field = m_field->sizeHint();
    const int begin = look::scaled(look::space::s) + workspaceWidth + gap;
    const int end = width() - side - 2 * gap;
    const int fieldWidth = std::min(field.width(), end - begin);
    const int left = std::clamp((width() - fieldWidth) / 2, begin, std::max(begin, end - fieldWidth));
    place(m_field, {left, (height() - field.height()) / 2, fieldWidth, field.height()});
}

} // namespace slipway::window
