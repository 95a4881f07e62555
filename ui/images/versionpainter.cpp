// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/versionpainter.h"

#include "ui/words/plain.h"

#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace slipway::images
{

using look::Token;

namespace
{

struct Piece
{
    QString text;
    QFont font;
    Token token;
    int gap; ///< before it
    bool mayElide;
};

QList<Piece> piecesIn(const VersionPieces &pieces, const VersionType &type, Qt::LayoutDirection direction)
{
    const auto voice = [&](Token token) { return type.isMuted ? Token::TextMuted : token; };
    QList<Piece> all;
    const auto append = [&](const QString &text, const QFont &font, Token token, int gap, bool mayElide) {
        if (!text.isEmpty())
            all.append({words::visible(text), font, voice(token), all.isEmpty() ? 0 : gap, mayElide});
    };
    append(pieces.tag, type.old, Token::TextSecondary, 0, true);
    append(pieces.fromDigest, type.oldDigest, Token::TextSecondary, type.gap * 3 / 4, false);
    if (!pieces.to.isEmpty() && !all.isEmpty()) {
        append(direction == Qt::RightToLeft ? u"←"_s : u"→"_s, type.old, Token::TextMuted, type.gap, false);
    }
    append(pieces.to, pieces.toIsDigest ? type.freshDigest : type.fresh, Token::Text, type.gap, true);
    return all;
}

int widthOf(const Piece &piece)
{
    return piece.gap + QFontMetrics(piece.font).horizontalAdvance(piece.text);
}

int widthOf(const QList<Piece> &pieces)
{
    int width = 0;
    for (const auto &piece : pieces)
        width += widthOf(piece);
    return width;
}

/// Takes what is too much from what runs, then from what is new: each keeps a few characters.
void fit(QList<Piece> &pieces, int room)
{
    for (auto &piece : pieces) {
        const auto excess = widthOf(pieces) - room;
        if (excess <= 0)
            return;
        if (!piece.mayElide)
            continue;
        const QFontMetrics metrics(piece.font);
        const auto least = std::min(metrics.horizontalAdvance(piece.text), metrics.averageCharWidth() * 6);
        piece.text = metrics.elidedText(piece.text, Qt::ElideMiddle,
                                        std::max(least, metrics.horizontalAdvance(piece.text) - excess));
    }
}

} // namespace

void paintVersions(QPainter &painter, const QRect &box, const VersionPieces &pieces, const VersionType &type,
                   Qt::LayoutDirection direction)
{
    auto all = piecesIn(pieces, type, direction);
    fit(all, box.width());
    // All stand on the line of the largest, whatever font they are in.
    const QFontMetrics lead(type.fresh);
    const int baseline = box.top() + (box.height() - lead.height()) / 2 + lead.ascent();
    painter.save();
    painter.setClipRect(box, Qt::IntersectClip);
    int x = 0;
    for (const auto &piece : std::as_const(all)) {
        const int width = QFontMetrics(piece.font).horizontalAdvance(piece.text);
        const QRect place(box.left() + x + piece.gap, box.top(), width, box.height());
        painter.setFont(piece.font);
        painter.setPen(look::color(piece.token));
        painter.drawText(QStyle::visualRect(direction, box, place).left(), baseline, words::isolated(piece.text));
        x += piece.gap + width;
    }
    painter.restore();
}

int versionsWidth(const VersionPieces &pieces, const VersionType &type)
{
    return widthOf(piecesIn(pieces, type, Qt::LeftToRight));
}

} // namespace slipway::images
