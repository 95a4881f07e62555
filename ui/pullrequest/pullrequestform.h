// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/preview.h"

#include <QScrollArea>

class QLineEdit;
class QPlainTextEdit;

namespace slipway::look
{
class Label;
}

namespace slipway::pullrequest
{

class LabelField;

/// What a person may write of a pull request (title, text, labels), and where it will go, to be read.
class PullRequestForm final : public QScrollArea
{
    Q_OBJECT

public:
    explicit PullRequestForm(QWidget *parent = nullptr);

    /// The labels that the repository has.
    void setChoices(const QStringList &labels);
    /// What the person wrote stays, and so do the labels that were added and taken; the rest is as it now must be.
    void show(const workspace::Draft &draft);
    /// As if the person had written it.
    void write(const QString &title, const QString &text, const QStringList &labels);
    /// Of one draft nothing gets into another one. Until that comes, there is nothing to write into.
    void forget();
    /// Whether the person wrote into title or text.
    [[nodiscard]] bool isWritten() const;
    /// The same, or the person added or took labels.
    [[nodiscard]] bool isTouched() const;
    /// Takes the label that is still being typed.
    void endTyping();
    /// The draft, with what the person wrote.
    [[nodiscard]] workspace::Draft written() const;
    /// The draft as it came; empty before the first one.
    [[nodiscard]] const workspace::Draft &draft() const { return m_draft; }
    /// Above the preview in a narrow window, where the page scrolls as a whole; beside it else.
    void setNarrow(bool isNarrow);

    using QWidget::show;

Q_SIGNALS:
    void titleChanged();
    void edited(); ///< title, text or labels, by whomever

private:
    [[nodiscard]] QStringList labelsFor(const workspace::Draft &next) const;

    workspace::Draft m_draft;
    QString m_ownTitle; ///< as it was put there, before the person wrote
    QString m_ownText;
    QLineEdit *m_title;
    QLineEdit *m_branch;
    QLineEdit *m_into;
    QPlainTextEdit *m_text;
    look::Label *m_hidden;
    LabelField *m_labels;
};

} // namespace slipway::pullrequest
