// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/actions/policychanges.h"

#include "core/config/policyedit.h"

using namespace Qt::StringLiterals;

namespace slipway::workspace
{
namespace
{

using Proposed = updates::PolicyChange;
using Key = Proposed::Key;

std::optional<Key> keyNamed(const QString &name)
{
    for (const auto key : {Key::Hold, Key::Ignore, Key::Level, Key::Pin}) {
        if (updates::text(key) == name)
            return key;
    }
    return std::nullopt;
}

config::Hold holdOf(const QString &value)
{
    if (value == "true"_L1)
        return config::HoldForever{};
    const auto day = QDate::fromString(value, Qt::ISODate);
    return day.isValid() ? config::Hold{day} : config::Hold{config::HoldUntilVersion{value}};
}

Result<QByteArray> withChange(const QByteArray &text, const Proposed &change)
{
    const auto &[service, key, value] = change;
    switch (key) {
    case Key::Hold:
        return value.isEmpty() ? config::withoutHold(text, service) : config::withHold(text, service, holdOf(value));
    case Key::Ignore: return config::withIgnored(text, service, {value});
    case Key::Level:
        return config::withLevel(text, service,
                                 value == "patch"_L1   ? config::Level::Patch
                                 : value == "major"_L1 ? config::Level::Major
                                                       : config::Level::Minor);
    case Key::Pin:
        return config::withPin(text, service,
                               value == "always"_L1  ? config::Pin::Always
                               : value == "never"_L1 ? config::Pin::Never
                                                     : config::Pin::Keep);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

Result<QByteArray> withPolicies(QByteArray text, const QList<Proposed> &changes)
{
    for (const auto &change : changes) {
        const auto next = withChange(text, change);
        if (!next)
            return next;
        text = *next;
    }
    return text;
}

QString policyFile()
{
    return u".github/slipway.yml"_s;
}

QByteArray policyBytes(const updates::RepositoryFiles &files)
{
    return files.blobs.value(files.tree.value(policyFile()).blob);
}

QList<Proposed> proposedIn(const QList<updates::PolicyMarker> &markers)
{
    QList<Proposed> changes;
    for (const auto &marker : markers) {
        if (const auto key = keyNamed(marker.key))
            changes.append({.service = marker.service, .key = *key, .value = marker.value});
    }
    return changes;
}

} // namespace slipway::workspace
