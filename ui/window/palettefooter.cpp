// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/palettefooter.h"

#include "ui/look/chips.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"

#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace slipway::window
{

PaletteFooter::PaletteFooter(QWidget *parent)
    : QWidget{parent}
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize PaletteFooter::sizeHint() const
{
    return {0, look::scaled(36)};
}

void PaletteFooter::paintEvent(QPaintEvent *)
{
    QPainter painter{this};
    painter.setFont(look::font(look::Type::Small));
    const auto mirrored = [this](const QRect &part) { return QStyle::visualRect(layoutDirection(), rect(), part); };
    const auto words = [&](int x, const QString &text) {
        const QRect box{x, 0, painter.fontMetrics().horizontalAdvance(text) + 1, height()};
        painter.setPen(look::color(look::Token::TextMuted));
        painter.drawText(mirrored(box), Qt::AlignVCenter | Qt::AlignLeft, text);
        return box.right();
    };

    int x = look::scaled(look::space::l);
    const QList<std::pair<QStringList, QString>> keys{
        {{u"↑"_s, u"↓"_s}, tr("Choose")}, {{tr("Enter")}, tr("Run")}, {{tr("Shift+Enter")}, tr("Open in browser")}};
    for (const auto &[caps, text] : keys) {
        for (const auto &cap : caps) {
            const auto size = look::keycapSize(cap);
            look::paintKeycap(painter, mirrored({x, (height() - size.height()) / 2, size.width(), size.height()}), cap);
            x += size.width() + look::scaled(look::space::xs);
        }
        painter.setFont(look::font(look::Type::Small));
        x = words(x + 2, text) + look::scaled(look::space::l);
    }
    const auto prefixes = tr("> commands  # pull requests  @ services");
    const int begin = width() - painter.fontMetrics().horizontalAdvance(prefixes) - look::scaled(look::space::l);
    if (begin > x)
        words(begin, prefixes);
}

} // namespace slipway::window
