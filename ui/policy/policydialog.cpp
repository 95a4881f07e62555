// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy/policydialog.h"

#include "core/image/version.h"
#include "ui/feedback/confirm.h"
#include "ui/look/label.h"

#include <QButtonGroup>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::policy
{
namespace
{

using feedback::ConfirmDialog;
using workspace::PolicyChange;
using workspace::Row;
using Kind = PolicyChange::Kind;
using Chosen = std::function<void(PolicyChange)>;

constexpr int aWeek = 7;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(slipway::policy::PolicyDialog)
};

ConfirmDialog *dialogFor(QWidget *over, const QString &title, const QString &text)
{
    auto *dialog = new ConfirmDialog{
        {.title = title, .text = text, .verb = Text::tr("Show the change…"), .icon = u"pull-request"_s}, over};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}

/// A choice with a field beside it, which is on only while it is chosen.
QRadioButton *addChoice(QVBoxLayout &rows, QButtonGroup &group, const QString &text, QWidget *field = nullptr)
{
    auto *radio = new QRadioButton{text};
    group.addButton(radio, int(group.buttons().size()));
    auto *row = new QHBoxLayout;
    row->addWidget(radio);
    if (field) {
        row->addWidget(field);
        field->setEnabled(false);
        field->setAccessibleName(text);
        QObject::connect(radio, &QRadioButton::toggled, field, &QWidget::setEnabled);
    }
    row->addStretch(1);
    rows.addLayout(row);
    return radio;
}

void askHold(QWidget *over, const Row &row, const QDate &today, const Chosen &chosen)
{
    auto *dialog = dialogFor(over, Text::tr("Hold %1?").arg(row.key.service),
                             Text::tr("Nothing newer is offered until then. A pull request changes slipway.yml; until "
                                      "it is merged, nothing is different."));
    auto *group = new QButtonGroup{dialog};
    auto *day = new QDateEdit{today.addDays(aWeek)};
    day->setCalendarPopup(true);
    day->setMinimumDate(today.addDays(1));
    auto *version = new QLineEdit;
    version->setPlaceholderText(Text::tr("such as 8.4.2"));
    auto &rows = *dialog->body();
    auto *untilDay = addChoice(rows, *group, Text::tr("Until a day"), day);
    auto *untilVersion = addChoice(rows, *group, Text::tr("Until a version is out"), version);
    addChoice(rows, *group, Text::tr("Until somebody takes it back"));
    auto *end = row.policy.hold ? addChoice(rows, *group, Text::tr("Take the hold back now")) : nullptr;
    untilDay->setChecked(true);
    const auto decide = [=] {
        const bool isWrong = untilVersion->isChecked() && !parseVersion(version->text().trimmed());
        dialog->setObjection(isWrong ? Text::tr("Write a version, such as 8.4.2.") : QString{});
    };
    QObject::connect(version, &QLineEdit::textChanged, dialog, decide);
    QObject::connect(group, &QButtonGroup::idToggled, dialog, decide);
    QObject::connect(dialog, &QDialog::accepted, dialog, [=, service = row.key.service] {
        PolicyChange change{.service = service, .kind = Kind::Hold, .hold = config::Hold{config::HoldForever{}}};
        if (untilDay->isChecked())
            change.hold = day->date();
        else if (untilVersion->isChecked())
            change.hold = config::HoldUntilVersion{version->text().trimmed()};
        else if (end && end->isChecked())
            change.hold.reset();
        chosen(change);
    });
    dialog->open();
}

void askIgnore(QWidget *over, const Row &row, const Chosen &chosen)
{
    auto *dialog = dialogFor(over, Text::tr("Ignore a version of %1?").arg(row.key.service),
                             Text::tr("It is never offered again. A * stands for anything."));
    auto *pattern = new QLineEdit;
    pattern->setAccessibleName(Text::tr("Version to ignore"));
    if (row.judgement)
        pattern->setText(row.judgement->candidate ? row.judgement->candidate->tag
                                                  : row.judgement->newest.value_or(QString{}));
    dialog->body()->addWidget(pattern);
    const auto decide = [=] {
        dialog->setObjection(pattern->text().trimmed().isEmpty() ? Text::tr("Write a tag, such as 1.5.0 or 1.5.*.")
                                                                 : QString{});
    };
    QObject::connect(pattern, &QLineEdit::textChanged, dialog, decide);
    decide();
    QObject::connect(dialog, &QDialog::accepted, dialog, [=, service = row.key.service] {
        chosen({.service = service, .kind = Kind::Ignore, .ignore = {pattern->text().trimmed()}});
    });
    dialog->open();
    pattern->setFocus();
    pattern->selectAll();
}

/// One of three words, the present one chosen.
template<class Value>
void askOne(QWidget *over, const QString &title, const QString &text, const QList<std::pair<QString, Value>> &values,
            Value present, std::function<void(Value)> chosen)
{
    auto *dialog = dialogFor(over, title, text);
    auto *group = new QButtonGroup{dialog};
    for (const auto &[words, value] : values)
        addChoice(*dialog->body(), *group, words)->setChecked(value == present);
    const auto decide = [=] {
        dialog->setObjection(values.at(group->checkedId()).second == present ? Text::tr("It is so already.")
                                                                             : QString{});
    };
    QObject::connect(group, &QButtonGroup::idToggled, dialog, decide);
    decide();
    QObject::connect(dialog, &QDialog::accepted, dialog, [=] { chosen(values.at(group->checkedId()).second); });
    dialog->open();
}

} // namespace

void askForChange(QWidget *over, const Row &row, Kind kind, const QDate &today, Chosen chosen)
{
    using config::Level;
    using config::Pin;
    const auto &service = row.key.service;
    switch (kind) {
    case Kind::Hold: askHold(over, row, today, chosen); break;
    case Kind::Ignore: askIgnore(over, row, chosen); break;
    case Kind::Pin:
        askOne<Pin>(over, Text::tr("Pin %1?").arg(service),
                    Text::tr("A digest says which bytes run, whatever the tag points to later."),
                    {{Text::tr("Always with a digest"), Pin::Always},
                     {Text::tr("Renew a digest that is there"), Pin::Keep},
                     {Text::tr("Never with a digest"), Pin::Never}},
                    row.policy.pin, [=](Pin pin) { chosen({.service = service, .kind = Kind::Pin, .pin = pin}); });
        break;
    case Kind::Level:
        askOne<Level>(
            over, Text::tr("How far may %1 move?").arg(service), Text::tr("What is beyond is shown, and held."),
            {{Text::tr("Patch releases"), Level::Patch},
             {Text::tr("Minor releases"), Level::Minor},
             {Text::tr("Major releases"), Level::Major}},
            row.policy.level, [=](Level level) { chosen({.service = service, .kind = Kind::Level, .level = level}); });
        break;
    }
}

} // namespace slipway::policy
