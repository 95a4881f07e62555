// SPDX-License-Identifier: GPL-3.0-or-later
// How a tag is read: the contract's section 4, "Shape of a tag". Registries have tens of thousands of tags, so this is
// one walk over the text without regular expressions or copies.
#include "core/image/version.h"

#include "core/image/characters.h"
#include "core/image/versiontail.h"

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;
using namespace characters;

namespace
{

bool isDateSeparator(QChar c)
{
    return c == u'-' || c == u'_';
}

/// Where the numbers begin; -1 if the tag has no digit outside of a commit at its end.
qsizetype firstDigit(QStringView tag)
{
    const auto first = std::ranges::find_if(tag, isDigit);
    if (first == tag.end())
        return -1;
    const auto lastPiece = std::find_if(tag.rbegin(), tag.rend(), isSeparator).base();
    return first >= lastPiece && isCommit({lastPiece, tag.end()}) ? -1 : first - tag.begin();
}

/// Where the numbers begin: at the first digit, or where the first segment is a name with digits and a later one has
/// numbers with a dot, there (`pg15-v1.4.0`). -1 if the tag is no version.
qsizetype numbersBegin(QStringView tag)
{
    const auto first = firstDigit(tag);
    const auto dash = tag.indexOf(u'-');
    const bool startsWithVersion = tag.startsWith(u'v') && first == 1;
    if (first < 0 || first > dash || !isLetter(tag.front()) || startsWithVersion)
        return first;
    for (const auto segment : tag.sliced(dash + 1).tokenize(u'-')) {
        const auto numbers = segment.startsWith(u'v') ? segment.sliced(1) : segment;
        if (!numbers.isEmpty() && isDigit(numbers.front()) && numbers.contains(u'.'))
            return numbers.begin() - tag.begin();
    }
    return first;
}

/// Whether the text begins like the pattern: `#` is a digit, `-` the separator of a date.
bool beginsLike(QStringView text, QStringView pattern)
{
    const auto fits = [](QChar c, QChar wanted) {
        return wanted == u'#' ? isDigit(c) : wanted == u'-' ? isDateSeparator(c) : c == wanted;
    };
    return text.size() >= pattern.size() && std::ranges::equal(text.first(pattern.size()), pattern, fits);
}

/// Reads YYYY-MM-DD, perhaps with Thh-mm-ssZ. Returns its length; 0 if there is none.
qsizetype readDate(QStringView text, Numbers &numbers)
{
    constexpr QStringView date = u"####-##-##";
    constexpr QStringView time = u"T##-##-##Z";
    if (!beginsLike(text, date) || (text.size() > date.size() && isDigit(text.at(date.size()))))
        return 0;
    numbers = {text.first(4), text.sliced(5, 2), text.sliced(8, 2)};
    if (!beginsLike(text.sliced(date.size()), time))
        return date.size();
    for (const auto begin : {11, 14, 17})
        numbers.append(text.sliced(begin, 2));
    return date.size() + time.size();
}

/// Reads digits joined by dots. Returns their length.
qsizetype readDotted(QStringView text, Numbers &numbers)
{
    for (qsizetype begin = 0;;) {
        const auto end = std::find_if_not(text.begin() + begin, text.end(), isDigit) - text.begin();
        numbers.append(text.sliced(begin, end - begin));
        if (end + 1 >= text.size() || text.at(end) != u'.' || !isDigit(text.at(end + 1)))
            return end;
        begin = end + 1;
    }
}

} // namespace

std::optional<Version> parseVersion(const QString &tag)
{
    const QStringView text{tag};
    const auto begin = numbersBegin(text);
    if (begin < 0)
        return {};

    const auto prefix = text.first(begin);
    const bool hasV = prefix.endsWith(u'v') && (begin == 1 || isSeparator(prefix.at(begin - 2)));
    Version version{.tag = tag, .prefix = hasV ? prefix.chopped(1) : prefix, .hasV = hasV, .numbers = {}};

    auto rest = text.sliced(begin);
    const auto date = readDate(rest, version.numbers);
    rest = rest.sliced(date > 0 ? date : readDotted(rest, version.numbers));
    readTail(rest, version);
    return version;
}

} // namespace slipway
