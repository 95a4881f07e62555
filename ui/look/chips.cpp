// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/chips.h"

#include "ui/look/icons.h"
#include "ui/look/rows.h"
#include "ui/look/scheme.h"
#include "ui/look/shaping.h"
#include "ui/look/strokes.h"
#include "ui/look/type.h"

#include <QPainter>

namespace slipway::look
{

namespace
{

constexpr int paddingStart = 6;
constexpr int paddingEnd = 9;
constexpr int gap = 6;

struct TagColors
{
    Token ground;
    Token word;
};

TagColors colorsOf(TagKind kind)
{
    switch (kind) {
    case TagKind::Neutral: return {Token::NeutralTint, Token::NeutralText};
    case TagKind::Accent: return {Token::AccentTint, Token::AccentText};
    case TagKind::Ok: return {Token::OkTint, Token::OkText};
    case TagKind::Attention: return {Token::AttentionTint, Token::AttentionText};
    case TagKind::Danger: return {Token::DangerTint, Token::DangerText};
    }
    Q_UNREACHABLE_RETURN({});
}

int advance(Type type, const QString &text)
{
    return shapedWidth(text, font(type));
}

void dressAgain(QWidget *widget)
{
    QObject::connect(&Scheme::current(), &Scheme::changed, widget, [widget] {
        widget->updateGeometry();
        widget->update();
    });
    widget->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

} // namespace

QSize chipSize(const QString &word)
{
    return {scaled(paddingStart + iconsize::dense + gap + paddingEnd) + advance(Type::SmallMedium, word),
            height(Part::Chip)};
}

void paintChip(QPainter &painter, const QRect &cell, const StateLook &look, const QString &word, bool isSelected,
               Qt::LayoutDirection direction)
{
    auto size = chipSize(word);
    size.setWidth(std::min(size.width(), cell.width()));
    QRect chip(QPoint(cell.left(), cell.top() + (cell.height() - size.height()) / 2), size);
    const auto placed = [&](const QRect &box) { return QStyle::visualRect(direction, cell, box); };
    if (look.tint) {
        auto line = stateColor(look.iconColor);
        line.setAlphaF(0.45F);
        const bool hasLine = isSelected || Scheme::current().appearance().moreContrast;
        drawBox(painter, placed(chip), size.height() / 2.0, stateColor(*look.tint),
                hasLine ? std::optional(line) : std::nullopt);
    }
    const int side = scaled(iconsize::dense);
    const QRect icon(chip.left() + scaled(paddingStart), chip.top() + (chip.height() - side) / 2, side, side);
    paintState(painter, placed(icon), look);

    chip.setLeft(icon.right() + 1 + scaled(gap));
    paintText(painter, placed(chip), word, font(Type::SmallMedium), stateColor(look.wordColor), direction);
}

QSize tagSize(const QString &word)
{
    return {scaled(12) + advance(Type::Caption, word), scaled(20)};
}

void paintTag(QPainter &painter, const QRect &box, TagKind kind, const QString &word)
{
    const auto colors = colorsOf(kind);
    std::optional<QColor> line;
    if (Scheme::current().appearance().moreContrast)
        line = blended(color(colors.word), color(colors.ground), 0.45);
    drawBox(painter, box, scaled(radius::tag), color(colors.ground), line);
    painter.save();
    painter.setFont(font(Type::Caption));
    painter.setPen(color(colors.word));
    painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine, word);
    painter.restore();
}

QSize keycapSize(const QString &keys)
{
    return {std::max(scaled(12) + advance(Type::Caption, keys), scaled(18)), scaled(18)};
}

void paintKeycap(QPainter &painter, const QRect &box, const QString &keys)
{
    drawBox(painter, box, scaled(radius::tag), color(Token::Raised), color(Token::Border));
    painter.save();
    painter.setFont(font(Type::Caption));
    painter.setPen(color(Token::TextMuted));
    painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine, keys);
    painter.restore();
}

Chip::Chip(QWidget *parent)
    : QWidget(parent)
{
    dressAgain(this);
}

void Chip::show(const StateLook &look, const QString &word)
{
    m_look = look;
    m_word = word;
    setAccessibleName(word);
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    return chipSize(m_word);
}

void Chip::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    paintChip(painter, rect(), m_look, m_word, false, layoutDirection());
}

Tag::Tag(TagKind kind, const QString &word, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_word(word)
{
    setAccessibleName(word);
    dressAgain(this);
}

QSize Tag::sizeHint() const
{
    return tagSize(m_word);
}

void Tag::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    paintTag(painter, rect(), m_kind, m_word);
}

Keycap::Keycap(const QString &keys, QWidget *parent)
    : QWidget(parent)
    , m_keys(keys)
{
    dressAgain(this);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

QSize Keycap::sizeHint() const
{
    return keycapSize(m_keys);
}

void Keycap::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    paintKeycap(painter, rect(), m_keys);
}

} // namespace slipway::look
