// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/servicedetails.h"

#include "ui/images/lineslist.h"
#include "ui/images/overview.h"
#include "ui/images/overviewpage.h"
#include "ui/look/actionbutton.h"
#include "ui/look/label.h"
#include "ui/look/palette.h"
#include "ui/look/spacing.h"
#include "ui/look/strokes.h"
#include "ui/look/type.h"
#include "ui/words/plain.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway::images
{

using look::scaled;
using look::Token;
using look::Type;
using workspace::Details;
using workspace::Row;
using workspace::Snapshot;

namespace
{

/// What the details were asked for: when it changes, they are asked for anew.
bool needsOtherDetails(const Row &one, const Row &other)
{
    return one.key != other.key || one.image != other.image || one.running.version != other.running.version ||
           one.judgement != other.judgement;
}

} // namespace

ServiceDetails::ServiceDetails(const ImagesActions *actions, Ask ask, QWidget *parent)
    : QWidget(parent)
    , m_ask(std::move(ask))
    , m_title(new look::Label({}, Type::H2, Token::Text, this))
    , m_reference(new look::Label({}, Type::Mono, Token::TextMuted, this))
    , m_tabs(new QTabBar(this))
    , m_pages(new QStackedWidget(this))
    , m_overview(new OverviewPage(actions))
    , m_versions(new LinesList(tr("Versions")))
    , m_labels(new LinesList(tr("Labels")))
{
    setAccessibleName(tr("Details"));
    look::keepSurface(this, Token::Raised);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildTitle(actions));
    column->addWidget(buildTabs());
    column->addWidget(m_pages, 1);
    m_pages->addWidget(m_overview);
    m_pages->addWidget(m_versions);
    m_pages->addWidget(m_labels);
    m_wait.setSingleShot(true);
    m_wait.setInterval(120ms);
    connect(&m_wait, &QTimer::timeout, this, &ServiceDetails::askAgain);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_overview, &OverviewPage::linkActivated, this, &ServiceDetails::linkActivated);
    showNothing();
}

ServiceDetails::~ServiceDetails()
{
    m_asking.request_stop();
}

QWidget *ServiceDetails::buildTitle(const ImagesActions *actions)
{
    auto *head = new QWidget(this);
    auto *column = new QVBoxLayout(head);
    look::keepMargins(column, {16, 11, 9, 4});
    column->setSpacing(0);
    auto *first = new QHBoxLayout;
    first->setSpacing(0);
    m_title->setElided(Qt::ElideRight);
    first->addWidget(m_title, 1);
    first->addWidget(
        look::actionIconButton(actions->of(Deed::OpenPage), u"external"_s, tr("Open package in browser (O)"), head));
    first->addWidget(look::actionIconButton(actions->of(Deed::TogglePane), u"close"_s, tr("Close (Ctrl+I)"), head));
    column->addLayout(first);
    auto *second = new QHBoxLayout;
    look::keepSpacing(second, look::space::xs);
    m_reference->setElided(Qt::ElideMiddle);
    m_reference->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    second->addWidget(m_reference);
    m_copy = look::actionIconButton(actions->of(Deed::CopyReference), u"copy"_s,
                                    tr("Copy image reference (Ctrl+Shift+C)"), head);
    look::keepFitted(m_copy, [copy = m_copy] { copy->setFixedSize(scaled(24), scaled(24)); });
    second->addWidget(m_copy);
    second->addStretch(1);
    column->addLayout(second);
    return head;
}

QWidget *ServiceDetails::buildTabs()
{
    auto *place = new QWidget(this);
    auto *row = new QHBoxLayout(place);
    look::keepMargins(row, {8, 0, 8, 0});
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("Overview"));
    m_tabs->addTab(tr("Versions"));
    m_tabs->addTab(tr("Labels"));
    row->addWidget(m_tabs);
    row->addStretch(1);
    return place;
}

void ServiceDetails::show(const Row &row, const Snapshot &snapshot, const QDateTime &now)
{
    const bool isOther = !m_row || m_row->key != row.key;
    const bool mustAsk = !m_row || needsOtherDetails(*m_row, row);
    m_row = row;
    m_now = now;
    if (isOther) {
        m_details.reset();
        m_problem.clear();
        m_asking.request_stop();
        m_isAsking = false;
    }
    m_title->setText(words::visible(row.key.service));
    const auto &repository = row.image.repository;
    m_reference->setText(repository.registry.isEmpty() ? QString{} : words::visible(text(repository)));
    m_copy->setVisible(!repository.registry.isEmpty());
    m_pages->setVisible(true);
    m_tabs->setVisible(true);
    m_overview->show(row, snapshot, now);
    if (mustAsk) {
        m_isAsked = false;
        if (isVisible())
            m_wait.start();
    }
    fill();
}

void ServiceDetails::showNothing()
{
    m_row.reset();
    m_details.reset();
    m_asking.request_stop();
    m_isAsking = false;
    m_wait.stop();
    m_title->setText({});
    m_reference->setText({});
    m_copy->hide();
    m_tabs->hide();
    m_pages->hide();
}

/// Only what somebody can see is asked for.
void ServiceDetails::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_row && !m_isAsked)
        m_wait.start();
}

void ServiceDetails::askAgain()
{
    if (!m_row || !m_ask)
        return;
    m_asking.request_stop(); // only the last row counts
    m_asking = {};
    m_isAsked = true;
    m_isAsking = true;
    m_problem.clear();
    QCoro::connect(m_ask(m_row->key, m_asking.get_token()), this,
                   [this, key = m_row->key](const Result<Details> &details) {
                       if (m_row && m_row->key == key)
                           arrived(details);
                   });
}

void ServiceDetails::arrived(const Result<Details> &details)
{
    if (!details && details.error().kind == Error::Kind::Cancelled)
        return; // the row was left, or the question was put anew
    m_isAsking = false;
    if (details)
        m_details = *details;
    else
        m_problem = words::prose(QStringList{details.error().message, details.error().remedy}.join(u' ').trimmed());
    fill();
}

void ServiceDetails::fill()
{
    if (!m_row)
        return;
    if (!m_details)
        m_overview->showNoCommits(tr("Commits"), m_problem.isEmpty() ? tr("Reading…") : m_problem);
    else if (m_details->between)
        m_overview->showCommits(commitsTitle(*m_details->between, *m_row), *m_details->between);
    else
        m_overview->showNoCommits(tr("Commits"), m_details->noBetween);
    fillLists();
}

void ServiceDetails::fillLists()
{
    const QList<Line> waiting{{.first = m_problem.isEmpty() ? tr("Reading…") : m_problem, .isName = false}};
    m_versions->show(m_details ? linesOf(m_details->versions, m_now) : waiting);
    if (m_details && m_details->labels.isEmpty())
        m_labels->show({{.first = tr("The image has no labels."), .isName = false}});
    else
        m_labels->show(m_details ? linesOf(m_details->labels) : waiting);
}

void ServiceDetails::showCommits()
{
    m_tabs->setCurrentIndex(0);
    m_overview->scrollToCommits();
}

void ServiceDetails::setLayer(bool isLayer)
{
    m_isLayer = isLayer;
    QWidget::layout()->setContentsMargins(isLayer ? 1 : 0, 0, 0, 0);
    update();
}

void ServiceDetails::setLeading(bool isLeading)
{
    m_overview->setLeading(isLeading);
}

bool ServiceDetails::hasMainButton() const
{
    return m_row && m_overview->hasMainButton();
}

QSize ServiceDetails::sizeHint() const
{
    return {scaled(376), scaled(400)};
}

QSize ServiceDetails::minimumSizeHint() const
{
    return {scaled(304), scaled(200)};
}

void ServiceDetails::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    QPainter painter(this);
    const auto line = look::color(Token::Border);
    if (m_isLayer)
        look::drawEdge(painter, rect(), layoutDirection() == Qt::LeftToRight ? Qt::LeftEdge : Qt::RightEdge, line);
    const int below = m_pages->geometry().top();
    look::drawEdge(painter, QRect(0, 0, width(), below), Qt::BottomEdge, line);
}

} // namespace slipway::images
