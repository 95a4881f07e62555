// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringListModel>
#include <QWidget>

class QLineEdit;
class QPushButton;

namespace slipway::look
{
class FlowLayout;
class Label;
} // namespace slipway::look

namespace slipway::pullrequest
{

/// The labels of a pull request: each can be taken away, others are typed, with those of the repository as completions.
/// One that the repository does not have yet is said to be new.
class LabelField final : public QWidget
{
    Q_OBJECT

public:
    explicit LabelField(QWidget *parent = nullptr);

    void setLabels(const QStringList &labels);
    [[nodiscard]] const QStringList &labels() const { return m_labels; }
    /// Those that the repository has; empty: nobody knows.
    void setChoices(const QStringList &choices);
    /// What was typed counts, also when the person goes on elsewhere without Return.
    void endTyping();

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    [[nodiscard]] QPushButton *makeTag(const QString &label);
    void startTyping();
    void add(const QString &typed);
    void showWhatIsNew();

    QStringList m_labels;
    QStringList m_choices;
    QStringListModel m_completions; ///< of the choices, those that are not taken
    look::FlowLayout *m_tags;
    QPushButton *m_add;
    QLineEdit *m_typed; ///< in the place of the button while a label is typed
    look::Label *m_new;
};

} // namespace slipway::pullrequest
