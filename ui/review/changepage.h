// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/preview.h"
#include "ui/feedback/message.h"
#include "ui/review/summary.h"

#include <QWidget>

#include <optional>

class QAbstractButton;
class QSettings;

namespace slipway::diffview
{
class DiffPanel;
class Renewal;
} // namespace slipway::diffview
namespace slipway::feedback
{
class ActionBar;
class MessageBar;
} // namespace slipway::feedback
namespace slipway::look
{
class Chip;
class Label;
} // namespace slipway::look

namespace slipway::review
{

class FactView;

/// One change: its title and state, what it does in words, four facts, the diff, and what can be done.
class ChangePage final : public QWidget
{
    Q_OBJECT

public:
    explicit ChangePage(QSettings &settings, QWidget *parent = nullptr);

    void show(const Change &change, const Summary &summary, const QString &url);
    /// `isNewest`: it is for where its branch stands now.
    void showPreview(const workspace::Preview &preview, bool isNewest);
    /// What is shown now took the place of another preview, and why: "main has moved since this preview".
    void tellRenewed(const QString &cause, const workspace::Preview &before, const workspace::Preview &now);
    /// While it is not known yet what would change; the old diff stays until the new one comes.
    void showLooking();
    void showError(const Error &error);
    /// What can be done with the diff: its keys are the screen's too.
    [[nodiscard]] QList<QAction *> diffActions() const;
    /// Writes are not possible now, and why; empty: they are.
    void setReasonAgainst(const QString &reason);

    using QWidget::show;

Q_SIGNALS:
    void openRequested();
    void editRequested();
    void closeRequested();
    void pageRequested(const QString &url);
    void retryRequested();
    void signInRequested();
    void copied(const QString &what);

private:
    QWidget *makeHead();
    QWidget *makeBar();
    void warn();
    void fail();

    look::Label *m_title;
    look::Label *m_number;
    look::Label *m_where;
    look::Label *m_branch;
    look::Chip *m_chip;
    look::Label *m_text;
    feedback::MessageBar *m_message;
    FactView *m_facts;
    diffview::DiffPanel *m_diff;
    diffview::Renewal *m_renewal;
    std::optional<feedback::Message> m_warning = {};
    feedback::ActionBar *m_bar;
    QAbstractButton *m_close;
    QAbstractButton *m_edit;
    QAbstractButton *m_browser;
    QAbstractButton *m_open;
    QString m_url;
    QString m_shown;          ///< the id of the change
    bool m_hasFailed = false; ///< what the message says is an error
};

} // namespace slipway::review
