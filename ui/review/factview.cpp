// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/factview.h"

#include "ui/look/icons.h"
#include "ui/look/scheme.h"
#include "ui/look/type.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::review
{
namespace
{

using look::Token;
using Tone = FactLine::Tone;

constexpr double narrowestFact = 170;

struct Icon
{
    QString name;
    Token token;
};

Icon iconOf(Tone tone)
{
    switch (tone) {
    case Tone::Good: return {u"state-ok"_s, Token::Ok};
    case Tone::Running: return {u"state-progress"_s, Token::AccentText};
    case Tone::Attention: return {u"warning"_s, Token::Attention};
    case Tone::Bad: return {u"state-failed"_s, Token::Danger};
    case Tone::Plain: break;
    }
    return {u"info"_s, Token::Neutral};
}

int rowHeight()
{
    return QFontMetrics{look::font(look::Type::BodyMedium)}.height() +
           QFontMetrics{look::font(look::Type::Small)}.height() + look::scaled(4);
}

} // namespace

FactView::FactView(QWidget *parent)
    : QWidget{parent}
{
    auto policy = QSizePolicy{QSizePolicy::Preferred, QSizePolicy::Fixed};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&look::Scheme::current(), &look::Scheme::changed, this, &QWidget::updateGeometry);
}

void FactView::show(const QList<FactLine> &facts)
{
    if (m_facts == facts)
        return;
    m_facts = facts;
    QStringList words;
    for (const auto &fact : facts)
        words.append(fact.detail.isEmpty() ? fact.title : u"%1: %2"_s.arg(fact.title, fact.detail));
    setAccessibleName(words.join(u". "_s));
    updateGeometry();
    update();
}

int FactView::columnsFor(int width) const
{
    const auto most = std::max<qsizetype>(1, m_facts.size());
    return int(std::clamp<qsizetype>(width / look::scaled(narrowestFact), 1, most));
}

int FactView::heightForWidth(int width) const
{
    const int columns = columnsFor(width);
    const int rows = (int(m_facts.size()) + columns - 1) / columns;
    return rows * rowHeight() + std::max(0, rows - 1) * look::scaled(look::space::m);
}

QSize FactView::sizeHint() const
{
    return {look::scaled(4 * narrowestFact), heightForWidth(std::max(width(), look::scaled(2 * narrowestFact)))};
}

QRect FactView::boxOf(qsizetype fact) const
{
    const int columns = columnsFor(width());
    const int column = int(fact) % columns;
    const int row = int(fact) / columns;
    const QRect box{width() * column / columns, row * (rowHeight() + look::scaled(look::space::m)), width() / columns,
                    rowHeight()};
    return QStyle::visualRect(layoutDirection(), rect(), box);
}

void FactView::paintEvent(QPaintEvent *)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const auto alignment = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter);
    for (qsizetype i = 0; i < m_facts.size(); ++i) {
        const auto &fact = m_facts.at(i);
        const auto box = boxOf(i);
        const int side = look::scaled(look::iconsize::row);
        const int titleHeight = QFontMetrics{look::font(look::Type::BodyMedium)}.height();
        const QRect icon{box.left(), box.top() + (titleHeight - side) / 2, side, side};
        const auto shown = iconOf(fact.tone);
        const auto place = QStyle::visualRect(layoutDirection(), box, icon);
        if (fact.tone == Tone::Running)
            look::paintTurning(painter, place, look::color(shown.token));
        else
            look::paintIcon(painter, place, shown.name, look::color(shown.token));
        const QRect words{icon.right() + look::scaled(look::space::s), box.top(),
                          box.width() - side - look::scaled(2 * look::space::s), box.height()};
        const auto line = [&](const QRect &at, look::Type type, Token token, const QString &text) {
            painter.setFont(look::font(type));
            painter.setPen(look::color(token));
            painter.drawText(QStyle::visualRect(layoutDirection(), box, at), int(alignment),
                             painter.fontMetrics().elidedText(text, Qt::ElideRight, at.width()));
        };
        line(QRect{words.left(), words.top(), words.width(), titleHeight}, look::Type::BodyMedium, Token::Text,
             fact.title);
        line(words.adjusted(0, titleHeight + look::scaled(2), 0, 0), look::Type::Small, Token::TextMuted, fact.detail);
    }
}

bool FactView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (qsizetype i = 0; i < m_facts.size(); ++i)
        if (boxOf(i).contains(help->pos()))
            QToolTip::showText(help->globalPos(), m_facts.at(i).title + u'\n' + m_facts.at(i).detail, this);
    return true;
}

} // namespace slipway::review
