// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/statusline.h"

#include "ui/look/icons.h"
#include "ui/look/palette.h"
#include "ui/look/scheme.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"
#include "ui/words/ages.h"

#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace slipway::window
{
namespace
{

QToolButton *item(QWidget *parent)
{
    auto *button = new QToolButton{parent};
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    look::keepFont(button, look::Type::Caption);
    look::keepColor(button, QPalette::ButtonText, look::Token::TextSecondary);
    button->hide();
    return button;
}

void say(QToolButton &button, const QString &words, const QString &icon = {},
         look::Token tint = look::Token::TextSecondary)
{
    button.setText(words);
    button.setIcon(icon.isEmpty() ? QIcon{} : look::icon(icon, tint));
    button.setToolButtonStyle(icon.isEmpty() ? Qt::ToolButtonTextOnly : Qt::ToolButtonTextBesideIcon);
    button.setVisible(!words.isEmpty());
}

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar{parent}
    , m_live{item(this)}
    , m_age{item(this)}
    , m_work{item(this)}
    , m_budget{item(this)}
{
    setSizeGripEnabled(false);
    look::keepSurface(this, look::Token::Window);
    addWidget(m_live);
    addWidget(m_age);
    addPermanentWidget(m_work);
    addPermanentWidget(m_budget);
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, &StatusLine::showAge);
    connect(m_work, &QToolButton::clicked, this, &StatusLine::cancelRequested);
    connect(&look::Scheme::current(), &look::Scheme::changed, this, &StatusLine::fit);
    fit();
}

void StatusLine::show(const workspace::Snapshot &snapshot, int interval, const QDateTime &now)
{
    m_behind = now.secsTo(QDateTime::currentDateTimeUtc());
    m_refreshedAt = snapshot.refreshedAt;
    const bool isOffline = snapshot.offlineSince.isValid();
    const bool isSignedOut = snapshot.problem && snapshot.problem->kind == Error::Kind::Unauthorized;
    m_isStale = isOffline || isSignedOut;
    if (isOffline)
        say(*m_live, tr("Offline since %1").arg(words::clockTime(snapshot.offlineSince)), u"offline"_s,
            look::Token::Attention);
    else if (isSignedOut)
        say(*m_live, tr("Signed out"), u"lock"_s, look::Token::Attention);
    else
        say(*m_live, tr("Polling every %n s", nullptr, interval), u"online"_s, look::Token::Ok);
    m_live->setToolTip(tr("Slipway asks GitHub and the registries every %n s.", nullptr, interval));

    const auto &locale = this->locale();
    if (snapshot.budget)
        say(*m_budget, tr("GitHub %1 of %2 requests left")
                           .arg(locale.toString(snapshot.budget->remaining), locale.toString(snapshot.budget->limit)));
    else
        say(*m_budget, {});
    if (snapshot.budget)
        m_budget->setToolTip(tr("Filled up again at %1").arg(words::clockTime(snapshot.budget->resetsAt)));
    showAge();
    fit();
    giveWay();
}

void StatusLine::showNoWorkspace(const QString &sent)
{
    m_refreshedAt = {};
    say(*m_live, tr("No account yet"));
    say(*m_age, {});
    say(*m_work, {});
    say(*m_budget, sent);
    giveWay();
}

void StatusLine::setWork(const QString &words)
{
    say(*m_work, words, u"state-progress"_s, look::Token::AccentText);
    m_work->setToolTip(tr("Press to cancel"));
}

void StatusLine::setLow(bool isLow)
{
    if (m_isLow == isLow)
        return;
    m_isLow = isLow;
    giveWay();
}

void StatusLine::giveWay()
{
    for (auto *item : {m_age, m_budget})
        item->setVisible(!m_isLow && !item->text().isEmpty());
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter{this};
    painter.fillRect(rect(), look::color(look::Token::Window));
    painter.fillRect(QRect{0, 0, width(), 1}, look::color(look::Token::Border));
    const int inset = look::scaled(7);
    const auto line = [&](const QWidget &between, int x) {
        if (between.isVisible())
            painter.fillRect(QRect{x, inset, 1, height() - 2 * inset}, look::color(look::Token::Border));
    };
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    line(*m_age, isMirrored ? m_age->geometry().right() + look::scaled(look::space::xs)
                            : m_age->x() - look::scaled(look::space::xs));
    if (m_work->isVisible())
        line(*m_budget, isMirrored ? m_budget->geometry().right() + look::scaled(look::space::xs)
                                   : m_budget->x() - look::scaled(look::space::xs));
}

void StatusLine::showAge()
{
    if (!m_refreshedAt.isValid()) {
        say(*m_age, {});
        m_clock.stop();
        return;
    }
    const auto now = QDateTime::currentDateTimeUtc().addSecs(-m_behind);
    const auto age = words::age(m_refreshedAt, now);
    say(*m_age, m_isStale ? tr("State of %1, %2 old").arg(words::clockTime(m_refreshedAt), age)
                          : tr("Updated %1 ago").arg(age));
    m_age->setVisible(!m_isLow);
    // Beyond a minute the words change once a minute, and so does what wakes the program.
    m_clock.start(m_refreshedAt.secsTo(now) < 60 ? 1000 : 60'000);
}

void StatusLine::fit()
{
    setFixedHeight(look::scaled(28));
}

} // namespace slipway::window
