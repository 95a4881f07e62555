// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pullrequest/assurances.h"

#include "ui/pullrequest/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::pullrequest
{
namespace
{

using workspace::Draft;
using workspace::Preview;

/// "one", "two", "three", then digits.
QString inWords(int count)
{
    const QStringList words{Text::tr("one"),  Text::tr("two"),  Text::tr("three"),
                            Text::tr("four"), Text::tr("five"), Text::tr("six")};
    return count >= 1 && count <= words.size() ? words.at(count - 1) : QString::number(count);
}

int valuesIn(const Preview &preview)
{
    int values = 0;
    for (const auto &file : preview.files)
        values += int(file.places.size());
    return values;
}

/// Each image once, however many files it stands in.
QList<workspace::PreviewedUpdate> images(const Preview &preview)
{
    QList<workspace::PreviewedUpdate> each;
    for (const auto &update : preview.updates)
        if (std::ranges::none_of(each, [&](const auto &other) { return other.move.service == update.move.service; }))
            each.append(update);
    return each;
}

QString bytesSentence(const Preview &preview)
{
    const int values = valuesIn(preview);
    const bool isOneFile = preview.files.size() == 1;
    if (values == 1)
        return Text::tr("Only the image value differs; every other byte of the file is the same");
    return (isOneFile ? Text::tr("Only the %1 image values differ; every other byte of the file is the same")
                      : Text::tr("Only the %1 image values differ; every other byte of the files is the same"))
        .arg(inWords(values));
}

QString registrySentence(const QList<workspace::PreviewedUpdate> &updates)
{
    const auto claims =
        std::ranges::count_if(updates, [](const auto &update) { return !update.claimedProvenance.workflow.isEmpty(); });
    if (updates.size() == 1)
        return claims ? Text::tr("The image is in the registry and claims its provenance")
                      : Text::tr("The image is in the registry; it claims no provenance");
    const auto there = updates.size() == 2 ? Text::tr("Both images are in the registry")
                                           : Text::tr("All %1 images are in the registry").arg(updates.size());
    return Text::tr("%1; %2 of %3 claims its provenance").arg(there).arg(claims).arg(updates.size());
}

Assurance platforms(const QList<workspace::PreviewedUpdate> &updates)
{
    QStringList without;
    for (const auto &update : updates)
        if (!update.platformsAreAllThere)
            without.append(update.move.service);
    if (!without.isEmpty())
        return {false, Text::tr("%1 loses a platform that it has now").arg(without.join(u", "_s))};
    if (updates.size() == 1)
        return {true, Text::tr("The image still has all its platforms")};
    return {true, updates.size() == 2 ? Text::tr("Both images still have all their platforms")
                                      : Text::tr("All images still have all their platforms")};
}

} // namespace

QList<Assurance> assurancesOf(const Draft &draft)
{
    if (!draft.policyChange.isEmpty())
        return {{true, Text::tr("Only this setting differs; every old line still stands")}};
    const auto updates = images(draft.preview);
    QList<Assurance> all{{true, bytesSentence(draft.preview)}, {true, registrySentence(updates)}, platforms(updates)};
    if (draft.pullRequest > 0)
        all.append({true, Text::tr("#%1 is open, and gets this").arg(draft.pullRequest), draft.pullRequest});
    else
        all.append({true, draft.services.size() == 1 ? Text::tr("No open pull request has this service")
                                                     : Text::tr("No open pull request has these services")});
    for (const auto &[key, number] : draft.leftOut)
        all.append({false, Text::tr("%1 has #%2; it is updated there.").arg(key.service).arg(number), number});
    return all;
}

QString sizeOf(const Preview &preview)
{
    const auto files = int(preview.files.size());
    const int lines = std::max(valuesIn(preview), files);
    return Text::tr("1 commit, %1, %2")
        .arg(files == 1 ? Text::tr("1 file") : Text::tr("%n files", nullptr, files),
             lines == 1 ? Text::tr("1 line") : Text::tr("%n lines", nullptr, lines));
}

QString restsOn(const Preview &preview)
{
    const auto hashes = hashesOf(preview);
    return Text::tr("Shown for %1 at %2, content %3").arg(preview.into, hashes.first(), hashes.last());
}

QStringList hashesOf(const Preview &preview)
{
    return {preview.baseCommit.first(std::min<qsizetype>(7, preview.baseCommit.size())),
            u"sha256:"_s + preview.contentHash.first(std::min<qsizetype>(8, preview.contentHash.size()))};
}

} // namespace slipway::pullrequest
