// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/reviewscreen.h"

#include "ui/feedback/confirm.h"
#include "ui/feedback/emptystate.h"
#include "ui/look/buttons.h"
#include "ui/look/label.h"
#include "ui/review/changebox.h"
#include "ui/review/changelist.h"
#include "ui/review/changepage.h"
#include "ui/review/notice.h"
#include "ui/review/orderbutton.h"

#include <QAction>
#include <QCoroTask>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::review
{
namespace
{

/// What a preview is made of; as long as it stays, so does the preview.
QString basisOf(const Change &change, const workspace::Snapshot &snapshot)
{
    const auto *pull = snapshot.find(change.pullRequest);
    QString basis = change.id() + u'\n' + snapshot.commit;
    if (pull)
        basis += u'\n' + pull->headCommit;
    for (const auto &key : change.rows)
        if (const auto *row = snapshot.find(key); row && row->judgement && row->judgement->candidate)
            basis += u'\n' + row->judgement->candidate->digest.text();
    return basis;
}

} // namespace

ReviewScreen::ReviewScreen(workspace::Actions actions, QSettings &settings, QWidget *parent)
    : QWidget{parent}
    , m_actions{std::move(actions)}
    , m_facts{new look::Label{{}, look::Type::Body, look::Token::TextMuted, this}}
    , m_notice{new Notice{this}}
    , m_list{new ChangeList{this}}
    , m_box{new ChangeBox{this}}
    , m_page{new ChangePage{settings, this}}
    , m_empty{new feedback::EmptyState{this}}
    , m_order{new OrderButton{settings, this}}
{
    m_empty->setFocusPolicy(Qt::TabFocus);
    addActions();
    addCopying();
    m_right = new QStackedWidget{this};
    m_right->addWidget(m_page);
    m_right->addWidget(m_empty);
    build();

    connect(m_list, &ChangeList::chosen, this, &ReviewScreen::showCurrent);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list, &QWidget::customContextMenuRequested, this, &ReviewScreen::openMenu);
    connect(m_order, &OrderButton::chosen, this, [this] {
        listChanges();
        showCurrent();
    });
    connect(m_box, &ChangeBox::chosen, m_list, &ChangeList::choose);
    connect(m_list, &ChangeList::activated, m_page, [this] { m_page->setFocus(); });
    connect(m_page, &ChangePage::openRequested, m_open, &QAction::trigger);
    connect(m_page, &ChangePage::editRequested, m_edit, &QAction::trigger);
    connect(m_page, &ChangePage::closeRequested, this, &ReviewScreen::askToClose);
    connect(m_notice, &Notice::pullRequestRequested, this, [this](int number) {
        choosePullRequest(number);
        m_list->setFocus();
    });
    connect(m_notice, &Notice::read, this, [this] { m_actions.dismissInterruptions(); });
    connect(m_page, &ChangePage::pageRequested, this, &ReviewScreen::pageRequested);
    connect(m_page, &ChangePage::copied, this, &ReviewScreen::copied);
    connect(m_notice, &Notice::signInRequested, this, [this] { m_actions.signIn(); });
    connect(m_page, &ChangePage::signInRequested, this, [this] { m_actions.signIn(); });
    connect(m_page, &ChangePage::retryRequested, this, [this] {
        m_previewed.clear();
        m_actions.checkNow();
        showCurrent();
    });
}

ReviewScreen::~ReviewScreen()
{
    m_previewing.request_stop();
}

void ReviewScreen::show(const workspace::Snapshot &snapshot, const QDateTime &now)
{
    m_snapshot = snapshot;
    m_now = now;
    listChanges();
    const int count = awaiting();
    m_facts->setText(count == 0   ? tr("Nothing awaits you")
                     : count == 1 ? tr("1 awaits you")
                                  : tr("%n await you", nullptr, count));
    m_notice->show(snapshot.interruptions);
    showCurrent();
}

void ReviewScreen::listChanges()
{
    const bool wasEmpty = m_changes.isEmpty();
    m_changes = changesOf(m_snapshot, m_now, m_order->order());
    if (m_changes.isEmpty() != wasEmpty)
        fit();
    m_list->show(m_changes);
}

void ReviewScreen::showError(const Error &error, std::function<void()> again)
{
    m_notice->show(error, std::move(again));
}

int ReviewScreen::awaiting() const
{
    return awaitingCount(m_changes);
}

bool ReviewScreen::isSettled() const
{
    return !m_list->current() || !m_isPreviewing;
}

void ReviewScreen::choose(const workspace::RowKey &key)
{
    const auto found = std::ranges::find_if(m_changes, [&](const Change &change) { return change.rows.contains(key); });
    if (found != m_changes.end())
        m_list->choose(found->id());
}

void ReviewScreen::choosePullRequest(int number)
{
    m_list->choose(u"#%1"_s.arg(number));
}

void ReviewScreen::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showCurrent();
}

void ReviewScreen::showCurrent()
{
    const auto *change = m_list->current();
    m_box->show(m_changes, change ? change->id() : QString{});
    m_right->setCurrentWidget(change ? static_cast<QWidget *>(m_page) : m_empty);
    judgeDeeds(change);
    if (!change) {
        m_empty->show({.icon = u"state-ok"_s,
                       .what = tr("Nothing awaits you."),
                       .more = tr("Updates and pull requests of Slipway stand here.")});
        return;
    }
    const auto basis = basisOf(*change, m_snapshot);
    if (m_previewed != basis) {
        m_preview.reset();
        m_previewed.clear();
        if (isVisible()) { // else when it is shown: a preview is some requests
            m_previewed = basis;
            preview(*change);
        }
    }
    const auto *pull = m_snapshot.find(change->pullRequest);
    m_page->show(*change, summaryOf(*change, m_snapshot, m_preview, m_now), pull ? pull->url : QString{});
    m_page->setReasonAgainst(reasonAgainstSending());
}

void ReviewScreen::askToClose()
{
    const auto *change = m_list->current();
    if (!change || change->pullRequest == 0)
        return;
    const int number = change->pullRequest;
    auto *question =
        new feedback::ConfirmDialog{{.title = tr("Close #%1?").arg(number),
                                     .text = tr("%1 is not merged. The update is offered again.").arg(change->name),
                                     .verb = tr("Close pull request")},
                                    this};
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QDialog::accepted, this, [this, number] { close(number); });
    question->open();
}

void ReviewScreen::close(int pullRequest)
{
    QCoro::connect(m_actions.closePullRequest(pullRequest, {}), this, [this, pullRequest](const Result<> &done) {
        if (done)
            Q_EMIT closed(pullRequest);
        else
            showError(done.error(), [this, pullRequest] { close(pullRequest); });
    });
}

} // namespace slipway::review
