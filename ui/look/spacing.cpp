// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/spacing.h"

#include "ui/look/scheme.h"
#include "ui/look/type.h"

#include <QLayout>

namespace slipway::look
{
namespace
{

void keep(QLayout *layout, const std::function<void()> &fit)
{
    fit();
    QObject::connect(&Scheme::current(), &Scheme::changed, layout, [layout, fit] {
        fit();
        layout->update(); // what is around it keeps heights that it has asked for
    });
}

} // namespace

void keepMargins(QLayout *layout, const QMargins &at13)
{
    keep(layout, [layout, at13] {
        layout->setContentsMargins(scaled(at13.left()), scaled(at13.top()), scaled(at13.right()),
                                   scaled(at13.bottom()));
    });
}

void keepSpacing(QLayout *layout, int at13)
{
    keep(layout, [layout, at13] { layout->setSpacing(scaled(at13)); });
}

} // namespace slipway::look
