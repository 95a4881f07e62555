// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace slipway::updates
{

/// A text from outside in one line, without characters that nobody sees or that turn the direction of others, at most
/// 200 characters.
[[nodiscard]] QString inOneLine(const QString &text);

/// A text from outside as it may stand in Markdown, within a line or a cell of a table: inOneLine(), shown as the
/// characters that it has, mentioning nobody, closing nothing. Source: GitHub Flavored Markdown.
[[nodiscard]] QString plainInMarkdown(const QString &text);

/// A link, if the address is one of https; else the words alone.
[[nodiscard]] QString markdownLink(const QString &words, const QString &address);

} // namespace slipway::updates
