// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/images/imagesactions.h"
#include "ui/images/overview.h"

#include <QScrollArea>

class QPushButton;

namespace slipway::look
{
class Chip;
}
namespace slipway::feedback
{
class MessageBar;
}

namespace slipway::images
{

class CommitsList;
class FactsGrid;
class ReleaseNotes;
class VersionHeadline;

/// The first tab of the details pane: what, why it is the newest, whether it is safe, what changed.
class OverviewPage final : public QScrollArea
{
    Q_OBJECT

public:
    explicit OverviewPage(const ImagesActions *actions, QWidget *parent = nullptr);

    void show(const workspace::Row &row, const workspace::Snapshot &snapshot, const QDateTime &now);

    /// With the notes of the release, where there are some.
    void showCommits(const QString &title, const workspace::Between &between);
    void showNoCommits(const QString &title, const QString &remark);
    void scrollToCommits();

    /// Whether its next step may be the filled button of the window.
    void setLeading(bool isLeading);
    /// The one filled button, if the row has a next step.
    [[nodiscard]] bool hasMainButton() const;

Q_SIGNALS:
    void linkActivated(const QString &url);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *buildHeadline();
    [[nodiscard]] QWidget *buildButtons(const ImagesActions *actions);
    void showTrouble(const std::optional<Trouble> &trouble);
    void showMainButton();
    void fitMargins();

    VersionHeadline *m_versions;
    look::Chip *m_chip;
    feedback::MessageBar *m_trouble;
    std::optional<Trouble> m_shownTrouble;
    bool m_isLeading = true;
    bool m_isOffline = false;
    QPushButton *m_review = nullptr;
    QPushButton *m_hold = nullptr;
    FactsGrid *m_facts;
    CommitsList *m_commits;
    ReleaseNotes *m_notes;
};

} // namespace slipway::images
