// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace slipway::look
{
class Label;
}

namespace slipway::images
{

struct ShownNotes
{
    QString text;
    bool isCut = false; ///< there is more of them
};

/// What is shown of the notes of a release: as they were written, without empty lines around; the first lines, or as
/// many as anybody reads.
[[nodiscard]] ShownNotes shownNotes(const QString &notes, bool showsAll);

/// The notes of a release as plain text: their beginning, and all of them when somebody asks.
class ReleaseNotes final : public QWidget
{
    Q_OBJECT

public:
    explicit ReleaseNotes(QWidget *parent = nullptr);

    /// Takes no room without notes. The same ones stay unfolded.
    void show(const QString &notes);

    using QWidget::show;

private:
    void fill();

    look::Label *m_text;
    QPushButton *m_more;
    QString m_notes;
    bool m_showsAll = false;
};

} // namespace slipway::images
