// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/content.h"

#include "ui/look/theme.h"
#include "ui/look/type.h"

#include <QFontMetricsF>
#include <QTextLayout>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace slipway::diffview
{
namespace
{

using look::Token;

Token tokenOf(Span::Meaning meaning)
{
    switch (meaning) {
    case Span::Meaning::Key: return Token::SynKey;
    case Span::Meaning::String: return Token::SynString;
    case Span::Meaning::Number: return Token::SynNumber;
    case Span::Meaning::Comment: return Token::SynComment;
    case Span::Meaning::Variable: return Token::SynVariable;
    case Span::Meaning::Anchor: return Token::SynAnchor;
    }
    return Token::Text;
}

Token wordTint(DiffLine::Kind kind)
{
    return kind == DiffLine::Kind::Removed ? Token::DiffDelWord : Token::DiffAddWord;
}

Token lineTint(DiffLine::Kind kind)
{
    switch (kind) {
    case DiffLine::Kind::Removed: return Token::DiffDelLine;
    case DiffLine::Kind::Added: return Token::DiffAddLine;
    case DiffLine::Kind::Same: break;
    }
    return Token::Base;
}

Token boxToken(DisplayLine::Box::Kind kind)
{
    return kind == DisplayLine::Box::Kind::Hidden ? Token::AttentionText : Token::TextSecondary;
}

bool overlaps(const diff::Range &range, const diff::Range &other)
{
    return range.begin < other.end && other.begin < range.end;
}

/// What of a row's line is selected, in the line's own text.
diff::Range selectedIn(const std::optional<std::pair<Position, Position>> &selection, qsizetype row, int side,
                       qsizetype length)
{
    if (!selection || selection->first.side != side)
        return {0, 0};
    const auto [from, to] = std::minmax(selection->first, selection->second);
    if (row < from.row || row > to.row)
        return {0, 0};
    return {row == from.row ? from.place : 0, row == to.row ? to.place : length};
}

/// How the shown text of a line stands: where, how wide a character is, how it wraps.
struct TextBox
{
    QRect box;
    double character;
    int lineHeight;
    Wrapping wrapping;

    /// The part of a stretch that stands in a row of it.
    [[nodiscard]] QRectF part(const diff::Range &range, qsizetype row) const
    {
        const auto column = range.begin - wrapping.beginOf(row) + wrapping.indentOf(row);
        return {box.left() + double(column) * character, box.top() + double(row * lineHeight),
                double(range.end - range.begin) * character, double(lineHeight)};
    }
};

/// Does it with the part of a stretch that stands in each row.
void inEachRow(const TextBox &at, const diff::Range &range, const std::function<void(QRectF)> &draw)
{
    for (auto begin = range.begin; begin < range.end;) {
        const auto row = at.wrapping.rowOf(begin);
        const auto end = std::min(range.end, at.wrapping.beginOf(row + 1));
        draw(at.part({begin, end}, row));
        begin = end;
    }
}

/// A stretch of the shown text with a ground of its own.
void fill(QPainter &painter, const TextBox &at, const diff::Range &range, Token token, double radius)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(look::color(token));
    inEachRow(at, range,
              [&](const QRectF &part) { painter.drawRoundedRect(part.adjusted(0, 2, 0, -2), radius, radius); });
}

void outline(QPainter &painter, const TextBox &at, const diff::Range &range, Token token, double inset)
{
    painter.setPen(look::color(token));
    painter.setBrush(Qt::NoBrush);
    inEachRow(at, range, [&](const QRectF &part) {
        painter.drawRoundedRect(part.adjusted(inset, 3.5, -inset, -3.5), look::radius::tag, look::radius::tag);
    });
}

void append(QList<QTextLayout::FormatRange> &formats, const diff::Range &range, Token token, bool isItalic = false)
{
    QTextCharFormat format;
    format.setForeground(look::color(token));
    format.setFontItalic(isItalic);
    formats.append({int(range.begin), int(range.end - range.begin), format});
}

/// What of the formats lies in a stretch of the text, counted from its begin.
QList<QTextLayout::FormatRange> formatsIn(const QList<QTextLayout::FormatRange> &formats, qsizetype begin,
                                          qsizetype length)
{
    QList<QTextLayout::FormatRange> here;
    for (const auto &format : formats) {
        const auto from = std::max<qsizetype>(0, format.start - begin);
        const auto to = std::min<qsizetype>(length, format.start + format.length - begin);
        if (from < to)
            here.append({int(from), int(to - from), format.format});
    }
    return here;
}

void drawLines(QPainter &painter, const TextBox &at, const QString &text,
               const QList<QTextLayout::FormatRange> &formats)
{
    QTextOption option;
    option.setTextDirection(Qt::LeftToRight);
    option.setWrapMode(QTextOption::NoWrap);
    painter.setPen(look::color(Token::Text));
    for (qsizetype row = 0, begin = 0; begin < text.size(); begin = at.wrapping.beginOf(++row)) {
        const auto end = std::min(text.size(), at.wrapping.beginOf(row + 1));
        QTextLayout layout{text.sliced(begin, end - begin), look::font(look::Type::Mono)};
        layout.setTextOption(option);
        layout.setFormats(formatsIn(formats, begin, end - begin));
        layout.beginLayout();
        auto line = layout.createLine();
        line.setLineWidth(1e6);
        layout.endLayout();
        const auto place = at.part({begin, end}, row).topLeft();
        layout.draw(&painter, place + QPointF(0, (at.lineHeight - line.height()) / 2));
    }
}

} // namespace

QList<QTextLayout::FormatRange> Content::formatsOf(const Row &row, const DiffLine &line, const DisplayLine &shown)
{
    QList<QTextLayout::FormatRange> formats;
    const auto spans = spansOf(row, line);
    for (const auto &span : spans) {
        const bool isComment = span.meaning == Span::Meaning::Comment;
        const auto isMarked = [&](const diff::Range &word) { return overlaps(word, {span.begin, span.end}); };
        // On the ground of a changed word a comment's colour is too faint.
        const auto token = isComment && std::ranges::any_of(line.words, isMarked) ? Token::Text : tokenOf(span.meaning);
        append(formats, shown.shownRange({span.begin, span.end}), token, isComment);
    }
    for (const auto &boxed : shown.boxes)
        append(formats, boxed.range, boxToken(boxed.kind));
    return formats;
}

void Content::paintText(QPainter &painter, const QRect &column, const DisplayLine &shown, qsizetype row, int side,
                        bool hasFocus)
{
    const auto &line = *lineOf(m_rows.at(row), side);
    const TextBox at{.box = column.adjusted(textMargin(), 0, 0, 0),
                     .character = QFontMetricsF{look::font(look::Type::Mono)}.horizontalAdvance(u'0'),
                     .lineHeight = lineHeight(),
                     .wrapping = wrappingOf(shown)};
    painter.setRenderHint(QPainter::Antialiasing);
    for (const auto &word : line.words)
        fill(painter, at, shown.shownRange(word), wordTint(line.kind), 2);
    for (qsizetype i = 0; i < matches.size(); ++i) {
        const auto &[begin, length] = matches.at(i);
        if (begin.row == row && begin.side == side)
            fill(painter, at, shown.shownRange({begin.place, begin.place + length}),
                 i == currentMatch ? Token::LogMatchCurrent : Token::LogMatch, 2);
    }
    auto formats = formatsOf(m_rows.at(row), line, shown);
    if (const auto selected = selectedIn(selection, row, side, line.text.size()); selected.begin < selected.end) {
        fill(painter, at, shown.shownRange(selected), hasFocus ? Token::Accent : Token::SelectionInactive, 0);
        if (hasFocus)
            append(formats, shown.shownRange(selected), Token::TextOnAccent);
    }
    for (const auto &boxed : shown.boxes) {
        if (boxed.kind !=
            DisplayLine::Box::Kind::Hidden) // what is left out of a changed word is not a part of its mark
            fill(painter, at, boxed.range, lineTint(line.kind), 0);
        const bool isHidden = boxed.kind == DisplayLine::Box::Kind::Hidden;
        outline(painter, at, boxed.range, isHidden ? Token::AttentionText : Token::BorderStrong, isHidden ? -0.5 : 1.5);
    }
    drawLines(painter, at, shown.text, formats);
}

} // namespace slipway::diffview
