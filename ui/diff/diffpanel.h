// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diff/diffview.h"

#include <QWidget>

class QAction;
class QLineEdit;
class QSettings;
class QToolButton;

namespace slipway::look
{
class Label;
}

namespace slipway::diffview
{

/// A diff with its title, the buttons that move in it and turn it, and a find bar.
class DiffPanel final : public QWidget
{
    Q_OBJECT

public:
    /// The settings remember how the person likes to read; they must outlive the panel.
    DiffPanel(const QString &title, QSettings &settings, QWidget *parent = nullptr);

    void setFiles(const QList<workspace::FilePreview> &files);
    /// Other files under another title, until showOwn() or the next ones that are set.
    void showMeanwhile(const QString &title, const QList<workspace::FilePreview> &files);
    void showOwn();
    /// Beside the title, instead of "2 files, change 1 of 2".
    void setFacts(const QString &facts);
    /// No higher than what it shows, so that what follows stands right below.
    void setFitsContent(bool fits);
    [[nodiscard]] DiffView &view() const { return *m_view; }

Q_SIGNALS:
    void copied(const QString &what);
    /// The diff tool could not be started: why, and what helps.
    void failed(const Error &error);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAction *add(const char *id, const QString &text, const QList<QKeySequence> &keys, const QString &icon);
    void addActions();
    void followSettings();
    QWidget *toolBar();
    QWidget *findBar();
    void display(const QString &title, const QList<workspace::FilePreview> &files);
    void showFacts();
    void openFind();
    void closeFind();
    void fit();

    QSettings &m_settings;
    DiffView *m_view;
    look::Label *m_title;
    look::Label *m_facts;
    look::Label *m_found;
    QWidget *m_findBar;
    QLineEdit *m_find;
    look::Label *m_hidden;
    QAction *m_unified;
    QAction *m_sideBySide;
    QAction *m_whitespace;
    QAction *m_whole;
    QAction *m_tool;
    QToolButton *m_toolButton;
    QString m_ownTitle;
    QList<workspace::FilePreview> m_own;
    QList<workspace::FilePreview> m_files; ///< that are shown
    QString m_fixedFacts;
    bool m_isMeanwhile = false; ///< what is shown is not its own
    bool m_fitsContent = false;
};

} // namespace slipway::diffview
