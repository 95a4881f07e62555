// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/pageheader.h"

#include "ui/feedback/progressline.h"
#include "ui/images/text.h"
#include "ui/look/actionbutton.h"
#include "ui/look/label.h"
#include "ui/look/palette.h"
#include "ui/look/scheme.h"
#include "ui/look/spacing.h"
#include "ui/look/type.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace slipway::images
{

using look::scaled;
using look::Token;
using look::Type;

QString factsOf(const workspace::Snapshot &snapshot)
{
    const auto rows = static_cast<int>(snapshot.rows.size());
    const auto images = rows == 1 ? Text::tr("1 image") : Text::tr("%n images", nullptr, rows);
    const int count = snapshot.composeFiles;
    const auto files = count == 1 ? Text::tr("1 compose file") : Text::tr("%n compose files", nullptr, count);
    return Text::tr("%1 in %2").arg(images, files);
}

PageHeader::PageHeader(QAction *togglePane, QWidget *parent)
    : QWidget(parent)
    , m_facts(new look::Label({}, Type::Body, Token::TextMuted, this))
    , m_check(look::makeButton(tr("Check now"), u"refresh"_s, look::ButtonRole::Secondary, this))
    , m_checkIcon(look::makeIconButton(u"refresh"_s, tr("Check now (F5)"), this))
    , m_review(look::makeButton({}, u"nav-review"_s, look::ButtonRole::Secondary, this))
    , m_pane(look::actionIconButton(togglePane, u"details-pane"_s, tr("Details pane (Ctrl+I)"), this))
    , m_progress(new feedback::ProgressLine(this))
{
    auto *row = new QHBoxLayout(this);
    look::keepMargins(row, {20, 0, 16, 0});
    look::keepSpacing(row, look::space::s);
    row->addWidget(new look::Label(tr("Images"), Type::H1, Token::Text, this));
    row->addSpacing(scaled(4));
    m_facts->setElided(Qt::ElideRight);
    row->addWidget(m_facts);
    row->addStretch(1);
    row->addWidget(m_progress->cancelButton());
    m_checkIcon->setAutoRaise(false);
    m_pane->setAutoRaise(false);
    for (auto *button : std::initializer_list<QWidget *>{m_check, m_checkIcon, m_review, m_pane})
        row->addWidget(button);
    dress();
    connect(&look::Scheme::current(), &look::Scheme::changed, this, &PageHeader::dress);
    connect(m_check, &QPushButton::clicked, this, &PageHeader::checkWanted);
    connect(m_checkIcon, &QToolButton::clicked, this, &PageHeader::checkWanted);
    connect(m_review, &QPushButton::clicked, this, &PageHeader::reviewWanted);
    connect(m_progress, &feedback::ProgressLine::cancelled, this, &PageHeader::cancelWanted);
    setNarrow(false, false);
}

void PageHeader::show(const workspace::Snapshot &snapshot, int awaiting)
{
    m_facts->setText(snapshot.rows.isEmpty() ? QString{} : factsOf(snapshot));
    m_isOffline = snapshot.offlineSince.isValid();
    const auto reason = m_isOffline ? tr("You are offline.") : QString{};
    look::allow(m_check, reason);
    look::allow(m_checkIcon, reason);
    if (reason.isEmpty())
        m_checkIcon->setToolTip(tr("Check now (F5)"));
    m_review->setVisible(awaiting > 0);
    m_review->setText(awaiting == 1 ? tr("Review 1 update") : tr("Review %n updates", nullptr, awaiting));
}

void PageHeader::setReviewPrimary(bool isPrimary)
{
    look::setRole(m_review, isPrimary ? look::ButtonRole::Primary : look::ButtonRole::Secondary);
}

void PageHeader::setNarrow(bool hasOverlay, bool isTight)
{
    m_pane->setVisible(hasOverlay);
    m_check->setVisible(!isTight);
    m_checkIcon->setVisible(isTight);
    m_facts->setVisible(!isTight);
    m_isTight = isTight;
}

void PageHeader::showProgress(int done, int all)
{
    m_progress->show(done, all);
    m_check->setEnabled(false);
    m_checkIcon->setEnabled(false);
}

void PageHeader::endProgress()
{
    m_progress->finish();
    m_check->setEnabled(!m_isOffline);
    m_checkIcon->setEnabled(!m_isOffline);
}

void PageHeader::dress()
{
    setFixedHeight(scaled(56));
}

/// Along the lower edge, so that it moves nothing when it comes.
void PageHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int high = m_progress->sizeHint().height();
    m_progress->setGeometry(0, height() - high, width(), high);
}

void PageHeader::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), look::color(Token::Base));
}

} // namespace slipway::images
