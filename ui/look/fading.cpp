// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/fading.h"

#include "ui/look/scheme.h"
#include "ui/look/theme.h"

#include <QEasingCurve>
#include <QPainter>

#include <algorithm>
#include <chrono>

namespace slipway::look
{
namespace
{

constexpr qint64 duration = 150; ///< ms

} // namespace

Fading::Fading(QAbstractItemView *view)
    : QObject(view)
    , m_view(view)
{
    m_clock.start();
    m_timer.setInterval(std::chrono::milliseconds(16));
    connect(&m_timer, &QTimer::timeout, this, &Fading::step);
}

void Fading::begin(const QModelIndex &row)
{
    const auto first = row.siblingAtColumn(0);
    if (!first.isValid() || !m_view->isVisible() || Scheme::current().appearance().reducedMotion ||
        !m_view->viewport()->rect().intersects(m_view->visualRect(first)))
        return;
    m_rows.removeIf([&](const Row &each) { return each.index == first; });
    m_rows.append({.index = first, .begun = m_clock.elapsed()});
    m_timer.start();
    updateRow(first);
}

double Fading::strength(const QModelIndex &index) const
{
    if (m_rows.isEmpty())
        return 0;
    const auto first = index.siblingAtColumn(0);
    const auto found = std::ranges::find_if(m_rows, [&](const Row &row) { return row.index == first; });
    if (found == m_rows.end())
        return 0;
    const auto passed = static_cast<double>(m_clock.elapsed() - found->begun) / static_cast<double>(duration);
    return 1 - QEasingCurve(QEasingCurve::OutCubic).valueForProgress(std::clamp(passed, 0.0, 1.0));
}

void Fading::paint(QPainter &painter, const QRect &cell, const QModelIndex &index) const
{
    const auto left = strength(index);
    if (left <= 0)
        return;
    auto tint = color(Token::AccentTint);
    tint.setAlphaF(static_cast<float>(left));
    painter.fillRect(cell.adjusted(0, 0, 0, -1), tint); // the line below stays
}

void Fading::step()
{
    const auto now = m_clock.elapsed();
    for (const auto &row : std::as_const(m_rows))
        updateRow(row.index);
    m_rows.removeIf([&](const Row &row) { return !row.index.isValid() || now - row.begun >= duration; });
    if (m_rows.isEmpty())
        m_timer.stop();
}

void Fading::updateRow(const QModelIndex &index)
{
    const auto place = m_view->visualRect(index);
    m_view->viewport()->update(0, place.top(), m_view->viewport()->width(), place.height());
}

} // namespace slipway::look
