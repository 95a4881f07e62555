// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/filterfield.h"

#include "ui/look/chips.h"
#include "ui/look/icons.h"
#include "ui/look/label.h"
#include "ui/look/palette.h"
#include "ui/look/scheme.h"
#include "ui/look/type.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace slipway::filter
{

using look::scaled;
using look::Token;

namespace
{

/// A card that lies over its window, without any mouse of its own.
class MessageCard final : public QFrame
{
public:
    explicit MessageCard(QWidget *parent)
        : QFrame(parent)
    {
        setFrameShape(StyledPanel);
        setAutoFillBackground(true);
        look::keepSurface(this, Token::Base);
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }
};

} // namespace

FilterField::FilterField(const QList<Key> &keys, QWidget *parent)
    : QLineEdit(parent)
    , m_keys(keys)
    , m_keycap(new look::Keycap(u"/"_s, this))
{
    setPlaceholderText(tr("Filter, e.g. status:behind"));
    setAccessibleName(tr("Filter"));
    setClearButtonEnabled(false);
    m_keycap->setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(this, &QLineEdit::textChanged, this, &FilterField::read);
    connect(&look::Scheme::current(), &look::Scheme::changed, this, [this] {
        placeKeycap();
        updateGeometry();
    });
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize FilterField::sizeHint() const
{
    return {scaled(236), QLineEdit::sizeHint().height()};
}

QSize FilterField::minimumSizeHint() const
{
    return {scaled(140), QLineEdit::minimumSizeHint().height()};
}

void FilterField::read()
{
    placeKeycap();
    const auto next = parse(text(), m_keys);
    const auto before = std::exchange(m_query, next);
    showObjection();
    if (before != m_query)
        Q_EMIT queryChanged(m_query);
}

/// Below the field, over whatever is there: nothing moves while somebody types.
void FilterField::showObjection()
{
    setAccessibleDescription(m_query.objection);
    if (m_query.objection.isEmpty()) {
        delete m_message;
        return;
    }
    if (!m_message) {
        m_message = new MessageCard(window());
        auto *row = new QHBoxLayout(m_message);
        row->setContentsMargins(scaled(10), scaled(6), scaled(10), scaled(6));
        m_words = new look::Label({}, look::Type::Small, Token::DangerText, m_message);
        row->addWidget(m_words);
    }
    m_words->setText(m_query.objection);
    m_message->adjustSize();
    const auto below =
        mapTo(window(), QPoint(isRightToLeft() ? 0 : width() - m_message->width(), height() + scaled(4)));
    m_message->move(std::max(0, below.x()), below.y());
    m_message->show();
    m_message->raise();
}

void FilterField::placeKeycap()
{
    m_keycap->setVisible(text().isEmpty() && !hasFocus());
    m_keycap->adjustSize();
    const int icon = scaled(look::iconsize::row);
    setTextMargins(scaled(8) + icon, 0, m_keycap->isVisibleTo(this) ? m_keycap->width() + scaled(6) : 0, 0);
    const QRect place(width() - m_keycap->width() - scaled(10), (height() - m_keycap->height()) / 2, m_keycap->width(),
                      m_keycap->height());
    m_keycap->setGeometry(style()->visualRect(layoutDirection(), rect(), place));
}

/// Escape is the field's while it has the focus, whatever else it means around it.
bool FilterField::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void FilterField::keyPressEvent(QKeyEvent *event)
{
    const bool isEscape = event->key() == Qt::Key_Escape;
    if (isEscape && !text().isEmpty())
        return clear();
    if (isEscape || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT left();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void FilterField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    placeKeycap();
    showObjection();
}

void FilterField::moveEvent(QMoveEvent *event)
{
    QLineEdit::moveEvent(event);
    showObjection();
}

void FilterField::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    placeKeycap();
}

void FilterField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    placeKeycap();
}

void FilterField::hideEvent(QHideEvent *event)
{
    QLineEdit::hideEvent(event);
    delete m_message;
}

void FilterField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const int side = scaled(look::iconsize::dense);
    const QRect icon(scaled(11), (height() - side) / 2, side, side);
    look::paintIcon(painter, style()->visualRect(layoutDirection(), rect(), icon), u"filter"_s,
                    look::color(Token::TextMuted));
}

} // namespace slipway::filter
