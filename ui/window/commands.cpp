// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/commands.h"

#include "ui/feedback/dimmer.h"
#include "ui/look/actionbutton.h"
#include "ui/look/chips.h"
#include "ui/look/label.h"
#include "ui/look/palette.h"
#include "ui/look/spacing.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace slipway::window
{
QAction *addCommand(QWidget &window, const Command &command, std::function<void()> run)
{
    auto *action = look::makeAction(QLatin1StringView{command.id}, command.text, command.icon, &window);
    action->setShortcuts(command.keys);
    action->setCheckable(command.isCheckable);
    QObject::connect(action, &QAction::triggered, &window, std::move(run));
    window.addAction(action);
    return action;
}

QAction *findCommand(const QWidget &window, const QString &id)
{
    return window.findChild<QAction *>(id);
}

void showKeys(QWidget &window, const QString &title, const QList<QAction *> &actions)
{
    auto *dialog = new QDialog{&window};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    dialog->setWindowTitle(title);
    look::keepSurface(dialog, look::Token::Base);
    auto *rows = new QWidget;
    auto *form = new QFormLayout{rows};
    form->setFormAlignment(Qt::AlignLeft | Qt::AlignTop);
    look::keepMargins(form, {0, 0, look::space::l, 0});
    form->setHorizontalSpacing(look::space::l);
    for (const auto *action : actions) {
        if (action->shortcut().isEmpty() || action->text().isEmpty())
            continue;
        auto text = action->text();
        form->addRow(new look::Keycap{action->shortcut().toString(QKeySequence::NativeText), rows},
                     new look::Label{text.remove(u'&'), look::Type::Body, look::Token::Text, rows});
    }
    auto *scroll = new QScrollArea;
    scroll->setWidget(rows);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *buttons = new QDialogButtonBox{QDialogButtonBox::Close};
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *all = new QVBoxLayout{dialog};
    look::keepMargins(all, {look::space::xxl, look::space::xl, look::space::xxl, look::space::l});
    look::keepSpacing(all, look::space::m);
    auto *shade = new feedback::Dimmer{&window};
    QObject::connect(dialog, &QDialog::finished, shade, &QObject::deleteLater);
    all->addWidget(new look::Label{title, look::Type::H1});
    all->addWidget(scroll, 1);
    all->addWidget(buttons);
    look::keepFitted(dialog, [dialog, &window, size = 0.0]() mutable {
        if (std::exchange(size, look::textSize()) == look::textSize())
            return; // only its colours have changed
        dialog->resize(QSize{look::scaled(520), look::scaled(560)}.boundedTo(window.size() * 9 / 10));
    });
    dialog->open();
}

} // namespace slipway::window
