// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/encoding.h"

#include "core/yaml/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::yaml
{

namespace
{

constexpr qsizetype mostBytes = 16 * 1024 * 1024;
constexpr QByteArrayView byteOrderMark = "\xef\xbb\xbf";

bool beginsCharacter(char c)
{
    return (static_cast<uchar>(c) & 0xc0) != 0x80;
}

ParseError errorAt(const QByteArray &text, qsizetype offset, ParseError::Code code, const QString &message)
{
    auto before = QByteArrayView{text}.first(offset);
    if (before.startsWith(byteOrderMark))
        before = before.sliced(byteOrderMark.size());
    const auto lineBegin = before.lastIndexOf('\n') + 1;
    const auto column = std::ranges::count_if(before.sliced(lineBegin), beginsCharacter) + 1;
    return {code, static_cast<int>(before.count('\n')) + 1, static_cast<int>(column), message};
}

/// Where the first byte is that is no UTF-8; the text has one.
qsizetype firstBadByte(QByteArrayView text)
{
    qsizetype at = 0;
    while (at < text.size()) {
        const auto lead = static_cast<uchar>(text[at]);
        const qsizetype length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        if (!text.sliced(at, std::min(length, text.size() - at)).isValidUtf8())
            break;
        at += length;
    }
    return at;
}

bool isControl(char c)
{
    const auto byte = static_cast<uchar>(c);
    const bool isSpace = (byte == '\t') | (byte == '\n') | (byte == '\r');
    return ((byte < 0x20) & !isSpace) | (byte == 0x7f);
}

/// Looks at all of it, without branches or a way out: so the compiler takes many bytes at once.
bool hasControl(QByteArrayView text)
{
    uchar has = 0;
    for (const char c : text)
        has |= static_cast<uchar>(isControl(c));
    return has != 0;
}

} // namespace

std::optional<ParseError> unreadable(const QByteArray &text)
{
    if (text.size() > mostBytes)
        return ParseError{ParseError::Code::Invalid, 1, 1, Text::tr("The file is bigger than 16 MiB.")};
    if (text.startsWith("\xff\xfe") || text.startsWith("\xfe\xff"))
        return ParseError{ParseError::Code::Encoding, 1, 1,
                          Text::tr("The file is written in UTF-16; save it as UTF-8.")};
    if (!text.isValidUtf8()) {
        const auto offset = firstBadByte(text);
        const auto byte = QString::number(static_cast<uchar>(text[offset]), 16).toUpper();
        return errorAt(text, offset, ParseError::Code::Encoding,
                       Text::tr("The byte 0x%1 is not UTF-8 here; save the file as UTF-8.").arg(byte));
    }
    if (!hasControl(text))
        return {};
    const auto control = std::ranges::find_if(text, isControl);
    const auto message = *control == '\0' ? Text::tr("A NUL byte may not stand in YAML.")
                                          : Text::tr("A control character (0x%1) may not stand in YAML.")
                                                .arg(static_cast<int>(*control), 2, 16, QChar{u'0'});
    return errorAt(text, std::distance(text.begin(), control), ParseError::Code::Invalid, message);
}

} // namespace slipway::yaml
