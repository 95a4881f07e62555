// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/paletteentry.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace slipway::feedback
{
class Dimmer;
}

namespace slipway::window
{

/// The command palette: a field over a list of all that can be done or gone to. It lies over its parent, which it dims.
class Palette final : public QFrame
{
    Q_OBJECT

public:
    explicit Palette(QWidget *parent);

    /// Shows it. The focus goes back where it was when it closes.
    void open(QList<PaletteEntry> entries);
    void close();

    /// Ids, newest first; kept from start to start by who owns the palette.
    void setRecent(const QStringList &ids) { m_recent = ids; }
    [[nodiscard]] QStringList recent() const { return m_recent; }

Q_SIGNALS:
    void pageRequested(const QUrl &page);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void find(const QString &typed);
    void move(int step);
    void runCurrent();
    void openCurrentPage();
    void fit();
    [[nodiscard]] const PaletteEntry *current() const;

    feedback::Dimmer *m_shade;
    QLineEdit *m_field;
    QLabel *m_count;
    QListView *m_list;
    QStandardItemModel *m_hits;
    QWidget *m_footer;
    QList<PaletteEntry> m_entries;
    QStringList m_recent;
    QPointer<QWidget> m_focusBefore;
};

} // namespace slipway::window
