// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/statenews.h"

#include "ui/words/plain.h"
#include "ui/words/states.h"

#include <algorithm>
#include <chrono>

namespace slipway::window
{

using namespace std::chrono_literals;
using workspace::Row;
using workspace::State;

namespace
{

/// Nobody met it in a state before it was asked for.
bool isKnown(const Row &row)
{
    return row.state != State::Checking && row.state != State::NotChecked;
}

QString nameOf(const Row &row)
{
    const auto service = words::visible(row.key.service);
    return row.isInSeveralProjects ? StateNews::tr("%1 in %2").arg(service, words::visible(row.key.project)) : service;
}

/// "calendar-sync: failed. 2 other services changed."
QString sentenceOf(const QList<const Row *> &changed)
{
    const auto &worst = **std::ranges::min_element(changed, {}, [](const Row *row) { return row->state; });
    const auto first = StateNews::tr("%1: %2.").arg(nameOf(worst), words::lowered(words::word(worst.state)));
    const auto others = static_cast<int>(changed.size()) - 1;
    if (others == 0)
        return first;
    const auto rest = others == 1 ? StateNews::tr("1 other service changed.")
                                  : StateNews::tr("%n other services changed.", nullptr, others);
    return StateNews::tr("%1 %2").arg(first, rest);
}

} // namespace

StateNews::StateNews(QObject *parent)
    : QObject{parent}
    , m_pause{this}
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(10s);
    connect(&m_pause, &QTimer::timeout, this, &StateNews::tell);
}

void StateNews::take(const QList<Row> &rows)
{
    m_rows = rows;
    for (const auto &row : rows)
        if (isKnown(row) && !m_told.contains(row.key))
            m_told.insert(row.key, row.state);
    if (!m_pause.isActive())
        tell();
}

void StateNews::forget()
{
    m_rows.clear();
    m_told.clear();
}

void StateNews::tell()
{
    QList<const Row *> changed;
    for (const auto &row : std::as_const(m_rows)) {
        if (!isKnown(row) || std::exchange(m_told[row.key], row.state) == row.state)
            continue;
        changed.append(&row);
    }
    if (changed.isEmpty())
        return;
    m_pause.start();
    Q_EMIT told(sentenceOf(changed));
}

} // namespace slipway::window
