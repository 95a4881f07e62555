// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/policyedit.h"

#include "core/config/text.h"
#include "core/config/workspacefile.h"
#include "core/yaml/entry.h"

#include <QRegularExpression>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace slipway::config
{
namespace
{

std::unexpected<Error> byHand(const QString &why)
{
    return failure({.kind = Error::Kind::InvalidInput,
                    .message = Text::tr("slipway.yml cannot be changed here: %1").arg(why),
                    .remedy = Text::tr("Edit .github/slipway.yml by hand."),
                    .file = u".github/slipway.yml"_s});
}

/// The file as it is read, or what keeps it from being read.
Result<WorkspaceFile> readFile(const QByteArray &text)
{
    auto file = readWorkspaceFile(text, u".github/slipway.yml"_s);
    if (!file)
        return byHand(file.error().first().message);
    return *std::move(file);
}

using Change = std::function<Result<QByteArray>(const yaml::Stream &stream)>;

/// Makes a change and reads the file again: the service has the policy that was meant, and no other has another one.
Result<QByteArray> changed(const QByteArray &given, const QString &service, const Change &change,
                           const std::function<void(Policy &policy)> &meant)
{
    const auto text = given.isEmpty() ? newWorkspaceFile() : given;
    const auto before = readFile(text);
    if (!before)
        return failure(before.error());
    const auto stream = yaml::Stream::parse(text);
    const auto made = change(*stream); // it was read once already
    if (!made)
        return byHand(made.error().message);
    auto after = readFile(*made);
    if (!after)
        return failure(after.error());
    auto wanted = before->policyFor(service);
    meant(wanted);
    const auto isMade = after->policyFor(service) == wanted;
    auto others = before->services;
    others.remove(service);
    after->services.remove(service);
    if (!isMade || after->services != others || after->defaults != before->defaults ||
        after->compose != before->compose)
        return byHand(Text::tr("the change would alter more than this one policy."));
    return *made;
}

yaml::KeyPath keyOf(const QString &service, const QByteArray &key)
{
    return {"services", service.toUtf8(), key};
}

bool hasKey(const yaml::Stream &stream, const yaml::KeyPath &path)
{
    auto node = stream.documents().empty() ? yaml::noNode : stream.documents().front();
    for (const auto &key : path)
        node = node == yaml::noNode ? node : stream.find(stream.resolved(node), key);
    return node != yaml::noNode;
}

/// A text in double quotes; nothing for one that would need escapes.
std::optional<QByteArray> quoted(const QString &text)
{
    static const QRegularExpression simple(u"^[A-Za-z0-9_.*+-]{1,128}$"_s);
    return simple.match(text).hasMatch() ? std::optional('"' + text.toUtf8() + '"') : std::nullopt;
}

std::optional<QByteArray> valueOf(const Hold &hold)
{
    if (const auto *day = std::get_if<QDate>(&hold))
        return day->toString(Qt::ISODate).toUtf8();
    if (const auto *version = std::get_if<HoldUntilVersion>(&hold))
        return quoted(version->version);
    return "true"_ba;
}

} // namespace

QByteArray newWorkspaceFile()
{
    return "# Which image counts as newest, and when it is offered. Read by Slipway and slipwayctl.\n"
           "slipway: 1\n"_ba;
}

Result<QByteArray> withHold(const QByteArray &text, const QString &service, const Hold &hold)
{
    const auto value = valueOf(hold);
    if (!value)
        return byHand(Text::tr("the version has characters that no version has."));
    return changed(
        text, service,
        [&](const yaml::Stream &stream) { return yaml::withEntry(stream, keyOf(service, "hold"), *value); },
        [&](Policy &policy) { policy.hold = hold; });
}

Result<QByteArray> withoutHold(const QByteArray &text, const QString &service)
{
    const auto read = readFile(text.isEmpty() ? newWorkspaceFile() : text);
    if (!read)
        return failure(read.error());
    const auto fromDefaults = read->defaults.hold;
    return changed(
        text, service, [&](const yaml::Stream &stream) { return yaml::withoutEntry(stream, keyOf(service, "hold")); },
        [&](Policy &policy) { policy.hold = fromDefaults; });
}

Result<QByteArray> withIgnored(const QByteArray &text, const QString &service, const QStringList &tags)
{
    const auto read = readFile(text.isEmpty() ? newWorkspaceFile() : text);
    if (!read)
        return failure(read.error());
    const auto known = read->policyFor(service).ignore;
    auto added = tags;
    added.removeIf([&](const QString &tag) { return known.contains(tag); });
    const auto change = [&](const yaml::Stream &stream) -> Result<QByteArray> {
        // a list of its own takes the place of the one in `defaults`
        const auto list = (hasKey(stream, keyOf(service, "ignore")) ? QStringList{} : known) + added;
        QList<QByteArray> items;
        for (const auto &tag : list) {
            const auto item = quoted(tag);
            if (!item)
                return failure({.kind = Error::Kind::InvalidInput,
                                .message = Text::tr("“%1” has characters that no tag has.").arg(tag)});
            items.append(*item);
        }
        return yaml::withItems(stream, keyOf(service, "ignore"), items);
    };
    return changed(text, service, change, [&](Policy &policy) { policy.ignore += added; });
}

Result<QByteArray> withPin(const QByteArray &text, const QString &service, Pin pin)
{
    const auto value = pin == Pin::Always ? "always"_ba : pin == Pin::Keep ? "keep"_ba : "never"_ba;
    return changed(
        text, service,
        [&](const yaml::Stream &stream) { return yaml::withEntry(stream, keyOf(service, "pin"), value); },
        [&](Policy &policy) { policy.pin = pin; });
}

Result<QByteArray> withLevel(const QByteArray &text, const QString &service, Level level)
{
    const auto value = level == Level::Patch ? "patch"_ba : level == Level::Minor ? "minor"_ba : "major"_ba;
    return changed(
        text, service,
        [&](const yaml::Stream &stream) { return yaml::withEntry(stream, keyOf(service, "level"), value); },
        [&](Policy &policy) { policy.level = level; });
}

} // namespace slipway::config
