// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/updates/changes.h"

#include "core/diff/linediff.h"
#include "core/updates/text.h"
#include "core/yaml/proof.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::updates
{
namespace
{

/// The edits of one file.
struct FileEdits
{
    QString name;
    QString path;
    QList<compose::TextEdit> edits;
};

QList<FileEdits> byFile(const QList<compose::TextEdit> &edits)
{
    QList<FileEdits> files;
    for (const auto &edit : edits) {
        auto file = std::ranges::find(files, edit.path, &FileEdits::path);
        if (file == files.end()) {
            files.append({.name = edit.file, .path = edit.path, .edits = {}});
            file = std::prev(files.end());
        }
        if (!file->edits.contains(edit))
            file->edits.append(edit);
    }
    return files;
}

QList<yaml::Edit> bytesOf(const QList<compose::TextEdit> &edits)
{
    QList<yaml::Edit> bytes;
    for (const auto &edit : edits)
        bytes.append({.begin = edit.begin, .end = edit.end, .text = edit.text});
    return bytes;
}

/// The values that the edited scalars shall have.
QList<yaml::ScalarChange> scalarChanges(const yaml::Stream &stream, QList<compose::TextEdit> edits)
{
    std::ranges::sort(edits, std::ranges::greater{}, &compose::TextEdit::begin);
    QList<yaml::ScalarChange> changes;
    for (const auto &edit : std::as_const(edits)) {
        auto change = std::ranges::find(changes, edit.node, &yaml::ScalarChange::node);
        const auto &node = stream.node(edit.node);
        if (change == changes.end()) {
            changes.append({.node = edit.node, .value = node.value.toByteArray()});
            change = std::prev(changes.end());
        }
        change->value.replace(edit.begin - node.begin, edit.end - edit.begin, edit.text);
    }
    return changes;
}

Result<FileChange> composeChange(const FileEdits &file, const QList<compose::Site> &sites)
{
    const auto site = std::ranges::find_if(
        sites, [&](const compose::Site &each) { return each.place.file && each.place.file->path == file.path; });
    const auto &source = *site->place.file;
    if (!source.isInside)
        return failure(
            {.kind = Error::Kind::Forbidden,
             .message = Text::tr("This file lies outside of the work tree, and Slipway does not write there.")});
    const auto after = yaml::provenEdit(source.stream, bytesOf(file.edits), scalarChanges(source.stream, file.edits));
    if (!after)
        return failure(after.error());
    return FileChange{.name = file.name, .path = file.path, .before = source.stream.text(), .after = *after};
}

/// Whether two readings of an `.env` differ in exactly the edited variables; what is made of others follows them.
bool onlyEditedDiffer(const compose::Environment &before, const compose::Environment &after,
                      const QList<compose::TextEdit> &edits)
{
    if (before.all().size() != after.all().size())
        return false;
    return std::ranges::all_of(before.all(), [&](const compose::VariablePointer &old) {
        const auto now = after.find(old->name);
        if (!now)
            return false;
        const auto edit = std::ranges::find(edits, old->name, &compose::TextEdit::variable);
        if (edit != edits.end())
            return now->value == edit->after.toUtf8();
        return now->value == old->value || !old->uses.isEmpty();
    });
}

Result<FileChange> environmentChange(const FileEdits &file, const compose::Reader &reader)
{
    const auto before = reader.read(file.path);
    if (!before)
        return failure(before.error());
    if (!reader.isInside(file.path))
        return failure(
            {.kind = Error::Kind::Forbidden,
             .message = Text::tr("This file lies outside of the work tree, and Slipway does not write there.")});
    const auto after = yaml::edited(*before, bytesOf(file.edits));
    if (!after)
        return failure(after.error());
    const auto read = compose::readEnvironment(*before, file.name, file.path);
    const auto readAgain = compose::readEnvironment(*after, file.name, file.path);
    if (!read || !readAgain || !onlyEditedDiffer(*read, *readAgain, file.edits))
        return failure({.kind = Error::Kind::InvalidInput,
                        .message = Text::tr("The change would alter more than the meant value, so it is not made.")});
    return FileChange{.name = file.name, .path = file.path, .before = *before, .after = *after};
}

} // namespace

Changes changesOf(const compose::Reader &reader, const QList<compose::Site> &sites,
                  const QList<compose::TextEdit> &edits)
{
    Changes changes;
    for (const auto files = byFile(edits); const auto &file : files) {
        const auto isEnvironment = file.edits.first().node == yaml::noNode;
        const auto change = isEnvironment ? environmentChange(file, reader) : composeChange(file, sites);
        if (change)
            changes.files.append(*change);
        else
            changes.problems.append({.file = file.name,
                                     .line = {},
                                     .column = {},
                                     .code = u"write-failed"_s,
                                     .message = change.error().message});
    }
    return changes;
}

QString diffOf(const QList<FileChange> &changes)
{
    QString diff;
    for (const auto &change : changes)
        diff += diff::unified(change.name, change.before, change.after);
    return diff;
}

} // namespace slipway::updates
