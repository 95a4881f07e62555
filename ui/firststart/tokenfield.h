// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace slipway::firststart
{

/// A token, covered unless the person wants to see it.
class TokenField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit TokenField(QWidget *parent = nullptr);

    [[nodiscard]] QString token() const { return text().trimmed(); }

    /// Covers what comes next, and leaves nothing to undo.
    void forget();

Q_SIGNALS:
    void pasted(); ///< and trimmed; also dropped, or put there by a password manager

private:
    void takeEdit();
    void takePasted();

    QAction *m_eye;
    qsizetype m_length = 0;   ///< before what is being done to the text
    qsizetype m_selected = 0; ///< of it
};

} // namespace slipway::firststart
