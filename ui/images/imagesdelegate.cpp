// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/imagesdelegate.h"

#include "ui/images/reasons.h"
#include "ui/images/versions.h"
#include "ui/look/chips.h"
#include "ui/look/fading.h"
#include "ui/look/icons.h"
#include "ui/look/rows.h"
#include "ui/look/scheme.h"
#include "ui/look/shaping.h"
#include "ui/look/type.h"
#include "ui/words/ages.h"
#include "ui/words/plain.h"
#include "ui/words/states.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace slipway::images
{

using look::scaled;
using look::Token;
using look::Type;
using workspace::PullRequest;
using workspace::Row;
using workspace::State;

namespace
{

constexpr int chipStart = 12; ///< from the start edge of the table

/// The icon beside a pull request's number, and its colour; an empty name without one.
std::pair<QString, Token> markOf(const PullRequest &pull, bool isAlone)
{
    if (pull.stage == PullRequest::Stage::Merged)
        return {isAlone ? u"merge"_s : QString{}, Token::TextSecondary};
    switch (checksOf(pull)) {
    case Checks::Passed: return {u"check"_s, Token::Ok};
    case Checks::Running: return {u"state-progress"_s, Token::AccentText};
    case Checks::Failed: return {u"close"_s, Token::Danger};
    case Checks::Neither: break;
    }
    return {isAlone ? u"pull-request"_s : QString{}, Token::TextSecondary};
}

} // namespace

/// A cell while it is painted.
struct ImagesDelegate::Cell
{
    QPainter &painter;
    const QStyleOptionViewItem &option;
    const Row &row;
    QRect inside;
    bool isMuted; ///< old: all its words are in the lowest voice
    bool isCompact;

    [[nodiscard]] Token voice(Token token) const { return isMuted ? Token::TextMuted : token; }

    /// Both lines, or the first alone.
    void lines(const QString &first, const QFont &font, Token token, const QString &second) const
    {
        const auto places = look::linesOf(inside);
        const bool isOne = isCompact || second.isEmpty();
        look::paintText(painter, isOne ? places.only : places.first, words::visible(first), font, voice(token),
                        option.direction);
        if (!isOne)
            look::paintText(painter, places.second, words::visible(second), look::font(Type::Small), Token::TextMuted,
                            option.direction);
    }
};

ImagesDelegate::ImagesDelegate(const ImagesProxy *rows, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_rows(rows)
{
}

void ImagesDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *row = m_rows->rowAt(index);
    if (!row)
        return;
    look::paintRowGround(*painter, option, index);
    if (m_fading)
        m_fading->paint(*painter, option.rect, index);
    const auto now = m_rows->images()->now();
    const Cell cell{.painter = *painter,
                    .option = option,
                    .row = *row,
                    .inside = look::insideOf(option.rect),
                    .isMuted = words::isStale(row->checkedAt, now, m_interval),
                    .isCompact = look::Scheme::current().appearance().isCompact};
    switch (static_cast<Column>(index.column())) {
    case Column::State: {
        const auto &ticked = m_rows->images()->ticked();
        return paintState(cell, !ticked.empty(), ticked.contains(row->key));
    }
    case Column::Service: return paintService(cell);
    case Column::Versions: return paintVersions(cell);
    case Column::PullRequest: return paintPullRequest(cell);
    default: return paintWords(cell, static_cast<Column>(index.column()));
    }
}

/// Once anything is ticked, a box takes the place of every state's icon; the word stays.
void ImagesDelegate::paintState(const Cell &cell, bool isTicking, bool isTicked) const
{
    const auto word = words::word(cell.row.state);
    auto place = cell.option.rect;
    place.setLeft(place.left() + scaled(chipStart));
    if (cell.option.direction == Qt::RightToLeft)
        place.moveLeft(cell.option.rect.left());
    if (!isTicking) {
        look::paintChip(cell.painter, place, look::lookOf(cell.row.state), word, look::isSelected(cell.option),
                        cell.option.direction);
        return;
    }
    const int side = scaled(look::iconsize::row);
    QStyleOptionButton box;
    box.initFrom(cell.option.widget);
    box.state = QStyle::State_Enabled | (isTicked ? QStyle::State_On : QStyle::State_Off);
    const QRect icon(place.left() + scaled(5), place.top() + (place.height() - side) / 2, side, side);
    box.rect = QStyle::visualRect(cell.option.direction, place, icon);
    cell.option.widget->style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, &cell.painter, cell.option.widget);
    place.setLeft(icon.right() + 1 + scaled(5));
    look::paintText(cell.painter, place, word, look::font(Type::SmallMedium), look::lookOf(cell.row.state).wordColor,
                    cell.option.direction);
}

void ImagesDelegate::paintService(const Cell &cell) const
{
    cell.lines(cell.row.key.service, look::font(Type::BodyMedium), Token::Text, packageLine(cell.row));
}

void ImagesDelegate::paintVersions(const Cell &cell) const
{
    const auto *images = m_rows->images();
    const auto second = secondLine(cell.row, images->snapshot(), images->now(), m_interval);
    const auto places = look::linesOf(cell.inside);
    const bool isOne = cell.isCompact || second.isEmpty();
    look::paintVersions(cell.painter, isOne ? places.only : places.first, shown(versionPair(cell.row)),
                        cell.option.direction, look::VersionSize::Row, cell.isMuted);
    if (!isOne)
        look::paintText(cell.painter, places.second, words::visible(second), look::font(Type::Small), Token::TextMuted,
                        cell.option.direction);
}

void ImagesDelegate::paintPullRequest(const Cell &cell) const
{
    const auto *pull = pullRequestOf(cell.row, m_rows->images()->snapshot());
    if (!pull)
        return;
    auto place = cell.inside;
    const auto write = [&](const QString &text, Token token) {
        const auto font = look::tabularFont(Type::Body);
        const int width = std::min(look::shapedWidth(text, font), place.width());
        const QRect box(place.left(), place.top(), width, place.height());
        look::paintText(cell.painter, QStyle::visualRect(cell.option.direction, cell.inside, box), text, font,
                        cell.voice(token), cell.option.direction);
        place.setLeft(place.left() + width + scaled(5));
    };
    if (m_isNumberShown)
        write(u'#' + QString::number(pull->number), Token::Text);
    if (m_isNumberShown && pull->stage == PullRequest::Stage::Merged)
        write(tr("merged"), Token::TextMuted);
    const auto [icon, token] = markOf(*pull, !m_isNumberShown);
    if (icon.isEmpty())
        return;
    const int side = scaled(look::iconsize::dense);
    const QRect box(place.left(), place.top() + (place.height() - side) / 2, side, side);
    look::paintIcon(cell.painter, QStyle::visualRect(cell.option.direction, cell.inside, box), icon,
                    look::color(cell.voice(token)));
}

/// Ages stand at the end edge, as numbers do.
void ImagesDelegate::paintWords(const Cell &cell, Column column) const
{
    const auto *images = m_rows->images();
    const auto text = cellText(cell.row, column, images->snapshot(), images->now());
    const bool isAge = column == Column::Updated;
    const auto font = isAge ? look::tabularFont(Type::Body) : look::font(Type::Body);
    auto place = cell.inside;
    if (isAge) {
        place.setLeft(place.right() + 1 - std::min(place.width(), look::shapedWidth(text, font)));
        place = QStyle::visualRect(cell.option.direction, cell.inside, place);
    }
    look::paintText(cell.painter, place, words::visible(text), font, cell.voice(Token::TextSecondary),
                    cell.option.direction);
}

QSize ImagesDelegate::sizeHint(const QStyleOptionViewItem & /*option*/, const QModelIndex &index) const
{
    if (!m_rows->rowAt(index))
        return {0, look::height(look::Part::Header)};
    const bool isCompact = look::Scheme::current().appearance().isCompact;
    return {0, look::height(isCompact ? look::Part::CompactRow : look::Part::TableRow)};
}

int ImagesDelegate::widthOf(Column column) const
{
    const auto needs = [](const QString &text) { return QFontMetrics(look::font(Type::Body)).horizontalAdvance(text); };
    switch (column) {
    case Column::State: {
        int widest = 0;
        for (int state = 0; state <= static_cast<int>(State::UpToDate); ++state)
            widest = std::max(widest, look::chipSize(words::word(static_cast<State>(state))).width());
        return scaled(chipStart) + widest + scaled(3);
    }
    case Column::Service: return scaled(200);
    case Column::Versions: return scaled(216);
    case Column::PullRequest: return m_isNumberShown ? scaled(104) : scaled(44);
    case Column::Updated: return needs(u"00 days"_s) + scaled(24);
    case Column::Platforms: return scaled(150);
    case Column::Policy: return scaled(180);
    }
    return 0;
}

} // namespace slipway::images
