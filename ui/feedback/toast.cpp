// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feedback/toast.h"

#include "ui/feedback/announce.h"
#include "ui/look/buttons.h"
#include "ui/look/icons.h"
#include "ui/look/label.h"
#include "ui/look/spacing.h"
#include "ui/look/strokes.h"
#include "ui/look/type.h"
#include "ui/words/plain.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway::feedback
{

Toast::Toast(QWidget *over)
    : QWidget(over)
    , m_text(new look::Label)
    , m_action(look::makeButton(QString(), {}, look::ButtonRole::Link))
    , m_close(look::makeIconButton(u"close"_s, tr("Close")))
    , m_timer(this)
{
    auto *row = new QHBoxLayout(this);
    look::keepSpacing(row, look::space::m);
    row->addWidget(m_text);
    row->addWidget(m_action);
    row->addWidget(m_close);
    m_action->setFocusPolicy(Qt::StrongFocus);
    m_timer.setSingleShot(true);
    m_timer.setInterval(6s);
    connect(&m_timer, &QTimer::timeout, this, &Toast::dismiss);
    connect(m_close, &QAbstractButton::clicked, this, &Toast::dismiss);
    connect(m_action, &QAbstractButton::clicked, this, [this] {
        dismiss();
        if (m_onAction)
            m_onAction();
    });
    over->installEventFilter(this);
    for (QWidget *part : {static_cast<QWidget *>(m_action), static_cast<QWidget *>(m_close)})
        part->installEventFilter(this);
    hide();
}

void Toast::show(const QString &text, const QString &action, std::function<void()> onAction)
{
    m_onAction = std::move(onAction);
    m_text->setText(words::visible(text));
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setVisible(true);
    place();
    raise();
    holdOrGo();
    announce(this, m_text->text());
}

QString Toast::text() const
{
    return m_text->text();
}

void Toast::dismiss()
{
    if (isHidden())
        return;
    m_timer.stop();
    hide();
    Q_EMIT dismissed();
}

void Toast::place()
{
    const int start = look::scaled(13 + look::iconsize::dense + 9); // the icon
    const int end = look::scaled(4);                                // the button has room of its own
    const bool isRightToLeft = layoutDirection() == Qt::RightToLeft;
    layout()->setContentsMargins(isRightToLeft ? end : start, 0, isRightToLeft ? start : end, 0);
    const QSize size(sizeHint().width(), look::scaled(40));
    const QRect room = parentWidget()->rect().adjusted(look::space::l, 0, -look::space::l, -look::space::l);
    const QRect corner(room.left(), room.bottom() + 1 - size.height(), std::min(size.width(), room.width()),
                       size.height());
    setGeometry(QStyle::visualRect(layoutDirection(), room, corner));
}

void Toast::holdOrGo()
{
    const auto *focus = QApplication::focusWidget();
    if (underMouse() || (focus && isAncestorOf(focus)))
        m_timer.stop();
    else
        m_timer.start();
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent()) {
        if (event->type() == QEvent::Resize && !isHidden())
            place();
    } else if (event->type() == QEvent::FocusIn) {
        m_timer.stop();
    } else if (event->type() == QEvent::FocusOut && isVisible()) {
        m_timer.start();
    }
    return QWidget::eventFilter(watched, event);
}

void Toast::enterEvent(QEnterEvent *event)
{
    m_timer.stop();
    QWidget::enterEvent(event);
}

void Toast::leaveEvent(QEvent *event)
{
    m_timer.start();
    QWidget::leaveEvent(event);
}

void Toast::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    look::drawBox(painter, rect(), look::scaled(look::radius::card), look::color(look::Token::Base),
                  look::color(look::Token::ControlBorder));
    const int side = look::scaled(look::iconsize::dense);
    const QRect icon(look::scaled(13), (height() - side) / 2, side, side);
    look::paintIcon(painter, QStyle::visualRect(layoutDirection(), rect(), icon), u"state-ok"_s,
                    look::color(look::Token::Ok));
}

} // namespace slipway::feedback
