// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/cells.h"

#include <QList>

#include <algorithm>
#include <cwchar>

using namespace Qt::StringLiterals;

namespace slipway::ctl
{
namespace
{

bool isPrintableAscii(QChar c)
{
    return c >= u' ' && c <= u'~';
}

bool hides(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return true;
    default: return false;
    }
}

QString writtenOut(char32_t c)
{
    const auto hex = QString::number(c, 16);
    if (c < 0x100)
        return u"\\x"_s + hex.rightJustified(2, u'0');
    return u"\\u{"_s + hex + u'}';
}

int cellsOf(char32_t c)
{
    const int width = wcwidth(static_cast<wchar_t>(c));
    return width < 0 ? 1 : width; // what the C library does not know yet
}

/// As much of the text's beginning as fits; a mark stays with its letter.
qsizetype fitting(QStringView text, int width)
{
    qsizetype at = 0;
    while (at < text.size()) {
        const bool pair = text[at].isHighSurrogate() && at + 1 < text.size();
        const char32_t c = pair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : text[at].unicode();
        width -= cellsOf(c);
        if (width < 0)
            break;
        at += pair ? 2 : 1;
    }
    return at;
}

/// Where the longest ending begins that fits.
qsizetype fittingTail(QStringView text, int width)
{
    qsizetype at = fitting(text, std::max(0, cells(text) - width));
    while (at < text.size() && cells(text.sliced(at)) > width)
        at += text[at].isHighSurrogate() ? 2 : 1;
    while (at < text.size() && cells(text.sliced(at, 1)) == 0)
        ++at; // a mark whose letter is cut off
    return at;
}

} // namespace

QString visible(QStringView text)
{
    if (std::ranges::all_of(text, isPrintableAscii))
        return text.toString();
    QString shown;
    const auto characters = text.toUcs4();
    for (const char32_t c : characters) {
        if (hides(c))
            shown += writtenOut(c);
        else
            shown += QStringView{QChar::fromUcs4(c)};
    }
    return shown;
}

int cells(QStringView text)
{
    if (std::ranges::all_of(text, isPrintableAscii))
        return static_cast<int>(text.size());
    int sum = 0;
    const auto characters = text.toUcs4();
    for (const char32_t c : characters)
        sum += cellsOf(c);
    return sum;
}

QString shortened(const QString &text, int width, QStringView ellipsis)
{
    if (cells(text) <= width)
        return text;
    const int left = width - cells(ellipsis);
    if (left < 2)
        return text.first(fitting(text, width));
    const QStringView view = text;
    return view.first(fitting(view, left - left / 2)) + ellipsis + view.sliced(fittingTail(view, left / 2));
}

QString padded(const QString &text, int width)
{
    return text + QString(std::max(0, width - cells(text)), u' ');
}

QStringList wrapped(QStringView text, int width)
{
    QStringList lines;
    QString line;
    for (QStringView word : text.tokenize(u' ', Qt::SkipEmptyParts)) {
        if (!line.isEmpty() && cells(line) + 1 + cells(word) > width) {
            lines.append(line);
            line.clear();
        }
        while (cells(word) > width) {
            const auto part = std::max<qsizetype>(1, fitting(word, width));
            lines.append(word.first(part).toString());
            word = word.sliced(part);
        }
        line += (line.isEmpty() ? u""_s : u" "_s) + word;
    }
    if (!line.isEmpty())
        lines.append(line);
    return lines;
}

} // namespace slipway::ctl
