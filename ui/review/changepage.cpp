// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/changepage.h"

#include "ui/diff/diffpanel.h"
#include "ui/diff/renewal.h"
#include "ui/feedback/actionbar.h"
#include "ui/feedback/messagebar.h"
#include "ui/look/buttons.h"
#include "ui/look/chips.h"
#include "ui/look/label.h"
#include "ui/look/page.h"
#include "ui/look/spacing.h"
#include "ui/look/surfaces.h"
#include "ui/review/factview.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway::review
{

namespace
{

constexpr double lowestDiff = 220;

} // namespace

ChangePage::ChangePage(QSettings &settings, QWidget *parent)
    : QWidget{parent}
    , m_diff{new diffview::DiffPanel{tr("Changes"), settings, this}}
{
    auto *rows = new QVBoxLayout{this};
    rows->setContentsMargins({});
    rows->setSpacing(0);
    auto *content = new QWidget;
    auto *inside = new QVBoxLayout{content};
    inside->setContentsMargins({});
    inside->setSpacing(0);
    inside->addWidget(makeHead());
    inside->addWidget(new look::Line{Qt::Horizontal, content});
    inside->addWidget(m_diff, 1);
    look::keepFitted(m_diff, [this] { m_diff->setMinimumHeight(look::scaled(lowestDiff)); });
    rows->addWidget(new look::Page{content, this}, 1);
    rows->addWidget(makeBar());
    m_renewal = new diffview::Renewal{m_message, m_diff, this};
    connect(m_diff, &diffview::DiffPanel::copied, this, &ChangePage::copied);
    connect(m_diff, &diffview::DiffPanel::failed, this, [this](const Error &error) {
        fail();
        m_message->show(error);
    });
}

QWidget *ChangePage::makeHead()
{
    auto *head = new QWidget{this};
    m_title = new look::Label{{}, look::Type::H1, look::Token::Text, head};
    m_title->setElided(Qt::ElideRight);
    m_chip = new look::Chip{head};
    m_number = new look::Label{{}, look::Type::SmallMedium, look::Token::AccentText, head};
    m_where = new look::Label{{}, look::Type::Small, look::Token::TextMuted, head};
    m_branch = new look::Label{{}, look::Type::MonoSmall, look::Token::TextSecondary, head};
    m_branch->setElided(Qt::ElideMiddle);
    m_text = new look::Label{{}, look::Type::Body, look::Token::Text, head};
    m_text->setWordWrap(true);
    m_message = new feedback::MessageBar{feedback::MessageBar::Shape::Inline, head};
    m_facts = new FactView{head};
    connect(m_message, &feedback::MessageBar::helpWanted, this, &ChangePage::retryRequested);
    connect(m_message, &feedback::MessageBar::signInWanted, this, &ChangePage::signInRequested);

    auto *top = new QHBoxLayout;
    look::keepSpacing(top, look::space::m);
    top->addWidget(m_title, 1);
    top->addWidget(m_chip);
    auto *meta = new QHBoxLayout;
    look::keepSpacing(meta, look::space::s);
    meta->addWidget(m_number);
    meta->addWidget(m_where);
    meta->addWidget(m_branch, 1);
    auto *names = new QVBoxLayout;
    look::keepSpacing(names, look::space::xs);
    names->addLayout(top);
    names->addLayout(meta);
    auto *rows = new QVBoxLayout{head};
    look::keepMargins(rows, {look::space::xl, look::space::l, look::space::l, look::space::l});
    look::keepSpacing(rows, look::space::m);
    rows->addLayout(names);
    rows->addWidget(m_text);
    rows->addWidget(m_message);
    rows->addWidget(m_facts);
    return head;
}

QWidget *ChangePage::makeBar()
{
    auto *bar = new feedback::ActionBar{this};
    m_close = look::makeButton(tr("Close pull request…"), {}, look::ButtonRole::Flat, bar);
    m_edit = look::makeButton(tr("Edit…"), u"edit"_s, look::ButtonRole::Secondary, bar);
    m_browser = look::makeButton(tr("Open in browser"), u"external"_s, look::ButtonRole::Secondary, bar);
    m_open = look::makeButton(tr("Open pull request…"), u"pull-request"_s, look::ButtonRole::Primary, bar);
    for (auto *button : {m_close, m_edit, m_browser, m_open})
        bar->addButton(button);
    m_bar = bar;
    connect(m_close, &QAbstractButton::clicked, this, &ChangePage::closeRequested);
    connect(m_edit, &QAbstractButton::clicked, this, &ChangePage::editRequested);
    connect(m_browser, &QAbstractButton::clicked, this, [this] { Q_EMIT pageRequested(m_url); });
    connect(m_open, &QAbstractButton::clicked, this, &ChangePage::openRequested);
    return bar;
}

void ChangePage::show(const Change &change, const Summary &summary, const QString &url)
{
    const bool isNew = change.id() != m_shown;
    m_shown = change.id();
    m_url = url;
    m_title->setText(summary.title);
    m_chip->show(lookOf(change), summary.chip);
    m_number->setText(change.pullRequest > 0 ? u"#%1"_s.arg(change.pullRequest) : QString{});
    m_number->setVisible(change.pullRequest > 0);
    m_where->setText(summary.where + u" ·"_s);
    m_branch->setText(summary.branch);
    m_text->setText(summary.text);
    m_text->setVisible(!summary.text.isEmpty());
    m_facts->show(summary.facts);
    if (isNew) {
        m_hasFailed = false;
        m_renewal->forget();
        m_diff->setFiles({});
    }
    m_warning.reset();
    if (const auto &warning = summary.warning)
        m_warning = {.kind = feedback::Message::Kind::Attention, .what = warning->title, .more = warning->text};
    warn();

    const bool isOpen = change.pullRequest > 0 && change.stage == workspace::PullRequest::Stage::Open;
    m_close->setVisible(isOpen);
    m_edit->setVisible(isOpen && !change.rows.isEmpty());
    m_browser->setVisible(change.pullRequest > 0);
    m_open->setVisible(change.pullRequest == 0);
}

/// An error stands until there is another try.
void ChangePage::warn()
{
    if (m_hasFailed)
        return;
    if (m_renewal->isTold())
        return m_renewal->sayAfter(m_warning);
    if (!m_warning)
        return m_message->dismiss();
    if (!m_message->isHidden() && m_message->message() == m_warning)
        return;
    m_message->setClosable(false);
    m_message->show(*m_warning);
}

/// What the message says from now on is an error.
void ChangePage::fail()
{
    m_hasFailed = true;
    m_renewal->forget();
    m_message->setClosable(false);
}

void ChangePage::showPreview(const workspace::Preview &preview, bool isNewest)
{
    m_renewal->forget();
    m_diff->setFiles(preview.files);
    const auto commit = preview.baseCommit.first(std::min<qsizetype>(7, preview.baseCommit.size()));
    const auto fact =
        isNewest ? tr("Shown for %1 at %2. If it moves, you see a new preview.") : tr("Shown for %1 at %2.");
    m_bar->setFact(u"lock"_s, fact.arg(preview.into, commit), {commit});
    warn();
}

void ChangePage::tellRenewed(const QString &cause, const workspace::Preview &before, const workspace::Preview &now)
{
    m_renewal->tell(cause, before, now, m_warning);
}

void ChangePage::showLooking()
{
    m_hasFailed = false;
    m_bar->setFact(u"state-progress"_s, tr("Reading the files…"));
}

void ChangePage::showError(const Error &error)
{
    fail();
    m_bar->setFact(u"state-failed"_s, tr("There is no preview."));
    m_message->showRetry(error);
}

QList<QAction *> ChangePage::diffActions() const
{
    return m_diff->actions();
}

void ChangePage::setReasonAgainst(const QString &reason)
{
    look::allow(m_close, reason);
    look::allow(m_edit, reason);
    look::allow(m_open, reason);
}

} // namespace slipway::review
