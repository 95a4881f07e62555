// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/jsontext.h"

#include <algorithm>

namespace slipway::ctl
{
namespace
{

/// In a text that is no valid UTF-16, a half of a pair stands alone.
bool isLoneSurrogate(QStringView text, qsizetype at)
{
    if (!text[at].isSurrogate())
        return false;
    const bool begins = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
    const bool ends = text[at].isLowSurrogate() && at > 0 && text[at - 1].isHighSurrogate();
    return !begins && !ends;
}

/// What nearly all texts are made of: stands for itself, in one byte.
bool isPlain(QChar c)
{
    return c >= u' ' && c < u'\x7f' && c != u'"' && c != u'\\';
}

bool isEscaped(QStringView text, qsizetype at)
{
    const QChar c = text[at];
    if (c < u'\x7f')
        return !isPlain(c);
    if (c < u'\xa0' || isLoneSurrogate(text, at))
        return true;
    const auto category = c.category();
    return category == QChar::Other_Format || category == QChar::Separator_Line ||
           category == QChar::Separator_Paragraph;
}

QByteArray escaped(QChar c)
{
    switch (c.unicode()) {
    case u'"': return "\\\"";
    case u'\\': return "\\\\";
    case u'\n': return "\\n";
    case u'\r': return "\\r";
    case u'\t': return "\\t";
    default: return "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    }
}

} // namespace

void JsonText::text(QStringView text)
{
    separate();
    quoted(text);
    m_needsComma = true;
}

JsonText &JsonText::key(QStringView name)
{
    separate();
    quoted(name);
    m_out += ':';
    return *this;
}

void JsonText::separate()
{
    if (std::exchange(m_needsComma, false))
        m_out += ',';
}

void JsonText::value(QByteArrayView text)
{
    separate();
    m_out += text;
    m_needsComma = true;
}

void JsonText::begin(char bracket)
{
    separate();
    m_out += bracket;
}

void JsonText::end(char bracket)
{
    m_out += bracket;
    m_needsComma = true;
}

void JsonText::quoted(QStringView text)
{
    m_out += '"';
    std::ranges::all_of(text, isPlain) ? plain(text) : mixed(text);
    m_out += '"';
}

void JsonText::plain(QStringView text)
{
    const auto size = m_out.size();
    m_out.resize(size + text.size());
    std::ranges::transform(text, m_out.data() + size, [](QChar c) { return c.toLatin1(); });
}

void JsonText::mixed(QStringView text)
{
    qsizetype from = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!isEscaped(text, at))
            continue;
        m_out += text.sliced(from, at - from).toUtf8();
        m_out += escaped(text[at]);
        from = at + 1;
    }
    m_out += text.sliced(from).toUtf8();
}

} // namespace slipway::ctl
