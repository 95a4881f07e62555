// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenes/scene.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLayout>
#include <QPixmap>

using namespace Qt::StringLiterals;

namespace slipway::test
{

QImage grabbed(QWidget &widget, const QString &name)
{
    QApplication::sendPostedEvents(); // layouts that were asked for
    widget.ensurePolished();
    if (widget.layout())
        widget.layout()->activate();
    const auto picture = widget.grab().toImage();
    if (qEnvironmentVariableIsSet("SLIPWAY_SCENES")) {
        const QDir folder(qEnvironmentVariable("SLIPWAY_SCENES"));
        if (!folder.mkpath(u"."_s) || !picture.save(folder.filePath(name + u".png")))
            qWarning("The picture %ls could not be kept.", qUtf16Printable(name));
    }
    return picture;
}

QStringList cutWords(const QWidget &widget)
{
    QStringList cut;
    const auto buttons = widget.findChildren<QAbstractButton *>();
    for (const auto *button : buttons) {
        const auto least = button->minimumSizeHint(); // what elides its words says so
        const int needed = (least.isValid() ? least : button->sizeHint()).width();
        if (button->isVisible() && button->width() < needed)
            cut.append(button->text());
    }
    const auto labels = widget.findChildren<QLabel *>();
    for (const auto *label : labels) {
        const int needed =
            label->hasHeightForWidth() ? label->heightForWidth(label->width()) : label->minimumSizeHint().height();
        if (label->isVisible() && (label->height() < needed || label->width() < label->minimumSizeHint().width()))
            cut.append(label->text());
    }
    return cut;
}

} // namespace slipway::test
