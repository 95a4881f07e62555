// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/summary.h"

#include "core/image/version.h"
#include "ui/review/facts.h"
#include "ui/review/text.h"
#include "ui/words/ages.h"
#include "ui/words/states.h"
#include "ui/words/versions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::review
{
namespace
{

using workspace::Preview;
using workspace::PullRequest;
using workspace::Row;
using workspace::Snapshot;
using workspace::State;

int changedLines(const workspace::FilePreview &file)
{
    return int(std::max<qsizetype>(1, file.places.size()));
}

QString titleOf(const Change &change, const Row *row, const PullRequest *pull)
{
    if (pull)
        return pull->title;
    return row && row->judgement && row->judgement->candidate
               ? Text::tr("Update %1 to %2").arg(change.name, row->judgement->candidate->tag)
               : change.name;
}

QString whereOf(const PullRequest *pull, const QDateTime &now)
{
    if (!pull)
        return Text::tr("not opened yet");
    switch (pull->stage) {
    case PullRequest::Stage::Open:
        return Text::tr("opened by %1 %2 ago").arg(pull->author, words::age(pull->openedAt, now));
    case PullRequest::Stage::Merged:
        return Text::tr("merged by %1 %2 ago").arg(pull->endedBy, words::age(pull->endedAt, now));
    case PullRequest::Stage::Closed:
        return Text::tr("closed by %1 %2 ago").arg(pull->endedBy, words::age(pull->endedAt, now));
    }
    return {};
}

QString branchOf(const Change &change, const PullRequest *pull, const Snapshot &snapshot)
{
    return pull ? pull->branch + u" → "_s + pull->into : u"slipway/image/%1 → %2"_s.arg(change.name, snapshot.branch);
}

/// The word of the state, made precise by what is asked of the person.
QString chipOf(const Change &change, const PullRequest *pull, const QString &person)
{
    if (pull && pull->stage == PullRequest::Stage::Merged)
        return Text::tr("Merged");
    if (pull && pull->stage == PullRequest::Stage::Closed)
        return Text::tr("Closed");
    if (pull && change.state == State::Blocked)
        return words::needOf(*pull, person);
    if (pull && change.state == State::UpdateReady)
        return Text::tr("Ready to merge");
    return words::word(change.state);
}

QString bringsOf(const workspace::PreviewedUpdate &update)
{
    return !update.between              ? QString{}
           : update.between->count == 1 ? Text::tr("1 commit")
                                        : Text::tr("%n commits", nullptr, update.between->count);
}

/// Which of the first three numbers is the first that differs.
QString levelOf(const QString &from, const QString &to)
{
    const auto before = parseVersion(from);
    const auto after = parseVersion(to);
    if (!before || !after)
        return {};
    const auto count = std::min(before->numbers.size(), after->numbers.size());
    for (qsizetype i = 0; i < std::min<qsizetype>(3, count); ++i)
        if (before->numbers.at(i) != after->numbers.at(i))
            return i == 0 ? Text::tr("major") : i == 1 ? Text::tr("minor") : Text::tr("patch");
    return {};
}

/// "It is the first minor release since 1.4.2 and brings 7 commits."
QString releaseSentence(const workspace::PreviewedUpdate &update, const Row *row)
{
    const auto &from = update.move.from.tag;
    const auto brings = bringsOf(update);
    const auto level = levelOf(from, update.move.to.tag);
    const bool isPattern = row && row->policy.follow == config::Follow::Regex;
    const int releases = row ? row->releasesBehind : 1;
    QString is;
    if (level.isEmpty() || isPattern)
        is = Text::tr("It is the next release after %1").arg(from);
    else if (releases > 1)
        is = Text::tr("It is %1 releases newer than %2").arg(releases).arg(from);
    else
        is = Text::tr("It is the first %1 release since %2").arg(level, from);
    return brings.isEmpty() ? is + u'.' : Text::tr("%1 and brings %2.").arg(is, brings);
}

QString pushSentence(const workspace::PreviewedUpdate &update, const Row *row, const QDateTime &now)
{
    auto sentence = Text::tr("%1 points to a newer image").arg(update.move.to.tag);
    if (row && row->newestCreated.isValid())
        sentence +=
            Text::tr(", pushed on %1, %2")
                .arg(words::day(row->newestCreated.toLocalTime().date(), now), words::clockTime(row->newestCreated));
    const auto brings = bringsOf(update);
    return brings.isEmpty() ? sentence + u'.' : Text::tr("%1; it brings %2.").arg(sentence, brings);
}

QString textOf(const Preview &preview, const Snapshot &snapshot, const QDateTime &now)
{
    QStringList sentences{linesSentence(preview.files)};
    QSet<QString> told;
    for (const auto &update : preview.updates) {
        if (told.contains(update.move.service))
            continue;
        told.insert(update.move.service);
        const auto *row = snapshot.find(update.key);
        auto sentence =
            update.move.from.tag == update.move.to.tag ? pushSentence(update, row, now) : releaseSentence(update, row);
        const bool isOnly = std::ranges::all_of(
            preview.updates, [&](const auto &other) { return other.move.service == update.move.service; });
        sentences.append(isOnly ? sentence : update.move.service + u": "_s + sentence);
    }
    return sentences.join(u' ');
}

} // namespace

QString linesSentence(const QList<workspace::FilePreview> &files)
{
    if (files.isEmpty())
        return Text::tr("Nothing changes.");
    int lines = 0;
    for (const auto &file : files)
        lines += changedLines(file);
    if (files.size() == 1)
        return lines == 1 ? Text::tr("One line changes in %1.").arg(files.first().path)
                          : Text::tr("%1 lines change in %2.").arg(lines).arg(files.first().path);
    const bool isOneEach = std::ranges::all_of(files, [](const auto &file) { return changedLines(file) == 1; });
    return isOneEach ? Text::tr("One line changes in each of %1 files.").arg(files.size())
                     : Text::tr("%1 lines change in %2 files.").arg(lines).arg(files.size());
}

Summary summaryOf(const Change &change, const Snapshot &snapshot, const std::optional<Preview> &preview,
                  const QDateTime &now)
{
    const auto *pull = change.pullRequest > 0 ? snapshot.find(change.pullRequest) : nullptr;
    const auto *row = change.rows.isEmpty() ? nullptr : snapshot.find(change.rows.first());
    Summary summary{
        .title = titleOf(change, row, pull),
        .where = whereOf(pull, now),
        .branch = branchOf(change, pull, snapshot),
        .chip = chipOf(change, pull, snapshot.person),
        .facts = factsOf(change, snapshot, preview, now),
    };
    if (preview) {
        summary.warning = warningOf(*preview, snapshot);
        if (!summary.warning)
            summary.text = textOf(*preview, snapshot, now);
    }
    return summary;
}

} // namespace slipway::review
