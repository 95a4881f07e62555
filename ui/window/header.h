// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QWidget>

class QMenu;
class QToolButton;

namespace slipway::window
{

/// Which workspace is open: its monogram, owner and repository.
class WorkspaceButton final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit WorkspaceButton(QWidget *parent = nullptr);

    void setWorkspace(const QString &owner, const QString &repository);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_owner;
    QString m_repository;
};

/// A button that looks like the field of the command palette, which it opens.
class CommandField final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit CommandField(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override; ///< its words give way

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// The top of the window.
class Header final : public QWidget
{
    Q_OBJECT

public:
    explicit Header(QWidget *parent = nullptr);

    void setWorkspace(const QString &owner, const QString &repository);
    void setWorkspaceMenu(QMenu *menu); ///< its own from now on
    void openWorkspaceMenu();
    void setMenu(QMenu *menu);

Q_SIGNALS:
    void paletteRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fit();

    WorkspaceButton *m_workspace;
    CommandField *m_field;
    QToolButton *m_menu;
    QMenu *m_workspaceMenu = nullptr;
};

/// The first letters of the words or humps of a name, two at most: "PC" for PitchConnect.
[[nodiscard]] QString monogram(const QString &name);

} // namespace slipway::window
