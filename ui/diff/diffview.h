// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diff/content.h"

#include <QAbstractScrollArea>
#include <QFutureWatcher>

#include <optional>

namespace slipway::diffview
{

/// A diff of some files: unified or side by side, to read, select, copy and search. What differs is found out off the
/// GUI thread where the files are large.
class DiffView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit DiffView(QWidget *parent = nullptr);

    void setFiles(const QList<workspace::FilePreview> &files);

    void setSideBySide(bool on);
    /// Side by side needs 880 px of a 13 px font; below, the view stays unified.
    [[nodiscard]] bool isSideBySideShown() const;
    void setWholeDigests(bool on);
    void setIgnoreSpace(bool on);

    /// Changes are counted from 0 over all files; -1 when there is none.
    [[nodiscard]] int currentChange() const { return m_currentChange; }
    [[nodiscard]] int changeCount() const;
    void goToChange(int change);

    /// Marks all places that have the text, and goes to the first one from the current place. Returns how many.
    int find(const QString &text);
    void goToMatch(int step);

    [[nodiscard]] QString selectedText() const;
    void copy() const;
    void selectAll();

    /// All that is shown, line by line, for assistive technology.
    [[nodiscard]] QString plainText() const;
    [[nodiscard]] int contentHeight() const; ///< of all rows
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void currentChangeChanged(int current, int count);
    void copied(const QString &what);
    void arranged(); ///< contentHeight() may be another one
    /// The files have been compared: `hasHidden` if there are characters that a person would not see.
    void compared(bool hasHidden);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void compare();
    void take(QList<FileDiff> files);
    void arrange();
    void showChange(int change);
    void press(const Hit &hit);
    void moveCursor(const QKeyEvent &key);
    void scrollTo(const Position &position);
    void setFolded(int file, bool folded);

    QList<workspace::FilePreview> m_files;
    Content m_content;
    QFutureWatcher<QList<FileDiff>> m_comparing;
    bool m_ignoreSpace = false;
    bool m_wantsSideBySide = false;
    int m_currentChange = -1;
};

} // namespace slipway::diffview
