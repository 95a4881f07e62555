// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/terminal.h"

#include <QList>
#include <QStringList>

namespace slipway::ctl
{

struct Cell
{
    QString text; ///< visible
    Paint paint = Paint::Plain;
};

/// A sentence in the last column, under the one before it.
struct Note
{
    QString text; ///< visible
    Paint paint = Paint::Plain;
    bool whole = false; ///< never broken, for it may be followed or copied: left out where no line is long enough
};

struct Row
{
    QList<Cell> cells; ///< one for each heading but the last
    QList<Note> notes;
};

struct Section
{
    QString title; ///< visible; empty for none
    QList<Row> rows;
};

/// Columns of cells, and at their end a column of notes that is as wide as there is room.
struct Table
{
    QStringList headings; ///< the last one is that of the notes
    QList<Section> sections;
};

/// The table as lines that fit the terminal's width. Long cells give way in the middle; where the notes would get too
/// little room beside the cells, they go under their row.
[[nodiscard]] QString laidOut(const Table &table, const Terminal &terminal);

} // namespace slipway::ctl
