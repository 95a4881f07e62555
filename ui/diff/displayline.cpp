// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/displayline.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::diffview
{
namespace
{

constexpr qsizetype tabStop = 4;
constexpr qsizetype shownOfDigest = 12;
constexpr qsizetype digestLength = 64;

/// Source: UAX #9 (explicit formatting), UAX #31 (default ignorable code points).
bool isHidden(QChar character)
{
    const auto code = character.unicode();
    return (code < 0x20 && code != u'\t') || (code >= 0x7f && code <= 0x9f) || code == 0xad || code == 0x61c ||
           (code >= 0x200b && code <= 0x200f) || (code >= 0x2028 && code <= 0x202e) ||
           (code >= 0x2060 && code <= 0x206f) || code == 0xfeff;
}

QString codePoint(QChar character)
{
    return u"U+%1"_s.arg(int(character.unicode()), 4, 16, QChar{u'0'}).toUpper();
}

/// Where the hexadecimal digits of digests begin.
QList<qsizetype> digestsIn(const QString &line)
{
    static const QRegularExpression digest{u"sha256:[0-9a-f]{64}(?![0-9a-f])"_s};
    QList<qsizetype> begins;
    if (!line.contains("sha256:"_L1))
        return begins;
    for (auto found = digest.globalMatch(line); found.hasNext();)
        begins.append(found.next().capturedStart() + qsizetype(sizeof("sha256:") - 1));
    return begins;
}

void append(DisplayLine &line, const QString &text, qsizetype source)
{
    line.text += text;
    line.source.resize(line.text.size(), source);
}

void appendBox(DisplayLine &line, DisplayLine::Box::Kind kind, const QString &text, qsizetype source)
{
    const auto begin = line.text.size();
    append(line, text, source);
    line.boxes.append({kind, {begin, line.text.size()}});
}

} // namespace

DisplayLine displayLine(const QString &line, bool wholeDigests)
{
    const auto digests = wholeDigests ? QList<qsizetype>{} : digestsIn(line);
    DisplayLine shown;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const auto character = line.at(i);
        const bool cuts = std::ranges::any_of(digests, [i](qsizetype begin) { return i == begin + shownOfDigest; });
        if (cuts) {
            appendBox(shown, DisplayLine::Box::Kind::CutDigest, u" … "_s, i);
            i += digestLength - shownOfDigest - 1;
        } else if (character == u'\t') {
            append(shown, QString(tabStop - shown.text.size() % tabStop, u' '), i);
        } else if (isHidden(character)) {
            appendBox(shown, DisplayLine::Box::Kind::Hidden, codePoint(character), i);
        } else {
            append(shown, character, i);
        }
    }
    shown.source.append(line.size());
    return shown;
}

qsizetype DisplayLine::shownAt(qsizetype place) const
{
    return std::ranges::lower_bound(source, place) - source.begin();
}

qsizetype DisplayLine::sourceAt(qsizetype shown) const
{
    return source.at(std::clamp<qsizetype>(shown, 0, source.size() - 1));
}

diff::Range DisplayLine::shownRange(const diff::Range &range) const
{
    // What ends inside of a cut digest is shown up to its box.
    auto end = std::ranges::lower_bound(source, range.end) - source.begin();
    return {std::ranges::lower_bound(source, range.begin) - source.begin(), std::min<qsizetype>(end, text.size())};
}

bool hasHiddenCharacters(QStringView line)
{
    return std::ranges::any_of(line, isHidden);
}

} // namespace slipway::diffview
