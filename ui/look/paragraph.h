// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextLayout>

#include <memory>

namespace slipway::look
{

/// Text that is broken into lines.
struct Paragraph
{
    std::unique_ptr<QTextLayout> layout;
    double height = 0;
    double width = 0; ///< of the widest line
};

/// Lines are 1.38 times as high as the font's size: the font alone would set them too close to be read with ease.
/// The option's wrap mode is passed over: a word that is longer than a line is broken.
[[nodiscard]] Paragraph layOut(const QString &text, const QFont &font, double width, QTextOption option,
                               const QList<QTextLayout::FormatRange> &formats = {});

/// How high one line is.
[[nodiscard]] double lineHeight(const QFont &font);

} // namespace slipway::look
