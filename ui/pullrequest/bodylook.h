// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>

namespace slipway::pullrequest
{

/// How the Markdown of a pull request's text looks while it is written: tables in the fixed font, the closing line
/// muted.
class BodyLook final : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString &line) override;
};

} // namespace slipway::pullrequest
