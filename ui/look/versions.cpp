// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/versions.h"

#include "ui/look/scheme.h"
#include "ui/look/shaping.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"
#include "ui/words/plain.h"

#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace slipway::look
{

namespace
{

/// One word of the line, in its own font and colour.
struct Piece
{
    Piece(QString words, const QFont &face, Token ink)
        : font(face)
        , token(ink)
    {
        setText(std::move(words));
    }

    void setText(QString words)
    {
        text = std::move(words);
        width = shapedWidth(text, font);
    }

    QString text;
    QFont font;
    Token token;
    int width = 0;
};

QFont weighted(QFont font, QFont::Weight weight)
{
    font.setWeight(weight);
    return font;
}

QFont fontOf(VersionSize size, bool isDigest)
{
    if (isDigest)
        return font(Type::Mono);
    return tabularFont(size == VersionSize::Pane ? Type::Versions : Type::Body);
}

QString arrow(Qt::LayoutDirection direction)
{
    return direction == Qt::RightToLeft ? u"←"_s : u"→"_s;
}

QList<Piece> piecesOf(const VersionPair &pair, VersionSize size, Qt::LayoutDirection direction)
{
    const bool areDigests = !pair.tag.isEmpty();
    const auto plain = weighted(fontOf(size, areDigests), QFont::Normal);
    const auto words = weighted(fontOf(size, false), QFont::Normal);
    QList<Piece> pieces;
    if (areDigests)
        pieces.emplaceBack(pair.tag, words, Token::TextSecondary);
    if (!pair.from.isEmpty())
        pieces.emplaceBack(pair.from, plain, Token::TextSecondary);
    if (!pair.to.isEmpty()) {
        if (!pieces.isEmpty())
            pieces.emplaceBack(arrow(direction), words, Token::TextMuted);
        pieces.emplaceBack(pair.to, weighted(plain, QFont::DemiBold), Token::Text);
    }
    return pieces;
}

int gapOf(VersionSize size)
{
    return scaled(size == VersionSize::Pane ? 8 : 7);
}

int widthOf(const QList<Piece> &pieces, VersionSize size)
{
    int width = 0;
    for (const auto &piece : pieces)
        width += (width > 0 ? gapOf(size) : 0) + piece.width;
    return width;
}

/// What is too much goes from what runs first, and each keeps a few characters: what is new can always be read.
void fit(QList<Piece> &pieces, int room, VersionSize size)
{
    for (auto &piece : pieces) {
        const int excess = widthOf(pieces, size) - room;
        if (excess <= 0)
            return;
        const QFontMetrics metrics(piece.font);
        const int least = std::min(piece.width, metrics.averageCharWidth() * 6);
        piece.setText(fitted(metrics, piece.text, std::max(least, piece.width - excess), Qt::ElideMiddle));
    }
}

} // namespace

int versionsWidth(const VersionPair &pair, VersionSize size)
{
    return widthOf(piecesOf(pair, size, Qt::LeftToRight), size);
}

void paintVersions(QPainter &painter, const QRect &box, const VersionPair &pair, Qt::LayoutDirection direction,
                   VersionSize size, bool isStale)
{
    painter.save();
    painter.setLayoutDirection(Qt::LeftToRight); // within a version, whatever is written around it
    // One base line for all pieces, though their fonts differ.
    const QFontMetrics metrics(fontOf(size, false));
    const int baseline = box.top() + (box.height() - metrics.height()) / 2 + metrics.ascent();
    int x = box.left();
    auto pieces = piecesOf(pair, size, direction);
    fit(pieces, box.width(), size);
    painter.setClipRect(box, Qt::IntersectClip);
    for (const auto &piece : std::as_const(pieces)) {
        const auto place = QStyle::visualRect(direction, box, {x, box.top(), piece.width, box.height()});
        const auto line = shapedLine(piece.text, piece.font, Qt::LeftToRight);
        painter.setPen(color(isStale ? Token::TextMuted : piece.token));
        line.draw(&painter, QPointF(place.left(), baseline - line.ascent()));
        x += piece.width + gapOf(size);
    }
    painter.restore();
}

QString versionsText(const VersionPair &pair, Qt::LayoutDirection direction)
{
    QStringList words;
    for (const auto &word : {pair.tag, pair.from}) {
        if (!word.isEmpty())
            words.append(words::isolated(word));
    }
    if (!pair.to.isEmpty())
        words << arrow(direction) << words::isolated(pair.to);
    return words.join(u' ');
}

VersionsLabel::VersionsLabel(VersionSize size, QWidget *parent)
    : QWidget(parent)
    , m_size(size)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&Scheme::current(), &Scheme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void VersionsLabel::show(const VersionPair &pair)
{
    m_pair = pair;
    setAccessibleName(versionsText(pair, layoutDirection()));
    setToolTip(words::tooltip(versionsText(pair, layoutDirection())));
    updateGeometry();
    update();
}

QSize VersionsLabel::sizeHint() const
{
    return {versionsWidth(m_pair, m_size), QFontMetrics(fontOf(m_size, false)).height()};
}

void VersionsLabel::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    paintVersions(painter, rect(), m_pair, layoutDirection(), m_size);
}

} // namespace slipway::look
