// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/imagesactions.h"

#include "ui/images/overview.h"
#include "ui/images/text.h"
#include "ui/images/versions.h"
#include "ui/look/actionbutton.h"
#include "ui/words/plain.h"

#include <QWidget>

using namespace Qt::StringLiterals;

namespace slipway::images
{

using updates::Outcome;
using workspace::Row;
using workspace::Snapshot;

namespace
{

struct Entry
{
    Deed deed;
    const char *name; ///< by which shortcuts are remembered
    const char *text;
    const char *icon;
    const char *keys;
};

// clang-format off
constexpr Entry entries[]{
    {Deed::Review,          "images.review",         QT_TRANSLATE_NOOP("images", "Review update"),        "nav-review",  "V"},
    {Deed::OpenPullRequest, "images.pullRequest",    QT_TRANSLATE_NOOP("images", "Open pull request…"),   "pull-request", "P"},
    {Deed::Hold,            "images.hold",           QT_TRANSLATE_NOOP("images", "Hold…"),                "state-held",  "H"},
    {Deed::Ignore,          "images.ignore",         QT_TRANSLATE_NOOP("images", "Ignore version…"),      "ignore",      "I"},
    {Deed::Pin,             "images.pin",            QT_TRANSLATE_NOOP("images", "Pin…"),                 "pin",         "N"},
    {Deed::Level,           "images.level",          QT_TRANSLATE_NOOP("images", "Change level…"),        "policy",      "E"},
    {Deed::ShowCommits,     "images.commits",        QT_TRANSLATE_NOOP("images", "Show commits"),         "commit",      "C"},
    {Deed::CheckOne,        "images.check",          QT_TRANSLATE_NOOP("images", "Check this image"),     "refresh",     "R"},
    {Deed::OpenPage,        "images.page",           QT_TRANSLATE_NOOP("images", "Open package in browser"), "external", "O"},
    {Deed::OpenSource,      "images.source",         QT_TRANSLATE_NOOP("images", "Open source repository in browser"), "external", ""},
    {Deed::OpenPull,        "images.pullPage",       QT_TRANSLATE_NOOP("images", "Open pull request in browser"), "external", ""},
    {Deed::CopyReference,   "images.copyReference",  QT_TRANSLATE_NOOP("images", "Copy image reference"), "copy",        "Ctrl+Shift+C"},
    {Deed::CopyName,        "images.copyName",       QT_TRANSLATE_NOOP("images", "Copy name"),            "",            "Y"},
    {Deed::Copy,            "images.copy",           QT_TRANSLATE_NOOP("images", "Copy"),                 "",            "Ctrl+C"},
    {Deed::CopyMarkdown,    "images.copyMarkdown",   QT_TRANSLATE_NOOP("images", "Copy as Markdown"),     "",            ""},
    {Deed::Tick,            "images.tick",           QT_TRANSLATE_NOOP("images", "Tick"),                 "",            "Space"},
    {Deed::TickAll,         "images.tickAll",        QT_TRANSLATE_NOOP("images", "Tick all"),             "",            "Ctrl+A"},
    {Deed::Untick,          "images.untick",         QT_TRANSLATE_NOOP("images", "Clear ticks"),          "",            "Esc"},
    {Deed::Down,            "images.nextRow",        QT_TRANSLATE_NOOP("images", "Next row"),             "",            "J"},
    {Deed::Up,              "images.previousRow",    QT_TRANSLATE_NOOP("images", "Previous row"),         "",            "K"},
    {Deed::First,           "images.firstRow",       QT_TRANSLATE_NOOP("images", "First row"),            "",            "G"},
    {Deed::Last,            "images.lastRow",        QT_TRANSLATE_NOOP("images", "Last row"),             "",            "Shift+G"},
    {Deed::Find,            "images.filter",         QT_TRANSLATE_NOOP("images", "Filter"),               "filter",      "/; Ctrl+F"},
    {Deed::TogglePane,      "images.detailsPane",    QT_TRANSLATE_NOOP("images", "Details pane"),         "details-pane", "Ctrl+I"},
};
// clang-format on

bool isOfTheList(Deed deed)
{
    return deed >= Deed::Untick || deed == Deed::TickAll;
}

/// Keys that a button or another list on the screen has a use of its own for.
bool worksInTheList(Deed deed)
{
    switch (deed) {
    case Deed::Copy:
    case Deed::Tick:
    case Deed::TickAll:
    case Deed::Down:
    case Deed::Up:
    case Deed::First:
    case Deed::Last: return true;
    default: return false;
    }
}

/// Does it end in a request that changes something, or asks for what is not here?
bool needsTheNetwork(Deed deed)
{
    switch (deed) {
    case Deed::OpenPullRequest:
    case Deed::Hold:
    case Deed::Ignore:
    case Deed::Pin:
    case Deed::Level:
    case Deed::CheckOne: return true;
    default: return false;
    }
}

QString againstChange(const Row &row)
{
    if (row.judgement && row.judgement->outcome == Outcome::Refused)
        return words::prose(row.judgement->why);
    return {};
}

QString againstUpdate(const Row &row)
{
    if (!row.judgement)
        return Text::tr("It has not been checked yet.");
    switch (row.judgement->outcome) {
    case Outcome::Update: return {};
    case Outcome::Current: return Text::tr("There is nothing newer.");
    default: return words::prose(row.judgement->why);
    }
}

} // namespace

QString reasonAgainst(Deed deed, const Row *row, const Snapshot &snapshot)
{
    if (isOfTheList(deed))
        return {};
    if (!row)
        return Text::tr("Choose an image first.");
    if (needsTheNetwork(deed) && snapshot.offlineSince.isValid())
        return Text::tr("You are offline.");
    const auto *open = snapshot.openFor(*row);
    switch (deed) {
    case Deed::Review: return open ? QString{} : againstUpdate(*row);
    case Deed::OpenPullRequest: return open ? Text::tr("It is updated in #%1.").arg(open->number) : againstUpdate(*row);
    case Deed::Hold:
    case Deed::Pin:
    case Deed::Level: return againstChange(*row);
    case Deed::Ignore:
        return versionPair(*row).to ? againstChange(*row) : Text::tr("There is nothing newer to ignore.");
    case Deed::CopyReference:
        return row->image.repository.registry.isEmpty() ? Text::tr("Its image cannot be read.") : QString{};
    case Deed::OpenSource: return sourcePage(*row).isEmpty() ? Text::tr("Its labels do not name a source.") : QString{};
    case Deed::OpenPull: return open ? QString{} : Text::tr("It has no open pull request.");
    case Deed::OpenPage: return webPage(*row).isEmpty() ? Text::tr("Its registry has no page for it.") : QString{};
    default: return {};
    }
}

QString reasonAgainstTicked(const Snapshot &snapshot)
{
    return snapshot.offlineSince.isValid() ? Text::tr("You are offline.") : QString{};
}

ImagesActions::ImagesActions(QWidget *screen)
    : QObject(screen)
    , m_screen(screen)
{
    for (const auto &entry : entries) {
        auto *action = look::makeAction(QString::fromLatin1(entry.name), Text::tr(entry.text),
                                        QString::fromLatin1(entry.icon), screen);
        if (*entry.keys)
            action->setShortcuts(
                QKeySequence::listFromString(QString::fromLatin1(entry.keys), QKeySequence::PortableText));
        m_actions[entry.deed] = action;
    }
    of(Deed::TogglePane)->setCheckable(true);
}

void ImagesActions::bindKeys(QWidget *list)
{
    for (const auto &entry : entries) {
        auto *action = of(entry.deed);
        const bool isForList = worksInTheList(entry.deed);
        action->setShortcutContext(isForList ? Qt::WidgetShortcut : Qt::WidgetWithChildrenShortcut);
        (isForList ? list : m_screen)->addAction(action);
    }
}

void ImagesActions::judge(const Row *row, const Snapshot &snapshot, bool isTicking)
{
    for (auto each = m_actions.cbegin(); each != m_actions.cend(); ++each) {
        const bool isForTicked = isTicking && each.key() == Deed::OpenPullRequest;
        each.value()->setProperty("object", row && !isOfTheList(each.key()) ? row->key.service : QString{});
        look::allow(each.value(),
                    isForTicked ? reasonAgainstTicked(snapshot) : reasonAgainst(each.key(), row, snapshot));
    }
    of(Deed::Review)->setText(snapshot.offlineSince.isValid() ? Text::tr("Read update") : Text::tr("Review update"));
}

QList<QAction *> ImagesActions::rowMenu() const
{
    return {of(Deed::Review),
            of(Deed::OpenPullRequest),
            nullptr,
            of(Deed::Hold),
            of(Deed::Ignore),
            of(Deed::Pin),
            of(Deed::Level),
            nullptr,
            of(Deed::ShowCommits),
            of(Deed::CheckOne),
            of(Deed::OpenPage),
            of(Deed::OpenSource),
            of(Deed::OpenPull),
            nullptr,
            of(Deed::CopyReference),
            of(Deed::CopyName),
            of(Deed::Copy),
            of(Deed::CopyMarkdown)};
}

} // namespace slipway::images
