// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feedback/follow.h"

#include "ui/feedback/confirm.h"
#include "ui/feedback/text.h"
#include "ui/feedback/toast.h"

#include <QApplication>
#include <QClipboard>

namespace slipway::feedback
{

namespace
{

void offerCopy(const QString &text, const QString &link, Toast *toast)
{
    toast->show(text, Text::tr("Copy link"), [link] { QApplication::clipboard()->setText(link); });
}

void ask(const QString &link, QWidget *window)
{
    auto *dialog = new ConfirmDialog({.title = Text::tr("Open a page of %1?").arg(words::hostOf(link)),
                                      .text = Text::tr("Slipway does not know this host. The address is %1").arg(link),
                                      .verb = Text::tr("Open"),
                                      .icon = QStringLiteral("external")},
                                     window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, dialog, [link] { words::openInBrowser(link); });
    dialog->open();
}

} // namespace

void follow(const QString &link, const words::LinkRules &rules, QWidget *window, Toast *toast)
{
    switch (words::judge(link, rules)) {
    case words::LinkVerdict::Open: words::openInBrowser(link); return;
    case words::LinkVerdict::Ask: ask(link, window); return;
    case words::LinkVerdict::Demo: offerCopy(words::demoHasNoPage(), link, toast); return;
    case words::LinkVerdict::Refuse:
        offerCopy(Text::tr("This is no https address, so it was not opened."), link, toast);
        return;
    }
}

} // namespace slipway::feedback
