// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextEdit>

namespace slipway::pullrequest
{

/// Plain text of several lines, which stand as far apart as those of any other paragraph.
class ProseField final : public QTextEdit
{
    Q_OBJECT

public:
    explicit ProseField(QWidget *parent = nullptr);

    /// In the place of all that stands there; the person cannot undo it.
    void write(const QString &text);
};

} // namespace slipway::pullrequest
