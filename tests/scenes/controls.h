// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QHBoxLayout;
class QString;
class QVBoxLayout;

/// Sections of the gallery: the widgets that the style paints. Each adds itself to a column.
namespace slipway::test
{

void title(QVBoxLayout *column, const QString &text);
[[nodiscard]] QHBoxLayout *row(QVBoxLayout *column);

void buttons(QVBoxLayout *column);
void fields(QVBoxLayout *column);
void choices(QVBoxLayout *column);
void tabs(QVBoxLayout *column);

} // namespace slipway::test
