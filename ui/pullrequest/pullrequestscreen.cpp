// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pullrequest/pullrequestscreen.h"

#include "ui/diff/diffpanel.h"
#include "ui/feedback/actionbar.h"
#include "ui/feedback/messagebar.h"
#include "ui/look/buttons.h"
#include "ui/look/icons.h"
#include "ui/look/label.h"
#include "ui/look/page.h"
#include "ui/look/scheme.h"
#include "ui/look/surfaces.h"
#include "ui/pullrequest/assurancelist.h"
#include "ui/pullrequest/assurances.h"
#include "ui/pullrequest/labelfield.h"

#include <QCoroTask>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway::pullrequest
{
namespace
{

constexpr double formWidth = 372;
constexpr double columnBelow = 960; ///< the width of the window, at a 13 px font

QWidget *labelled(const QString &name, QWidget *field, QWidget *parent)
{
    auto *box = new QWidget{parent};
    auto *rows = new QVBoxLayout{box};
    rows->setContentsMargins({});
    rows->setSpacing(look::space::xs + 2);
    auto *label = new look::Label{name, look::Type::BodyMedium, look::Token::Text, box};
    label->setBuddy(field);
    rows->addWidget(label);
    rows->addWidget(field);
    field->setAccessibleName(name);
    return box;
}

QLineEdit *monoField()
{
    auto *field = new QLineEdit;
    look::keepFont(field, look::Type::Mono);
    field->setLayoutDirection(Qt::LeftToRight);
    return field;
}

} // namespace

PullRequestScreen::PullRequestScreen(workspace::Actions actions, QSettings &settings, QWidget *parent)
    : QWidget{parent}
    , m_actions{std::move(actions)}
    , m_facts{new look::Label{{}, look::Type::Body, look::Token::TextMuted, this}}
    , m_title{new QLineEdit}
    , m_branch{monoField()}
    , m_into{monoField()}
    , m_text{new QPlainTextEdit}
    , m_hidden{new look::Label{{}, look::Type::Small, look::Token::TextMuted, this}}
    , m_labels{new LabelField}
    , m_message{new feedback::MessageBar{feedback::MessageBar::Shape::Inline, this}}
    , m_diff{new diffview::DiffPanel{tr("Exactly this will be sent"), settings, this}}
    , m_assurances{new AssuranceList{this}}
    , m_bar{new feedback::ActionBar{this}}
    , m_create{new look::BusyButton{tr("Create pull request"), tr("Creating…"), u"pull-request"_s,
                                    look::ButtonRole::Primary, this}}
{
    auto *content = new QWidget;
    m_columns = new QBoxLayout{QBoxLayout::LeftToRight, content};
    m_columns->setContentsMargins({});
    m_columns->setSpacing(0);
    m_columns->addWidget(makeForm());
    m_columns->addWidget(m_line = new look::Line{Qt::Vertical, content});
    m_columns->addWidget(makePreview(), 1);
    m_page = new look::Page{content, this};
    auto *cancel = look::makeButton(tr("Cancel"), {}, look::ButtonRole::Secondary, this);
    m_bar->addButton(cancel);
    m_bar->addButton(m_create);
    auto *rows = new QVBoxLayout{this};
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addWidget(makeHeader());
    rows->addWidget(new look::Line{Qt::Horizontal, this});
    rows->addWidget(m_page, 1);
    rows->addWidget(m_bar);
    setFocusProxy(m_title);
    connect(&look::Scheme::current(), &look::Scheme::changed, this, &PullRequestScreen::fit);
    fit();

    connect(cancel, &QAbstractButton::clicked, this, &PullRequestScreen::cancel);
    connect(m_create, &QAbstractButton::clicked, this, &PullRequestScreen::send);
    connect(m_message, &feedback::MessageBar::signInWanted, this, [this] { m_actions.signIn(); });
    connect(m_message, &feedback::MessageBar::helpWanted, this, [this] {
        m_message->dismiss();
        m_actions.checkNow(); // whether it is still offline
        draft();
    });
    connect(m_diff, &diffview::DiffPanel::copied, this, &PullRequestScreen::copied);
    connect(m_diff, &diffview::DiffPanel::failed, this, &PullRequestScreen::showError);
    connect(m_assurances, &AssuranceList::pullRequestRequested, this, &PullRequestScreen::pullRequestRequested);
}

PullRequestScreen::~PullRequestScreen()
{
    m_working.request_stop();
}

QWidget *PullRequestScreen::makeHeader()
{
    auto *header = new QWidget{this};
    look::keepFitted(header, [header] { header->setFixedHeight(look::scaled(56)); });
    auto *back = look::makeIconButton(u"chevron-left"_s, tr("Back"), header);
    connect(back, &QAbstractButton::clicked, this, &PullRequestScreen::left);
    auto *row = new QHBoxLayout{header};
    row->setContentsMargins(look::space::m, 0, look::space::l, 0);
    row->setSpacing(look::space::s);
    row->addWidget(back);
    row->addWidget(new look::Label{tr("New pull request"), look::Type::H1, look::Token::Text, header});
    row->addSpacing(look::space::xs);
    row->addWidget(m_facts, 1);
    return header;
}

QWidget *PullRequestScreen::makeForm()
{
    auto *form = new QWidget;
    auto *rows = new QVBoxLayout{form};
    rows->setContentsMargins(look::space::xl, look::space::l, look::space::xl, look::space::l);
    rows->setSpacing(look::space::l);
    m_into->setReadOnly(true);
    auto *branches = new QHBoxLayout;
    branches->setSpacing(look::space::m);
    branches->addWidget(labelled(tr("Branch"), m_branch, form), 2);
    branches->addWidget(labelled(tr("Into"), m_into, form), 1);
    m_branch->setReadOnly(true);
    m_branch->setToolTip(tr("Slipway finds its pull requests again by this name"));
    m_text->setTabChangesFocus(true);
    look::keepFont(m_text, look::Type::Body);
    rows->addWidget(labelled(tr("Title"), m_title, form));
    rows->addLayout(branches);
    rows->addWidget(labelled(tr("Text"), m_text, form), 1);
    rows->addWidget(m_hidden);
    rows->addWidget(labelled(tr("Labels"), m_labels, form));
    m_form = form;

    auto *scroll = new QScrollArea{this};
    scroll->setWidget(form);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setProperty("pane", true);
    m_formSide = scroll;
    return scroll;
}

QWidget *PullRequestScreen::makePreview()
{
    auto *side = new QWidget{this};
    auto *message = new QVBoxLayout;
    message->setContentsMargins(look::space::xl, look::space::m, look::space::l, 0);
    message->addWidget(m_message);
    auto *rows = new QVBoxLayout{side};
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addLayout(message);
    rows->addWidget(m_diff, 1);
    rows->addWidget(m_assurances);
    rows->addStretch(0);
    m_diff->setFitsContent(true);
    return side;
}

void PullRequestScreen::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

/// Beside each other; below each other where the window is too narrow for that.
void PullRequestScreen::fit()
{
    const bool isNarrow = window()->width() < look::scaled(columnBelow);
    m_columns->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_page->setWhole(isNarrow);
    m_line->setVisible(!isNarrow);
    m_text->setMinimumHeight(look::scaled(isNarrow ? 160 : 72));
    m_formSide->setMinimumWidth(isNarrow ? 0 : look::scaled(formWidth));
    m_formSide->setMaximumWidth(isNarrow ? QWIDGETSIZE_MAX : look::scaled(formWidth));
    m_formSide->setMinimumHeight(isNarrow ? m_form->sizeHint().height() : 0);
    m_diff->setMinimumHeight(look::scaled(isNarrow ? 280 : 120));
}

void PullRequestScreen::draftUpdate(const QList<workspace::RowKey> &services)
{
    if (services != m_services || m_policy)
        forget();
    m_services = services;
    m_policy.reset();
    draft();
}

void PullRequestScreen::draftPolicy(const workspace::PolicyChange &change)
{
    if (change != m_policy)
        forget();
    m_policy = change;
    m_services.clear();
    draft();
}

/// Of one draft nothing gets into another one.
void PullRequestScreen::forget()
{
    m_draft = {};
    m_asDrafted = {};
    m_diff->setFiles({});
    m_message->dismiss();
}

void PullRequestScreen::setSnapshot(const workspace::Snapshot &snapshot)
{
    m_repository = snapshot.owner + u'/' + snapshot.repository;
    m_labels->setChoices(snapshot.labels);
    m_isOffline = snapshot.offlineSince.isValid();
    judge();
    const bool hasMoved = !m_draft.preview.baseCommit.isEmpty() && m_draft.into == snapshot.branch &&
                          m_draft.preview.baseCommit != snapshot.commit;
    if (hasMoved && !m_create->isBusy() && isVisible() && m_movedTo != snapshot.commit) {
        m_movedTo = snapshot.commit;
        m_message->show(feedback::Message{.what = tr("%1 has moved since this preview.").arg(m_draft.into),
                                          .more = tr("Here is the new one.")});
        draft();
    }
}

/// Whether it can be sent: only what is shown, whole, and when somebody is there to take it.
void PullRequestScreen::judge()
{
    if (m_create->isBusy())
        return;
    look::allow(m_create, m_isOffline ? tr("You are offline: nothing can be sent now.") : QString{});
    if (m_isDrafting || m_draft.preview.files.isEmpty())
        m_create->setEnabled(false);
}

void PullRequestScreen::draft()
{
    m_working.request_stop();
    m_working = {};
    m_isDrafting = true;
    judge();
    m_bar->setFact(u"state-progress"_s, tr("Reading the files…"));
    const auto take = [this](const Result<workspace::Draft> &drafted) {
        if (drafted)
            this->take(*drafted);
        else if (drafted.error().kind != Error::Kind::Cancelled)
            showError(drafted.error());
    };
    if (m_policy)
        QCoro::connect(m_actions.draftPolicy(*m_policy, m_working.get_token()), this, take);
    else
        QCoro::connect(m_actions.draftUpdate(m_services, m_working.get_token()), this, take);
}

/// What the person wrote stays; the rest is as it now must be.
void PullRequestScreen::take(const workspace::Draft &draft)
{
    const auto before = written();
    const bool isFirst = m_asDrafted.title.isEmpty();
    m_draft = draft;
    m_title->setText(isFirst || before.title == m_asDrafted.title ? draft.title : before.title);
    m_text->setPlainText(isFirst || before.text == m_asDrafted.text ? draft.text : before.text);
    m_labels->setLabels(isFirst || before.labels == m_asDrafted.labels ? draft.labels : before.labels);
    m_asDrafted = draft;
    m_branch->setText(draft.branch);
    m_into->setText(draft.into);
    const auto hidden = draft.markers.size();
    m_hidden->setText(hidden == 1 ? tr("1 hidden line for Slipway")
                                  : tr("%n hidden lines for Slipway", nullptr, int(hidden)));
    m_hidden->setVisible(hidden > 0);
    m_diff->setFiles(draft.preview.files);
    m_diff->setFacts(sizeOf(draft.preview));
    m_assurances->show(assurancesOf(draft));
    m_bar->setFact(u"lock"_s, restsOn(draft.preview));
    const auto count = draft.services.size();
    m_facts->setText(!draft.policyChange.isEmpty() ? tr("1 setting in %1").arg(m_repository)
                     : count == 1                  ? tr("1 update in %1").arg(m_repository)
                                                   : tr("%1 updates in %2").arg(count).arg(m_repository));
    m_isDrafting = false;
    judge();
    if (isFirst) {
        m_title->setFocus();
        m_title->selectAll();
    }
}

workspace::Draft PullRequestScreen::written() const
{
    auto draft = m_draft;
    draft.title = m_title->text().trimmed();
    draft.text = m_text->toPlainText();
    draft.labels = m_labels->labels();
    return draft;
}

void PullRequestScreen::send()
{
    if (m_create->isBusy())
        return;
    m_message->dismiss();
    m_create->start();
    Q_EMIT isSending(true);
    m_working = {};
    const auto sent = written();
    QCoro::connect(m_actions.openPullRequest(sent, m_working.get_token()), this,
                   [this, sent](const Result<workspace::Opened> &opened) {
                       m_create->stop();
                       judge();
                       Q_EMIT isSending(false);
                       if (opened) {
                           forget();
                           judge();
                           Q_EMIT this->opened(*opened, sent);
                       } else if (opened.error().kind == Error::Kind::Conflict) {
                           m_message->show(feedback::Message{.kind = feedback::Message::Kind::Attention,
                                                             .what = opened.error().message,
                                                             .more = opened.error().remedy});
                           draft();
                       } else if (opened.error().kind == Error::Kind::Cancelled) {
                           m_message->show(feedback::Message{
                               .kind = feedback::Message::Kind::Attention,
                               .what = tr("Stopped before the end."),
                               .more = tr("What was sent by then is on GitHub. Sending again goes on from there.")});
                       } else {
                           showError(opened.error());
                       }
                   });
}

void PullRequestScreen::showError(const Error &error)
{
    m_isDrafting = false;
    judge();
    if (m_draft.preview.baseCommit.isEmpty())
        m_bar->setFact(u"state-failed"_s, tr("There is no preview."));
    else
        m_bar->setFact(u"lock"_s, restsOn(m_draft.preview));
    m_message->showRetry(error);
}

void PullRequestScreen::cancel()
{
    m_working.request_stop();
    if (!m_create->isBusy())
        Q_EMIT left();
}

} // namespace slipway::pullrequest
