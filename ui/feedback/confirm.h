// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QPointer>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace slipway::feedback
{

class Dimmer;

/// What a dialog asks. Dialogs only ask; nothing is told in one.
struct Question
{
    QString title; ///< the question, with the name in it: "Roll back calendar-sync to 2.0.4?"
    QString text = {};
    QString verb;               ///< of the button: "Roll back"
    QString icon = {};          ///< of that button
    bool isDestructive = false; ///< then Cancel is the default
    QString toType = {};        ///< the name that must be typed first; empty: none
    QString whyType = {};       ///< "This reaches production. Type the service's name to go on."
};

/// A question over the dimmed window, which waits for it: window-modal, shown with open(), answered by accepted() or
/// rejected().
class ConfirmDialog final : public QDialog
{
    Q_OBJECT

public:
    ConfirmDialog(const Question &question, QWidget *parent);

    /// Where more can be shown than words: a diff, what is known.
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    /// At the start of the bar with the buttons.
    void setAside(QWidget *widget);
    [[nodiscard]] QPushButton *verbButton() const { return m_verb; }
    /// Keeps the verb from being pressed, with the reason as its tooltip; empty: nothing keeps it.
    void setObjection(const QString &reason);

    [[nodiscard]] QLineEdit *nameField() const { return m_name; } ///< null if nothing is to be typed

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void fit();
    void addNameField(const Question &question);
    QWidget *bar(const Question &question);
    void decide();

    QVBoxLayout *m_body;
    QPushButton *m_cancel;
    QPushButton *m_verb;
    QLineEdit *m_name = nullptr;
    QLayout *m_barStart = nullptr;
    QString m_toType;
    QString m_objection;
    QPointer<Dimmer> m_dimmer;
};

} // namespace slipway::feedback
