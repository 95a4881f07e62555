// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/policyreader.h"

#include "core/config/text.h"
#include "core/image/version.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::config
{
namespace
{

/// One of a few words; anything else is complained of.
template<class Value>
void readWord(Reading &reading, const Entry &entry, const QList<std::pair<QString, Value>> &words, Value &into)
{
    const auto text = textOf(reading, entry);
    if (!text)
        return;
    const auto found = std::ranges::find(words, *text, &std::pair<QString, Value>::first);
    if (found != words.end()) {
        into = found->second;
        return;
    }
    QStringList known;
    for (const auto &word : words)
        known.append(word.first);
    reading.complain(entry.value, Text::tr("`%1` must be one of: %2.").arg(entry.key, known.join(u", "_s)));
}

void readFollow(Reading &reading, const Entry &entry, Policy &policy)
{
    readWord<Follow>(reading, entry,
                     {{u"auto"_s, Follow::Auto},
                      {u"digest"_s, Follow::Digest},
                      {u"semver"_s, Follow::Semver},
                      {u"calver"_s, Follow::Calver},
                      {u"regex"_s, Follow::Regex}},
                     policy.follow);
}

void readLevel(Reading &reading, const Entry &entry, Policy &policy)
{
    readWord<Level>(reading, entry,
                    {{u"patch"_s, Level::Patch}, {u"minor"_s, Level::Minor}, {u"major"_s, Level::Major}}, policy.level);
}

void readPin(Reading &reading, const Entry &entry, Policy &policy)
{
    readWord<Pin>(reading, entry, {{u"always"_s, Pin::Always}, {u"keep"_s, Pin::Keep}, {u"never"_s, Pin::Never}},
                  policy.pin);
}

void readPrereleases(Reading &reading, const Entry &entry, Policy &policy)
{
    policy.prereleases = boolOf(reading, entry).value_or(policy.prereleases);
}

void readMatch(Reading &reading, const Entry &entry, Policy &policy)
{
    const auto text = textOf(reading, entry);
    if (!text)
        return;
    const QRegularExpression expression(*text);
    if (expression.isValid())
        policy.match = *text;
    else
        reading.complain(entry.value, Text::tr("`match` is no regular expression: %1.").arg(expression.errorString()));
}

void readOrder(Reading &reading, const Entry &entry, Policy &policy)
{
    const auto groups = textsOf(reading, entry);
    if (groups && groups->isEmpty())
        reading.complain(entry.value, Text::tr("`order` must name at least one group of `match`."));
    else if (groups)
        policy.order = *groups;
}

/// `17`, `v8.4.2`, `8.4-alpine`; not `3d`.
bool isVersion(const QString &text)
{
    static const QRegularExpression shape(u"^v?\\d+([._-].*)?$"_s);
    return shape.match(text).hasMatch() && parseVersion(text);
}

/// A text that is read as a version; `17` may stand without quotes.
std::optional<QString> versionOf(Reading &reading, const Entry &entry)
{
    const auto text = textOf(reading, entry);
    if (!text || isVersion(*text))
        return text;
    reading.complain(entry.value, Text::tr("`%1` must be a version, such as \"17\" or \"8.4.2\".").arg(entry.key));
    return std::nullopt;
}

void readHold(Reading &reading, const Entry &entry, Policy &policy)
{
    const auto &node = reading.stream.node(entry.value);
    static const QRegularExpression dateShape(u"^\\d{4}-\\d{2}-\\d{2}$"_s);
    const auto text = node.kind == yaml::Kind::Scalar ? QString::fromUtf8(node.value) : QString{};
    if (isTrue(node)) {
        policy.hold = HoldForever{};
    } else if (dateShape.match(text).hasMatch()) {
        const auto day = QDate::fromString(text, Qt::ISODate);
        if (day.isValid())
            policy.hold = day;
        else
            reading.complain(entry.value, Text::tr("`hold`: there is no day %1.").arg(text));
    } else if (isVersion(text)) {
        policy.hold = HoldUntilVersion{text};
    } else {
        reading.complain(entry.value,
                         Text::tr("`hold` must be true, a day such as 2026-12-31, or a version such as \"8.4.2\"."));
    }
}

void readBelow(Reading &reading, const Entry &entry, Policy &policy)
{
    if (const auto version = versionOf(reading, entry))
        policy.below = *version;
}

void readIgnore(Reading &reading, const Entry &entry, Policy &policy)
{
    policy.ignore = textsOf(reading, entry).value_or(policy.ignore);
}

void readMinimumAge(Reading &reading, const Entry &entry, Policy &policy)
{
    const auto text = textOf(reading, entry);
    if (!text)
        return;
    static const QRegularExpression shape(u"^(\\d{1,5})([hdw])$"_s);
    const auto match = shape.match(*text);
    if (*text != "0"_L1 && !match.hasMatch()) {
        reading.complain(entry.value, Text::tr("`minimumAge` must be 0, or a number with h, d or w, such as 3d."));
        return;
    }
    const auto unit = match.captured(2);
    policy.minimumAge = std::chrono::hours(match.captured(1).toInt() * (unit == "w"_L1   ? 168
                                                                        : unit == "d"_L1 ? 24
                                                                                         : 1));
}

void readTag(Reading &reading, const Entry &entry, Policy &policy)
{
    static const QRegularExpression shape(u"^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$"_s);
    const auto text = textOf(reading, entry);
    if (text && shape.match(*text).hasMatch())
        policy.tag = *text;
    else if (text)
        reading.complain(entry.value, Text::tr("`tag` must be a tag, such as stable."));
}

void readPlatforms(Reading &reading, const Entry &entry, Policy &policy)
{
    policy.platforms = platformsOf(reading, entry);
}

using ReadKey = void (*)(Reading &, const Entry &, Policy &);

const QList<std::pair<QString, ReadKey>> &policyKeys()
{
    static const QList<std::pair<QString, ReadKey>> keys{
        {u"follow"_s, readFollow},         {u"level"_s, readLevel},   {u"prereleases"_s, readPrereleases},
        {u"match"_s, readMatch},           {u"order"_s, readOrder},   {u"hold"_s, readHold},
        {u"below"_s, readBelow},           {u"ignore"_s, readIgnore}, {u"pin"_s, readPin},
        {u"minimumAge"_s, readMinimumAge}, {u"tag"_s, readTag},       {u"platforms"_s, readPlatforms},
    };
    return keys;
}

/// The rules between `follow`, `match` and `order`, once the mapping is laid over its base.
void checkRegex(Reading &reading, yaml::NodeId mapping, Policy &policy, bool ownMatch, const QString &what)
{
    if (policy.follow != Follow::Regex) {
        if (ownMatch)
            reading.complain(mapping, Text::tr("%1: `match` and `order` go with `follow: regex` alone.").arg(what));
        policy.match.clear();
        policy.order.clear();
        return;
    }
    if (policy.match.isEmpty() || policy.order.isEmpty()) {
        reading.complain(mapping, Text::tr("%1: `follow: regex` needs both `match` and `order`.").arg(what));
        return;
    }
    const auto groups = QRegularExpression(policy.match).namedCaptureGroups();
    for (const auto &name : std::as_const(policy.order)) {
        if (!groups.contains(name))
            reading.complain(mapping, Text::tr("%1: `match` has no group `%2`, which `order` names.").arg(what, name));
    }
}

} // namespace

QList<Platform> platformsOf(Reading &reading, const Entry &entry)
{
    QList<Platform> platforms;
    const auto texts = textsOf(reading, entry).value_or(QStringList{});
    for (const auto &text : texts) {
        if (const auto platform = Platform::parse(text))
            platforms.append(*platform);
        else
            reading.complain(entry.value,
                             Text::tr("`%1` is no platform; write os/architecture, such as linux/amd64.").arg(text));
    }
    return platforms;
}

Policy readPolicy(Reading &reading, yaml::NodeId mapping, const Policy &base, const QString &what)
{
    auto policy = base;
    bool ownMatch = false;
    QStringList known;
    for (const auto &key : policyKeys())
        known.append(key.first);
    const auto before = reading.problems.size();
    const auto entries = entriesOf(reading, mapping, what);
    for (const auto &entry : entries) {
        const auto key = std::ranges::find(policyKeys(), entry.key, &std::pair<QString, ReadKey>::first);
        if (key == policyKeys().end()) {
            complainOfKey(reading, entry, known);
            continue;
        }
        ownMatch = ownMatch || entry.key == "match"_L1 || entry.key == "order"_L1;
        key->second(reading, entry, policy);
    }
    if (reading.problems.size() == before)
        checkRegex(reading, mapping, policy, ownMatch, what);
    return policy;
}

} // namespace slipway::config
