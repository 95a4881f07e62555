// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/workspacefile.h"

#include "core/config/policyreader.h"
#include "core/config/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::config
{
namespace
{

void readServices(Reading &reading, const Entry &entry, WorkspaceFile &file)
{
    for (const auto allServices = entriesOf(reading, entry.value, u"services"_s); const auto &service : allServices) {
        file.services.insert(service.key, readPolicy(reading, service.value, file.defaults, service.key));
        file.serviceLines.insert(service.key, reading.stream.node(service.keyNode).line);
    }
}

void readFormat(Reading &reading, const QList<Entry> &entries, yaml::NodeId root)
{
    const auto entry = std::ranges::find(entries, u"slipway"_s, &Entry::key);
    if (entry == entries.end())
        reading.complain(root, Text::tr("The first line must be `slipway: 1`: it names the format."));
    else if (const auto text = textOf(reading, *entry); text && *text != "1"_L1)
        reading.complain(entry->value,
                         Text::tr("`slipway: %1` is a format that this version does not know; it knows 1.").arg(*text));
}

/// The keys in the order in which they build on each other, wherever they stand.
void readKeys(Reading &reading, const QList<Entry> &entries, WorkspaceFile &file)
{
    static const QStringList known{u"slipway"_s, u"platforms"_s, u"compose"_s, u"defaults"_s, u"services"_s};
    for (const auto &entry : entries) {
        if (!known.contains(entry.key))
            complainOfKey(reading, entry, known);
    }
    const auto read = [&](const QString &key, auto &&reader) {
        if (const auto entry = std::ranges::find(entries, key, &Entry::key); entry != entries.end())
            reader(*entry);
    };
    read(u"platforms"_s, [&](const Entry &entry) { file.defaults.platforms = platformsOf(reading, entry); });
    read(u"compose"_s, [&](const Entry &entry) { file.compose = textsOf(reading, entry).value_or(QStringList{}); });
    read(u"defaults"_s,
         [&](const Entry &entry) { file.defaults = readPolicy(reading, entry.value, file.defaults, entry.key); });
    read(u"services"_s, [&](const Entry &entry) { readServices(reading, entry, file); });
}

} // namespace

const Policy &WorkspaceFile::policyFor(const QString &service) const
{
    const auto own = services.constFind(service);
    return own == services.cend() ? defaults : *own;
}

std::expected<WorkspaceFile, QList<Problem>> readWorkspaceFile(const QByteArray &text, const QString &path)
{
    const auto stream = yaml::Stream::parse(text);
    if (!stream) {
        const auto &error = stream.error();
        return std::unexpected(QList{Problem{.file = path,
                                             .line = error.line,
                                             .column = error.column,
                                             .code = u"policy-invalid"_s,
                                             .message = error.message}});
    }
    Reading reading{.stream = *stream, .path = path};
    WorkspaceFile file;
    if (stream->documents().size() > 1)
        reading.complain(stream->documents().at(1), Text::tr("slipway.yml is one document; a second one begins here."));
    const auto root = stream->documents().empty() ? yaml::noNode : stream->documents().front();
    if (root == yaml::noNode) {
        reading.complain(root, Text::tr("The file is empty; it must begin with `slipway: 1`."));
        return std::unexpected(reading.problems);
    }
    const auto entries = entriesOf(reading, root, Text::tr("slipway.yml"));
    if (reading.problems.isEmpty())
        readFormat(reading, entries, root);
    readKeys(reading, entries, file);
    if (!reading.problems.isEmpty())
        return std::unexpected(reading.problems);
    return file;
}

} // namespace slipway::config
