// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feedback/asking.h"

#include "ui/feedback/text.h"
#include "ui/look/label.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace slipway::feedback
{

void askForName(QWidget *over, const NameQuestion &question, std::function<void(const QString &name)> named)
{
    auto *dialog = new ConfirmDialog(question.question, over);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto *label = new look::Label(question.field, look::Type::BodyMedium);
    auto *field = new QLineEdit(question.name);
    field->setAccessibleName(question.field);
    label->setBuddy(field);
    dialog->body()->addWidget(label);
    dialog->body()->addWidget(field);
    const auto judge = [dialog, field, objection = question.objection] {
        const auto name = field->text().trimmed();
        if (name.isEmpty())
            dialog->setObjection(Text::tr("Type a name first."));
        else
            dialog->setObjection(objection ? objection(name) : QString());
    };
    QObject::connect(field, &QLineEdit::textChanged, dialog, judge);
    QObject::connect(dialog, &QDialog::accepted, over,
                     [field, named = std::move(named)] { named(field->text().trimmed()); });
    judge();
    field->selectAll();
    dialog->open();
    field->setFocus();
}

} // namespace slipway::feedback
