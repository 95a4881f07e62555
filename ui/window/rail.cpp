// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/rail.h"

#include "ui/look/icons.h"
#include "ui/look/palette.h"
#include "ui/look/scheme.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"
#include "ui/words/plain.h"

#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace slipway::window
{
namespace
{

using look::Token;

constexpr double compactRow = 30;

enum Role { IconRole = Qt::UserRole, KeyRole, CountRole, WorstRole };

constexpr double wide = 200;
constexpr double narrow = 52;

class PlaceDelegate final : public QStyledItemDelegate
{
public:
    explicit PlaceDelegate(QObject *parent, const bool &isNarrow)
        : QStyledItemDelegate{parent}
        , m_isNarrow{isNarrow}
    {
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        const bool isCompact = look::Scheme::current().appearance().isCompact;
        const int height = isCompact ? look::scaled(compactRow) : look::height(look::Part::RailRow);
        return {look::scaled(m_isNarrow ? narrow : wide), height + 2};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const auto row = option.rect.adjusted(look::scaled(look::space::s), 1, -look::scaled(look::space::s), -1);
        const bool isEnabled = option.state & QStyle::State_Enabled;
        const bool isChosen = isEnabled && (option.state & QStyle::State_Selected);
        paintGround(*painter, option, row, isChosen);

        const int size = look::scaled(look::iconsize::row);
        QRect icon{0, 0, size, size};
        icon.moveCenter(row.center());
        if (!m_isNarrow)
            icon.moveLeft(row.left() + look::scaled(10));
        const auto color = look::color(!isEnabled ? Token::TextDisabled
                                       : isChosen ? Token::AccentText
                                                  : Token::TextSecondary);
        const auto shown = QStyle::visualRect(option.direction, row, icon);
        look::paintIcon(*painter, shown, index.data(IconRole).toString(), color);
        if (m_isNarrow)
            paintDot(*painter, option, index, icon);
        else
            paintWords(*painter, option, index,
                       row.adjusted(icon.right() + look::scaled(10) - row.left(), 0, -look::scaled(10), 0), row);
        painter->restore();
    }

private:
    static Token worstOf(const QModelIndex &index) { return static_cast<Token>(index.data(WorstRole).toInt()); }

    static void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QRect &row, bool isChosen)
    {
        painter.setPen(Qt::NoPen);
        if (isChosen || (option.state & QStyle::State_MouseOver)) {
            painter.setBrush(look::color(isChosen ? Token::Selection : Token::Hover));
            painter.drawRoundedRect(row, look::radius::control, look::radius::control);
        }
        if (isChosen) {
            painter.setBrush(look::color(Token::Focus));
            const QRect bar{row.left(), row.top() + row.height() / 4, 3, row.height() / 2};
            painter.drawRoundedRect(QStyle::visualRect(option.direction, row, bar), 1.5, 1.5);
        }
        if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen{look::color(Token::Focus), 2});
            painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), look::radius::control, look::radius::control);
        }
    }

    static void paintWords(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                           const QRect &words, const QRect &row)
    {
        auto rest = words;
        if (const int count = index.data(CountRole).toInt(); count > 0) {
            const auto number = option.locale.toString(count);
            painter.setFont(look::tabularFont(look::Type::Caption));
            painter.setPen(look::color(worstOf(index) == Token::Danger ? Token::DangerText : Token::TextSecondary));
            painter.drawText(QStyle::visualRect(option.direction, row, rest),
                             int(QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter)), number);
            rest.setRight(rest.right() - painter.fontMetrics().horizontalAdvance(number) -
                          look::scaled(look::space::s));
        }
        painter.setFont(look::font(look::Type::BodyMedium));
        painter.setPen(look::color(option.state & QStyle::State_Enabled ? Token::Text : Token::TextDisabled));
        const auto name = painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rest.width());
        painter.drawText(QStyle::visualRect(option.direction, row, rest),
                         int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)), name);
    }

    static void paintDot(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                         const QRect &icon)
    {
        if (index.data(CountRole).toInt() == 0)
            return;
        painter.setPen(Qt::NoPen);
        painter.setBrush(look::color(worstOf(index)));
        const int size = look::scaled(7);
        QRect dot{0, 0, size, size};
        dot.moveCenter({icon.right() + look::scaled(2), icon.top()});
        painter.drawEllipse(QStyle::visualRect(option.direction, option.rect, dot));
    }

    const bool &m_isNarrow;
};

} // namespace

NavigationRail::NavigationRail(QWidget *parent)
    : QListView{parent}
{
    setModel(&m_places);
    setItemDelegate(new PlaceDelegate{this, m_isNarrow});
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Places"));
    look::keepSurface(this, Token::Window);
    look::keepSurface(viewport(), Token::Window);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) { Q_EMIT chosen(now.row()); });
    // also the one that is chosen already: a page may lie over it
    connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex &place) { Q_EMIT chosen(place.row()); });
    connect(&look::Scheme::current(), &look::Scheme::changed, this, &NavigationRail::fitWidth);
    fitWidth();
}

void NavigationRail::addPlace(const QString &name, const QString &icon, const QString &key)
{
    auto *item = new QStandardItem{name};
    item->setData(icon, IconRole);
    item->setData(key, KeyRole);
    item->setToolTip(words::tooltip(key.isEmpty() ? name : u"%1 (%2)"_s.arg(name, key)));
    m_places.appendRow(item);
}

void NavigationRail::clear()
{
    m_places.clear();
}

void NavigationRail::choose(int place)
{
    setCurrentIndex(m_places.index(place, 0));
}

void NavigationRail::setCount(int place, int count, look::Token worst)
{
    auto *item = m_places.item(place);
    if (!item)
        return;
    item->setData(count, CountRole);
    item->setData(int(worst), WorstRole);
    item->setAccessibleText(count > 0 ? tr("%1, %n to look at", nullptr, count).arg(item->text()) : item->text());
}

void NavigationRail::setNarrow(bool isNarrow)
{
    if (m_isNarrow == isNarrow)
        return;
    m_isNarrow = isNarrow;
    fitWidth();
}

void NavigationRail::fitWidth()
{
    setFixedWidth(look::scaled(m_isNarrow ? narrow : wide));
    setViewportMargins(0, look::scaled(look::space::s), 0, look::scaled(look::space::s));
    scheduleDelayedItemsLayout();
    viewport()->update();
}

} // namespace slipway::window
