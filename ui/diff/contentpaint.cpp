// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/content.h"

#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"

#include <QFontMetrics>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace slipway::diffview
{
namespace
{

using look::Token;

struct Tints
{
    Token line;
    Token gutter;
    Token word;
};

Tints tintsOf(DiffLine::Kind kind)
{
    switch (kind) {
    case DiffLine::Kind::Removed: return {Token::DiffDelLine, Token::DiffDelGutter, Token::DiffDelWord};
    case DiffLine::Kind::Added: return {Token::DiffAddLine, Token::DiffAddGutter, Token::DiffAddWord};
    case DiffLine::Kind::Same: break;
    }
    return {Token::Base, Token::Raised, Token::Base};
}

} // namespace

void Content::paint(QPainter &painter, const QRect &part, int scrolledX, bool hasFocus)
{
    painter.fillRect(part, look::color(Token::Base));
    for (auto i = rowAt(part.top()); i < m_rows.size() && topOf(i) <= part.bottom(); ++i) {
        switch (m_rows.at(i).kind) {
        case Row::Kind::File: paintFile(painter, i); break;
        case Row::Kind::Remark: paintRemark(painter, i); break;
        case Row::Kind::Fold: paintFold(painter, i); break;
        case Row::Kind::Lines:
            for (int side = 0; side < (m_isSideBySide ? 2 : 1); ++side)
                paintSide(painter, i, side, scrolledX, hasFocus);
            break;
        }
    }
}

void Content::paintFile(QPainter &painter, qsizetype row) const
{
    const QRect box{0, topOf(row), m_width, heightOf(row)};
    const auto &file = m_files.at(m_rows.at(row).file);
    painter.fillRect(box, look::color(Token::Raised));
    painter.fillRect(QRect{box.left(), box.bottom(), box.width(), 1}, look::color(Token::Border));
    if (row > 0)
        painter.fillRect(QRect{box.left(), box.top(), box.width(), 1}, look::color(Token::Border));

    const int side = look::scaled(look::iconsize::dense);
    const auto icon = [&](int x, const QString &name, Token token) {
        look::paintIcon(painter, {double(x), box.center().y() - side / 2.0 + 1, double(side), double(side)}, name,
                        look::color(token));
        return x + side + look::scaled(8);
    };
    const bool isFolded = m_folding.folded.contains(m_rows.at(row).file);
    int x = icon(look::scaled(12), isFolded ? u"chevron-right"_s : u"chevron-down"_s, Token::TextSecondary);
    x = icon(x, u"file"_s, Token::TextSecondary);
    const auto word = [&](const QString &text, look::Type type, Token token, int room) {
        painter.setFont(look::font(type));
        painter.setPen(look::color(token));
        const auto shown = painter.fontMetrics().elidedText(text, Qt::ElideMiddle, room);
        painter.drawText(QRect{x, box.top(), room, box.height()}, Qt::AlignLeft | Qt::AlignVCenter, shown);
        x += painter.fontMetrics().horizontalAdvance(shown) + look::scaled(8);
    };
    word(file.path, look::Type::Body, Token::Text, m_width / 2);
    word(u"+%1"_s.arg(QLocale{}.toString(file.added)), look::Type::BodyMedium, Token::OkText, m_width / 8);
    word(u"−%1"_s.arg(QLocale{}.toString(file.removed)), look::Type::BodyMedium, Token::DangerText, m_width / 8);
    icon(m_width - look::scaled(26), u"copy"_s, Token::TextSecondary);

    if (file.tag.isEmpty())
        return;
    painter.setFont(look::font(look::Type::Small));
    const int width = painter.fontMetrics().horizontalAdvance(file.tag) + look::scaled(12);
    const QRect tag{m_width - look::scaled(36) - width, box.center().y() - look::scaled(10) + 1, width,
                    look::scaled(20)};
    if (tag.left() < x)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(look::color(Token::NeutralTint));
    painter.drawRoundedRect(tag, look::radius::tag, look::radius::tag);
    painter.setPen(look::color(Token::TextSecondary));
    painter.drawText(tag, Qt::AlignCenter, file.tag);
}

void Content::paintFold(QPainter &painter, qsizetype row) const
{
    const QRect box{0, topOf(row), m_width, heightOf(row)};
    painter.fillRect(box, look::color(Token::DiffHunk));
    painter.setFont(look::font(look::Type::Mono));
    painter.setPen(look::color(Token::TextMuted));
    for (int side = 0; side < (m_isSideBySide ? 2 : 1); ++side) {
        const auto columns = columnsOf(row, side);
        for (const auto &number : columns.numbers)
            painter.drawText(number.adjusted(0, 0, -look::scaled(8), 0), Qt::AlignRight | Qt::AlignVCenter, u"…"_s);
        painter.setPen(look::color(Token::TextSecondary));
        const auto text = painter.fontMetrics().elidedText(m_rows.at(row).text, Qt::ElideRight, columns.text.width());
        painter.drawText(columns.text.adjusted(textMargin(), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
        painter.setPen(look::color(Token::TextMuted));
    }
    if (m_isSideBySide)
        painter.fillRect(QRect{m_width / 2 - 1, box.top(), 1, box.height()}, look::color(Token::Border));
}

void Content::paintRemark(QPainter &painter, qsizetype row) const
{
    const QRect box{0, topOf(row), m_width, heightOf(row)};
    painter.fillRect(box, look::color(Token::DiffHunk));
    painter.setFont(look::font(look::Type::Small));
    painter.setPen(look::color(Token::TextSecondary));
    painter.drawText(box.adjusted(columnsOf(row, 0).text.left() + textMargin(), 0, 0, 0),
                     Qt::AlignLeft | Qt::AlignVCenter, m_rows.at(row).text);
}

void Content::paintSide(QPainter &painter, qsizetype row, int side, int scrolledX, bool hasFocus)
{
    const auto columns = columnsOf(row, side);
    const auto *line = lineOf(m_rows.at(row), side);
    if (!line) {
        auto box = columns.text;
        box.setLeft(columns.numbers.first().left());
        painter.fillRect(box, look::color(Token::DiffFill));
    } else {
        const auto tints = tintsOf(line->kind);
        const auto shown = displayLine(line->text, m_wholeDigests);
        const auto rowCount = wrappingOf(shown).rowCount(shown.text.size());
        painter.fillRect(columns.text.united(columns.sign), look::color(tints.line));
        for (qsizetype i = 0; i < columns.numbers.size(); ++i) {
            const auto &box = columns.numbers.at(i);
            painter.fillRect(box, look::color(tints.gutter));
            const bool isOld = m_isSideBySide ? side == 0 : i == 0;
            const int number = isOld ? line->oldNumber : line->newNumber;
            painter.setFont(look::font(look::Type::Mono));
            painter.setPen(look::color(line->kind == DiffLine::Kind::Same ? Token::TextMuted : Token::TextSecondary));
            const auto first = QRect{box.left(), box.top(), box.width() - look::scaled(8), lineHeight()};
            if (number > 0)
                painter.drawText(first, Qt::AlignRight | Qt::AlignVCenter, QString::number(number));
            for (int wrapped = 1; wrapped < rowCount; ++wrapped)
                painter.drawText(first.translated(0, wrapped * lineHeight()), Qt::AlignRight | Qt::AlignVCenter,
                                 u"↪"_s);
        }
        if (line->kind != DiffLine::Kind::Same) {
            const bool isAdded = line->kind == DiffLine::Kind::Added;
            painter.setFont(look::font(look::Type::MonoStrong));
            painter.setPen(look::color(isAdded ? Token::OkText : Token::DangerText));
            painter.drawText(QRect{columns.sign.left(), columns.sign.top(), columns.sign.width(), lineHeight()},
                             Qt::AlignCenter, isAdded ? u"+"_s : u"-"_s);
        }
        painter.save();
        painter.setClipRect(columns.text, Qt::IntersectClip);
        const int moved = m_isSideBySide ? 0 : scrolledX;
        paintText(painter, columns.text.translated(-moved, 0), shown, row, side, hasFocus);
        painter.restore();
    }
    if (m_isSideBySide && side == 0)
        painter.fillRect(QRect{m_width / 2 - 1, topOf(row), 1, heightOf(row)}, look::color(Token::Border));
}

} // namespace slipway::diffview
