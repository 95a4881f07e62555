// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/moment.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace slipway
{

QString momentInWords(const QDateTime &moment, const QDateTime &now)
{
    const auto time = moment.toLocalTime();
    const bool isToday = time.date() == now.toLocalTime().date();
    return QLocale().toString(time, isToday ? u"HH:mm"_s : u"d MMM, HH:mm"_s);
}

} // namespace slipway
