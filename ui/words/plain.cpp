// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/plain.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::words
{

namespace
{

bool isHidden(char32_t character)
{
    if (character == U'\n' || character == U'\t')
        return false;
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // bidi marks, zero-width characters, tags
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return true;
    default: return false;
    }
}

} // namespace

QString inControl(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

QString tooltip(const QString &text)
{
    if (text.isEmpty())
        return {};
    // Qt would break even a short line of rich text in two.
    const bool isNarrow = std::ranges::all_of(text.split(u'\n'), [](const QString &line) { return line.size() <= 80; });
    return u"<p style='white-space:%1; margin:0'>%2</p>"_s.arg(isNarrow ? u"pre"_s : u"pre-wrap"_s,
                                                               visible(text).toHtmlEscaped());
}

QString tooltip(const QString &name, const QKeySequence &keys)
{
    return tooltip(keys.isEmpty() ? name : u"%1 (%2)"_s.arg(name, keys.toString(QKeySequence::NativeText)));
}

QString visible(const QString &text)
{
    if (!hasHidden(text))
        return text;
    QString shown;
    const auto characters = text.toUcs4();
    for (const auto character : characters) {
        if (isHidden(character))
            shown += u"⟨U+%1⟩"_s.arg(static_cast<uint>(character), 4, 16, QChar(u'0')).toUpper();
        else
            shown += QChar::fromUcs4(character);
    }
    return shown;
}

QString prose(const QString &text)
{
    QString shown;
    qsizetype from = 0;
    static const QRegularExpression code(u"(?<!`)`([^`\\s](?:[^`]*[^`\\s])?)`(?!`)"_s);
    auto spans = code.globalMatch(text);
    while (spans.hasNext()) {
        const auto span = spans.next();
        shown += QStringView(text).sliced(from, span.capturedStart() - from) + u'“' + span.capturedView(1) + u'”';
        from = span.capturedEnd();
    }
    return visible(shown + QStringView(text).sliced(from));
}

bool hasHidden(QStringView text)
{
    return std::ranges::any_of(text.toUcs4(), isHidden);
}

QString isolated(const QString &text)
{
    return QChar(0x2066) + text + QChar(0x2069);
}

} // namespace slipway::words
