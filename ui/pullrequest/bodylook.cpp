// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pullrequest/bodylook.h"

#include "core/updates/pulltext.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"

namespace slipway::pullrequest
{

void BodyLook::highlightBlock(const QString &line)
{
    QTextCharFormat format;
    if (line.startsWith(u'|'))
        format.setFont(look::font(look::Type::Mono));
    else if (line == updates::closingLine)
        format.setForeground(look::color(look::Token::TextMuted));
    else
        return;
    setFormat(0, int(line.size()), format);
}

} // namespace slipway::pullrequest
