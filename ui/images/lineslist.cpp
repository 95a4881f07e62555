// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/lineslist.h"

#include "ui/look/palette.h"
#include "ui/look/rows.h"
#include "ui/look/scheme.h"
#include "ui/look/type.h"
#include "ui/words/plain.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QToolTip>

namespace slipway::images
{

using look::scaled;
using look::Token;
using look::Type;

namespace
{

class LinesDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto &line = static_cast<const LinesModel *>(index.model())->at(index);
        look::paintRowGround(*painter, option, index);
        const auto inside = option.rect.adjusted(scaled(look::space::l), 0, -scaled(look::space::l), 0);
        const auto places = look::linesOf(inside);
        const bool isOne = line.second.isEmpty() && line.secondEnd.isEmpty();
        const auto first = isOne ? places.only : places.first;
        const auto rest = paintEnd(*painter, option, first, line.firstEnd, look::font(Type::Small));
        paintFirst(*painter, option, rest, line);
        if (isOne)
            return;
        const auto below = paintEnd(*painter, option, places.second, line.secondEnd, look::font(Type::MonoSmall));
        look::paintText(*painter, below, words::visible(line.second),
                        look::font(line.isName ? Type::Small : Type::Body),
                        line.isName ? Token::TextMuted : Token::Text, option.direction);
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem & /*option*/, const QModelIndex & /*index*/) const override
    {
        return {0, look::height(look::Part::TableRow)};
    }

private:
    /// Writes at the end edge; gives what is left of the line.
    static QRect paintEnd(QPainter &painter, const QStyleOptionViewItem &option, const QRect &line, const QString &text,
                          const QFont &font)
    {
        if (text.isEmpty())
            return line;
        const int width = QFontMetrics(font).horizontalAdvance(text);
        QRect end(line.right() + 1 - width, line.top(), width, line.height());
        look::paintText(painter, QStyle::visualRect(option.direction, line, end), text, font, Token::TextMuted,
                        option.direction);
        QRect rest = line;
        rest.setWidth(std::max(0, line.width() - width - scaled(look::space::s)));
        return QStyle::visualRect(option.direction, line, rest);
    }

    static void paintFirst(QPainter &painter, const QStyleOptionViewItem &option, const QRect &box, const Line &line)
    {
        const auto font = look::font(line.isName ? Type::BodyMedium : Type::Small);
        const auto tag = line.tag.isEmpty() ? QSize{0, 0} : look::tagSize(line.tag);
        const auto text = words::visible(line.first);
        const int gap = scaled(look::space::s);
        const int room = std::max(0, box.width() - (tag.isEmpty() ? 0 : tag.width() + gap));
        const int width = std::min(room, QFontMetrics(font).horizontalAdvance(text));
        const QRect name(box.left(), box.top(), width, box.height());
        look::paintText(painter, QStyle::visualRect(option.direction, box, name), text, font,
                        line.isName ? Token::Text : Token::TextMuted, option.direction);
        if (tag.isEmpty())
            return;
        const QRect place(QPoint(name.right() + 1 + gap, box.top() + (box.height() - tag.height()) / 2), tag);
        look::paintTag(painter, QStyle::visualRect(option.direction, box, place), line.tagKind, line.tag);
    }
};

} // namespace

void LinesModel::apply(const QList<Line> &next)
{
    if (next.size() == m_lines.size()) {
        for (int row = 0; row < next.size(); ++row) {
            if (m_lines.at(row) == next.at(row))
                continue;
            m_lines[row] = next.at(row);
            Q_EMIT dataChanged(index(row), index(row));
        }
        return;
    }
    beginResetModel();
    m_lines = next;
    endResetModel();
}

int LinesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant LinesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &line = at(index);
    if (role == Qt::DisplayRole)
        return line.first;
    if (role == Qt::ToolTipRole)
        return line.whole;
    if (role != Qt::AccessibleTextRole)
        return {};
    QStringList parts{line.first, line.tag, line.second, line.firstEnd};
    parts.removeAll(QString{});
    return parts.join(u", ");
}

LinesList::LinesList(const QString &name, QWidget *parent)
    : QListView(parent)
{
    setModel(&m_model);
    setItemDelegate(new LinesDelegate(this));
    setFrameShape(NoFrame);
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setAccessibleName(name);
    viewport()->setAttribute(Qt::WA_Hover);
    look::keepSurface(viewport(), Token::Raised);
    connect(&look::Scheme::current(), &look::Scheme::changed, this, [this] { doItemsLayout(); });
}

void LinesList::show(const QList<Line> &lines)
{
    const int place = verticalScrollBar()->value();
    m_model.apply(lines);
    verticalScrollBar()->setValue(place);
}

void LinesList::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) && currentIndex().isValid()) {
        QGuiApplication::clipboard()->setText(m_model.at(currentIndex()).whole);
        return;
    }
    QListView::keyPressEvent(event);
}

bool LinesList::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QListView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const auto text = indexAt(help->pos()).data(Qt::ToolTipRole).toString();
    QToolTip::showText(help->globalPos(), text.isEmpty() ? text : words::tooltip(words::visible(text)), viewport());
    return true;
}

} // namespace slipway::images
