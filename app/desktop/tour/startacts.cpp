// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tour/acts.h"
#include "app/desktop/tour/trouble.h"

#include "core/simulator/demo.h"
#include "ui/firststart/connectpage.h"
#include "ui/look/buttons.h"
#include "ui/window/commands.h"

#include <QComboBox>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace slipway::desktop::tour
{
namespace
{

/// Types a token and a repository, and has them tested.
void test(Stage &stage, const QString &token)
{
    auto &page = stage.openConnect();
    const auto fields = page.findChildren<QLineEdit *>();
    for (auto *field : fields) {
        if (field->echoMode() == QLineEdit::Password)
            field->setText(token);
        else if (field->completer() && !qobject_cast<QComboBox *>(field->parentWidget()))
            field->setText(u"PitchConnect/fogis-deployment"_s);
    }
    if (auto *button = stage.button(firststart::ConnectPage::tr("Test")))
        button->click();
}

bool isTested(Stage &stage)
{
    const auto buttons = stage.program().window().findChildren<look::BusyButton *>();
    for (const auto *button : buttons)
        if (button->isVisible() && button->isBusy())
            return false;
    return true;
}

bool hasBranches(Stage &stage)
{
    const auto boxes = stage.program().window().findChildren<QComboBox *>();
    for (const auto *branch : boxes)
        if (branch->isVisible() && branch->count() > 0)
            return isTested(stage);
    return false;
}

Act first()
{
    return {
        .begin = [](Stage &stage) { stage.demo().change(tokenMayLittle(u"ghp_few"_s)); },
        .scenes =
            {
                {u"first-start-welcome"_s, [](Stage &) {}},
                {u"connect-empty"_s, [](Stage &stage) { (void)stage.openConnect(); }},
                {u"connect-tested"_s, [](Stage &stage) { test(stage, QString::fromLatin1(simulator::demoToken)); },
                 hasBranches},
                {u"connect-scopes"_s, [](Stage &stage) { test(stage, u"ghp_few"_s); }, isTested},
                {u"connect-refused"_s, [](Stage &stage) { test(stage, u"ghp_unknown"_s); }, isTested},
            },
    };
}

void type(Stage &stage, const QString &text)
{
    stage.program().window().openPalette();
    if (auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget()))
        field->setText(text);
}

Act overAll()
{
    return {
        .begin = [](Stage &stage) { stage.openWorkspace(); },
        .scenes =
            {
                {u"palette-all"_s, [](Stage &stage) { stage.program().window().openPalette(); }},
                {u"palette-found"_s, [](Stage &stage) { type(stage, u"api"_s); }},
                {u"palette-nothing"_s, [](Stage &stage) { type(stage, u"zzz"_s); }},
                {u"keys"_s,
                 [](Stage &stage) { window::findCommand(stage.program().window(), u"window.keys"_s)->trigger(); }},
            },
    };
}

} // namespace

QList<Act> startActs()
{
    return {first(), overAll()};
}

} // namespace slipway::desktop::tour
