// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/jsontext.h"

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

bool isEscaped(QStringView text, qsizetype at)
{
    const QChar c = text[at];
    if (c < u'\x7f')
        return c < u' ' || c == u'"' || c == u'\\';
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
    m_out += '"';
    append(name);
    m_out += "\":";
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
    qsizetype plainFrom = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!isEscaped(text, at))
            continue;
        append(text.sliced(plainFrom, at - plainFrom));
        m_out += escaped(text[at]);
        plainFrom = at + 1;
    }
    append(text.sliced(plainFrom));
    m_out += '"';
}

void JsonText::append(QStringView text)
{
    const auto size = m_out.size();
    m_out.resize(size + m_utf8.requiredSpace(text.size()));
    const auto *end = m_utf8.appendToBuffer(m_out.data() + size, text);
    m_out.truncate(end - m_out.constData());
}

} // namespace slipway::ctl
