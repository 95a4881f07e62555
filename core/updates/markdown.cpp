// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/updates/markdown.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace slipway::updates
{

namespace
{

constexpr qsizetype longest = 200;

/// Those that can begin or end something; `-`, `.`, `+` and the like only do so at the beginning of a line.
bool isMarkup(QChar c)
{
    return u"\\`*[]<>#|~&!"_s.contains(c);
}

bool isWordPart(const QString &text, qsizetype at)
{
    return at >= 0 && at < text.size() && text.at(at).isLetterOrNumber();
}

} // namespace

QString inOneLine(const QString &text)
{
    QString line;
    for (const auto c : text) {
        const auto category = c.category();
        if (category != QChar::Other_Format)
            line.append(c.isSpace() || category == QChar::Other_Control ? QChar{u' '} : c);
    }
    line = std::move(line).simplified();
    return line.size() <= longest ? line : line.first(longest - 1) + u'…';
}

QString plainInMarkdown(const QString &text)
{
    const auto line = inOneLine(text);
    QString plain;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const auto c = line.at(i);
        // An underscore within a word is one; at the edge of a word it begins emphasis.
        const bool isEmphasis = c == u'_' && !(isWordPart(line, i - 1) && isWordPart(line, i + 1));
        if (isMarkup(c) || isEmphasis)
            plain.append(u'\\');
        plain.append(c);
        if (c == u'@')
            plain.append(u'\u200d'); // a joiner without width: no name follows, so nobody is called
    }
    return plain;
}

QString markdownLink(const QString &words, const QString &address)
{
    const QUrl url{address, QUrl::StrictMode};
    if (!url.isValid() || url.scheme() != "https"_L1 || url.host().isEmpty() || !url.userInfo().isEmpty())
        return words;
    auto target = url.toString(QUrl::FullyEncoded);
    target.replace(u'(', u"%28"_s).replace(u')', u"%29"_s);
    return u'[' + words + u"]("_s + target + u')';
}

} // namespace slipway::updates
