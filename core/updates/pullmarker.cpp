// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/updates/pullmarker.h"

#include "core/base/json.h"
#include "core/registry/tags.h"
#include "core/updates/text.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::updates
{

namespace
{

constexpr auto opening = "<!-- slipway:"_L1;
constexpr auto closing = " -->"_L1;
constexpr qsizetype mostMarkers = 1000;
constexpr qsizetype longestText = 300; // of a service's name, or a value

/// JSON has other ways to write what would end the comment that it stands in.
QString hidden(const QJsonObject &marker)
{
    auto json = QString::fromUtf8(QJsonDocument{marker}.toJson(QJsonDocument::Compact));
    json.replace(u'<', u"\\u003c"_s).replace(u'>', u"\\u003e"_s);
    return opening + json + closing;
}

Result<QString> parseText(QStringView text)
{
    const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control; };
    if (text.size() <= longestText && std::ranges::none_of(text, isControl))
        return text.toString();
    return failure({Error::Kind::InvalidInput, Text::tr("No line of text.")});
}

Result<QString> parseName(QStringView text)
{
    if (text.isEmpty())
        return failure({Error::Kind::InvalidInput, Text::tr("No name.")});
    return parseText(text);
}

UpdateMarker readUpdate(const json::Value &in)
{
    return {
        .service = in["service"_L1].parsed(parseName),
        .from = in["from"_L1].parsed(parsePinnedTag),
        .to = in["to"_L1].parsed(parsePinnedTag),
        .base = in["base"_L1].parsed(ObjectId::parse),
    };
}

PolicyMarker readPolicy(const json::Value &in)
{
    return {
        .service = in["service"_L1].parsed(parseName),
        .key = in["key"_L1].parsed(parseName),
        .value = in["value"_L1].parsed(parseText),
        .base = in["base"_L1].parsed(ObjectId::parse),
    };
}

/// The JSON of a line that is a marker; nothing otherwise.
std::optional<QByteArray> hiddenIn(QStringView line)
{
    const auto trimmed = line.trimmed(); // GitHub's own editor ends lines with CR LF
    if (!trimmed.startsWith(opening) || !trimmed.endsWith(closing) || trimmed.size() < opening.size() + closing.size())
        return std::nullopt;
    return trimmed.sliced(opening.size()).chopped(closing.size()).toUtf8();
}

} // namespace

QString text(const PinnedTag &pinned)
{
    return pinned.digest ? pinned.tag + u'@' + pinned.digest->text() : pinned.tag;
}

Result<PinnedTag> parsePinnedTag(QStringView text)
{
    const auto at = text.indexOf(u'@');
    const auto tag = at < 0 ? text : text.first(at);
    const auto digest = at < 0 ? std::nullopt : std::optional{Digest::parse(text.sliced(at + 1))};
    if (digest && !*digest)
        return failure(digest->error());
    if ((tag.isEmpty() && !digest) || (!tag.isEmpty() && !registry::isTag(tag)))
        return failure({Error::Kind::InvalidInput, Text::tr("“%1” is no tag.").arg(tag.left(longestText))});
    return PinnedTag{tag.toString(), digest ? std::optional{**digest} : std::nullopt};
}

QString markerLine(const UpdateMarker &marker)
{
    return hidden({{u"base"_s, marker.base.text()},
                   {u"from"_s, text(marker.from)},
                   {u"service"_s, marker.service},
                   {u"to"_s, text(marker.to)}});
}

QString markerLine(const PolicyMarker &marker)
{
    return hidden({{u"base"_s, marker.base.text()},
                   {u"key"_s, marker.key},
                   {u"service"_s, marker.service},
                   {u"value"_s, marker.value}});
}

Markers readMarkers(const QString &body)
{
    Markers markers;
    qsizetype count = 0;
    const auto lines = QStringView{body}.split(u'\n');
    for (const auto line : lines) {
        const auto json = hiddenIn(line);
        if (!json)
            continue;
        if (++count > mostMarkers)
            break;
        if (auto update = json::decode(*json, readUpdate))
            markers.updates.append(*std::move(update));
        else if (auto policy = json::decode(*json, readPolicy))
            markers.policies.append(*std::move(policy));
    }
    return markers;
}

QString withoutMarkers(const QString &body)
{
    QStringList lines = body.split(u'\n');
    lines.removeIf([](const QString &line) { return hiddenIn(line).has_value(); });
    auto visible = lines.join(u'\n');
    while (visible.endsWith("\n\n"_L1))
        visible.chop(1);
    return visible;
}

} // namespace slipway::updates
