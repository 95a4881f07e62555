// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diff/diffpanel.h"
#include "ui/feedback/messagebar.h"
#include "ui/look/label.h"
#include "ui/pullrequest/pullrequestform.h"
#include "ui/pullrequest/pullrequestscreen.h"

#include <QCoroSignal>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace slipway::pullrequest
{

using namespace Qt::StringLiterals;

inline workspace::Draft draftOf(const QString &service, const QString &to, int pullRequest = 0)
{
    const auto file = u"docker-compose.yml"_s;
    return {
        .services = {{file, service}},
        .pullRequest = pullRequest,
        .title = u"Update %1 to %2"_s.arg(service, to),
        .branch = u"slipway/image/%1"_s.arg(service),
        .into = u"main"_s,
        .text = u"%1 is %2."_s.arg(service, to),
        .labels = {u"dependencies"_s, u"docker"_s},
        .preview = {.into = u"main"_s,
                    .baseCommit = QString(40, u'a'),
                    .files = {{.path = file, .before = "a\n", .after = "b\n", .places = {{.line = 1}}}},
                    .updates = {{.key = {file, service}, .move = {service, {u"1"_s}, {to}}}},
                    .contentHash = QString(64, u'0')},
    };
}

/// Where a task waits until the test lets it go on.
class Gate : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    void opened();
};

/// The page, over a workspace that answers as the test says.
struct Page
{
    explicit Page(const QString &settingsFile = {})
        : settings{settingsFile.isEmpty() ? folder.filePath(u"settings.ini"_s) : settingsFile, QSettings::IniFormat}
    {
        screen.resize(1200, 700);
        screen.show();
        screen.activateWindow();
        if (!QTest::qWaitForWindowActive(&screen))
            qFatal("the page is not shown");
    }

    workspace::Actions actions()
    {
        workspace::Actions made;
        made.draftUpdate = [this](QList<workspace::RowKey> services, std::stop_token) { return drafted(services); };
        made.openPullRequest = [this](workspace::Draft draft, std::stop_token stop) { return sent(draft, stop); };
        made.checkNow = [] {};
        return made;
    }
    QCoro::Task<Result<workspace::Draft>> drafted(QList<workspace::RowKey> services)
    {
        QStringList names;
        for (const auto &key : services)
            names.append(key.service);
        const auto which = names.join(u' ');
        asked.append(which);
        if (isHeld)
            co_await qCoro(&gate, &Gate::opened);
        ++answered;
        if (failing.contains(which))
            co_return std::unexpected{failure};
        co_return prepared.value(which, next);
    }
    QCoro::Task<Result<workspace::Opened>> sent(workspace::Draft draft, std::stop_token stop)
    {
        sending = draft;
        co_await qCoro(&gate, &Gate::opened);
        wasStopped = stop.stop_requested();
        if (refusal)
            co_return std::unexpected{*refusal};
        co_return workspace::Opened{.number = 222};
    }
    void draft(const workspace::Draft &draft)
    {
        next = draft;
        screen.draftUpdate(draft.services);
    }
    QLineEdit &title()
    {
        const auto fields = form().findChildren<QLineEdit *>();
        for (auto *each : fields)
            if (each->accessibleName() == u"Title"_s)
                return *each;
        qFatal("no title");
    }
    QPlainTextEdit &text() { return *screen.findChild<QPlainTextEdit *>(); }
    PullRequestForm &form() { return *screen.findChild<PullRequestForm *>(); }
    QPushButton &button(const QString &words)
    {
        const auto buttons = screen.findChildren<QPushButton *>();
        for (auto *each : buttons)
            if (each->text() == words)
                return *each;
        qFatal("no button %s", qPrintable(words));
    }
    /// What stands beside the page's name.
    QString facts()
    {
        const auto labels = screen.findChildren<look::Label *>();
        for (qsizetype i = 1; i < labels.size(); ++i)
            if (labels.at(i - 1)->text() == u"New pull request")
                return labels.at(i)->text();
        return {};
    }
    QString message()
    {
        const auto *bar = screen.findChild<feedback::MessageBar *>();
        return bar->isHidden() ? QString{} : bar->message().what;
    }
    QString more() { return screen.findChild<feedback::MessageBar *>()->message().more; }
    bool isSaid(const QString &text)
    {
        const auto labels = screen.findChildren<look::Label *>();
        return std::ranges::any_of(labels, [&](const look::Label *each) { return each->text() == text; });
    }
    QString diff() { return screen.findChild<diffview::DiffPanel *>()->view().plainText(); }

    QTemporaryDir folder;
    QSettings settings;
    Gate gate;
    workspace::Draft next;
    QHash<QString, workspace::Draft> prepared = {}; ///< by service; for the others: next
    QStringList failing;
    QStringList asked;
    bool isHeld = false;
    int answered = 0;
    workspace::Draft sending;
    bool wasStopped = false;
    Error failure = {.kind = Error::Kind::NotFound, .message = u"There is nothing newer."_s}; ///< of `failing`
    std::optional<Error> refusal = {};
    PullRequestScreen screen{actions(), settings};
};

} // namespace slipway::pullrequest
