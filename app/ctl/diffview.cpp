// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/diffview.h"

#include "app/ctl/cells.h"
#include "core/diff/worddiff.h"

#include <QList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::ctl
{
namespace
{

/// Safe to print, tabs as they are. A carriage return at the end is no news: line ends never change.
QString shown(QStringView text)
{
    QStringList parts;
    for (const auto part : text.tokenize(u'\t'))
        parts.append(visible(part));
    return parts.join(u'\t');
}

QStringView withoutReturn(QStringView line)
{
    return line.endsWith(u'\r') ? line.chopped(1) : line;
}

bool isHeader(QStringView line)
{
    return line.startsWith("--- a/"_L1) || line.startsWith("+++ b/"_L1);
}

/// A line of a unified diff that is neither added nor removed.
QString framed(QStringView line, const Terminal &terminal)
{
    auto paint = Paint::Plain;
    if (isHeader(line))
        paint = Paint::Strong;
    else if (line.startsWith("@@"_L1))
        paint = Paint::Hunk;
    else if (line.startsWith(u'\\'))
        paint = Paint::Muted;
    return painted(shown(withoutReturn(line)), paint, terminal) + u'\n';
}

/// A line that was added or removed; its changed words stand out.
QString changed(QStringView line, const QList<diff::Range> &words, const Terminal &terminal)
{
    const bool isAdded = line.startsWith(u'+');
    const auto whole = isAdded ? Paint::Added : Paint::Removed;
    const auto word = isAdded ? Paint::AddedWord : Paint::RemovedWord;
    const auto text = withoutReturn(line.sliced(1));
    QString out = painted(line.first(1).toString(), whole, terminal);
    qsizetype at = 0;
    for (const auto &range : words) {
        const auto end = std::min(range.end, text.size());
        out += painted(shown(text.sliced(at, range.begin - at)), whole, terminal) +
               painted(shown(text.sliced(range.begin, end - range.begin)), word, terminal);
        at = end;
    }
    return out + painted(shown(text.sliced(at)), whole, terminal) + u'\n';
}

/// Removed lines and the added ones behind them; where there are as many, each replaces one.
QString block(const QList<QStringView> &removed, const QList<QStringView> &added, const Terminal &terminal)
{
    QList<diff::ChangedWords> words(std::max(removed.size(), added.size()));
    if (removed.size() == added.size() && terminal.colours)
        for (qsizetype i = 0; i < removed.size(); ++i)
            words[i] = diff::changedWords(withoutReturn(removed[i].sliced(1)), withoutReturn(added[i].sliced(1)));
    QString out;
    for (qsizetype i = 0; i < removed.size(); ++i)
        out += changed(removed[i], words[i].before, terminal);
    for (qsizetype i = 0; i < added.size(); ++i)
        out += changed(added[i], words[i].after, terminal);
    return out;
}

} // namespace

QString diffText(const QString &diff, const Terminal &terminal)
{
    QString out;
    QList<QStringView> removed, added;
    for (const auto line : QStringView{diff}.tokenize(u'\n')) {
        if (!isHeader(line) && line.startsWith(u'-')) {
            removed.append(line);
        } else if (!isHeader(line) && line.startsWith(u'+')) {
            added.append(line);
        } else {
            out += block(std::exchange(removed, {}), std::exchange(added, {}), terminal);
            if (!line.isEmpty()) // behind the last line end; a line of the file has a blank before it
                out += framed(line, terminal);
        }
    }
    return out;
}

} // namespace slipway::ctl
