// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/versionheadline.h"

#include "ui/look/rows.h"
#include "ui/look/scheme.h"
#include "ui/look/type.h"
#include "ui/words/plain.h"

#include <QPainter>

namespace slipway::images
{

using look::Token;
using look::Type;

VersionHeadline::VersionHeadline(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&look::Scheme::current(), &look::Scheme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void VersionHeadline::show(const VersionPair &pair, const QString &digests)
{
    m_pair = shownLarge(pair);
    m_digests = digests;
    setAccessibleName(text(pair));
    QStringList whole;
    if (pair.from.digest)
        whole.append(pair.from.digest->text());
    if (pair.to && pair.to->digest)
        whole.append(pair.to->digest->text());
    setToolTip(words::tooltip(words::visible(text(pair) + u'\n' + whole.join(u'\n')).trimmed()));
    updateGeometry();
    update();
}

int VersionHeadline::pairHeight() const
{
    return QFontMetrics(look::font(Type::Versions)).height() + look::scaled(2);
}

QSize VersionHeadline::sizeHint() const
{
    const auto digests = m_digests.isEmpty() ? 0 : QFontMetrics(look::font(Type::Mono)).height() + look::scaled(2);
    return {look::versionsWidth(m_pair, look::VersionSize::Pane), pairHeight() + digests};
}

QSize VersionHeadline::minimumSizeHint() const
{
    return {look::scaled(120), sizeHint().height()};
}

void VersionHeadline::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const QRect pair(0, 0, width(), pairHeight());
    // Versions are not cut: those that are too long are written smaller.
    const bool fits = look::versionsWidth(m_pair, look::VersionSize::Pane) <= width();
    look::paintVersions(painter, pair, m_pair, layoutDirection(),
                        fits ? look::VersionSize::Pane : look::VersionSize::Row);
    const QRect below(0, pairHeight(), width(), height() - pairHeight());
    look::paintText(painter, below, words::isolated(m_digests), look::font(Type::Mono), Token::TextMuted,
                    layoutDirection());
}

} // namespace slipway::images
