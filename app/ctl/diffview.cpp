// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/diffview.h"

#include "app/ctl/cells.h"

#include <QList>

using namespace Qt::StringLiterals;

namespace slipway::ctl
{
namespace
{

/// Without what only marks the file or the line's end: a byte order mark, a carriage return.
QStringView shownPart(QStringView line)
{
    if (line.endsWith(u'\r'))
        line.chop(1);
    if (line.startsWith(u'\ufeff'))
        line = line.sliced(1);
    return line;
}

QString shown(QStringView line)
{
    QStringList parts;
    for (const auto part : shownPart(line).tokenize(u'\t'))
        parts.append(visible(part));
    return parts.join(u'\t');
}

Paint paintOf(QStringView line)
{
    if (line.startsWith("--- "_L1) || line.startsWith("+++ "_L1))
        return Paint::Strong;
    if (line.startsWith("@@"_L1))
        return Paint::Hunk;
    if (line.startsWith(u'\\'))
        return Paint::Muted;
    return Paint::Plain;
}

} // namespace

QString diffText(const QString &diff, const Terminal &terminal)
{
    QString out;
    for (const auto line : QStringView{diff}.tokenize(u'\n'))
        out += painted(shown(line), paintOf(line), terminal) + u'\n';
    return out;
}

} // namespace slipway::ctl
