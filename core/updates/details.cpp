// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/updates/details.h"

#include "core/yaml/comment.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::updates
{
namespace
{

/// The label `source` as an address of a repository; empty if it is none: only https:// counts.
QString sourceUrl(const ImageFacts &facts)
{
    auto text = facts.label(u"source"_s).trimmed();
    if (const auto fragment = text.indexOf(u'#'); fragment >= 0)
        text.truncate(fragment);
    while (text.endsWith(u'/'))
        text.chop(1);
    if (text.endsWith(".git"_L1))
        text.chop(4);
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && url.scheme() == "https"_L1 && !url.host().isEmpty() && url.userInfo().isEmpty() ? text
                                                                                                            : QString{};
}

/// The label `revision`, if it can stand in an address as it is; empty otherwise.
QString revision(const ImageFacts &facts)
{
    const auto text = facts.label(u"revision"_s);
    const auto isPart = [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'.' ||
               c == u'-' || c == u'_';
    };
    return text.size() <= 64 && std::ranges::all_of(text, isPart) ? text : QString{};
}

bool isGitHub(const QString &url)
{
    return url.startsWith("https://github.com/"_L1, Qt::CaseInsensitive) && url.count(u'/') == 4;
}

/// Whether a comment names a tag: as a word, so that 1.2 is not found in 1.2.3.
bool names(QByteArrayView comment, const QString &tag)
{
    const auto text = QString::fromUtf8(comment);
    const auto isPart = [](QChar c) { return c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u'_'; };
    for (auto at = text.indexOf(tag); at >= 0; at = text.indexOf(tag, at + 1)) {
        const auto end = at + tag.size();
        const auto beginsWord =
            at == 0 || !isPart(text.at(at - 1)) || (text.at(at - 1) == u'v' && (at == 1 || !isPart(text.at(at - 2))));
        const auto endsSentence = end + 1 >= text.size() || !isPart(text.at(end + 1));
        const auto endsWord = end == text.size() || !isPart(text.at(end)) || (text.at(end) == u'.' && endsSentence);
        if (beginsWord && endsWord)
            return true;
    }
    return false;
}

bool dropsPlatform(const CurrentImage &current, const ImageFacts &candidate, const std::optional<Platform> &pinned)
{
    if (pinned)
        return false; // the candidate has it, or it would not be one
    return std::ranges::any_of(current.facts->platforms,
                               [&](const Platform &platform) { return !candidate.platforms.contains(platform); });
}

bool growsMajor(const Subject &subject, const QString &tag)
{
    const auto from = parseVersion(subject.tag);
    const auto to = parseVersion(tag);
    return subject.order.following() == Following::Semver && from && to &&
           compareNumbers(to->numbers.first(), from->numbers.first()) != 0;
}

} // namespace

QList<Risk> risksOf(const Subject &subject, const CurrentImage &current, const ImageFacts &candidate,
                    const QString &candidateTag, const std::optional<Platform> &pinnedPlatform)
{
    QList<Risk> risks;
    if (growsMajor(subject, candidateTag))
        risks.append(Risk::Major);
    if (current.gone)
        risks.append(Risk::CurrentGone);
    const auto changesTag = candidateTag != subject.tag;
    if (changesTag && subject.image().tag &&
        names(yaml::commentBeside(subject.site.place.file->stream, subject.site.place.node), subject.tag))
        risks.append(Risk::StaleComment);
    if (current.facts) {
        if (dropsPlatform(current, candidate, pinnedPlatform))
            risks.append(Risk::PlatformDropped);
        const auto before = current.facts->created();
        const auto after = candidate.created();
        if (before && after && *after < *before)
            risks.append(Risk::OlderBuild);
        const auto oldSource = sourceUrl(*current.facts);
        const auto newSource = sourceUrl(candidate);
        if (!oldSource.isEmpty() && !newSource.isEmpty() && oldSource.compare(newSource, Qt::CaseInsensitive) != 0)
            risks.append(Risk::SourceChanged);
    }
    std::ranges::sort(risks, {}, [](Risk risk) { return code(risk); });
    return risks;
}

std::optional<Source> sourceOf(const CurrentImage &current, const ImageFacts &candidate)
{
    const auto url = sourceUrl(candidate);
    if (url.isEmpty())
        return std::nullopt;
    Source source{.url = url, .from = {}, .to = revision(candidate), .compare = {}};
    if (current.facts)
        source.from = revision(*current.facts);
    const auto sameRepository = current.facts && sourceUrl(*current.facts).compare(url, Qt::CaseInsensitive) == 0;
    if (sameRepository && isGitHub(url) && !source.from.isEmpty() && !source.to.isEmpty())
        source.compare = url + u"/compare/"_s + source.from + u"..."_s + source.to;
    return source;
}

} // namespace slipway::updates
