// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/problembar.h"

#include "ui/feedback/messagebar.h"
#include "ui/images/emptycauses.h"
#include "ui/look/spacing.h"
#include "ui/look/type.h"
#include "ui/words/pages.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::images
{

using workspace::Snapshot;

QString placeOf(const Problem &problem)
{
    const auto &file = problem.file;
    if (!problem.line)
        return file;
    if (!problem.column)
        return ProblemBar::tr("%1, line %2").arg(file).arg(*problem.line);
    return ProblemBar::tr("%1, line %2, column %3").arg(file).arg(*problem.line).arg(*problem.column);
}

QString pageOf(const Problem &problem, const Snapshot &snapshot)
{
    return words::filePage(snapshot, snapshot.commit, problem.file, problem.line.value_or(0));
}

QString listOf(const QList<Problem> &problems)
{
    QStringList lines;
    for (const auto &problem : problems) {
        auto place = problem.file;
        for (const auto &number : {problem.line, problem.column})
            place += number ? u':' + QString::number(*number) : QString{};
        lines.append(u"%1: %2 (%3)"_s.arg(place, problem.message, problem.code));
    }
    return lines.join(u'\n');
}

namespace
{

/// The window's banner says until when.
bool asksToWait(const Snapshot &snapshot)
{
    return snapshot.problem && snapshot.problem->kind == Error::Kind::RateLimited &&
           snapshot.problem->retryAt.isValid();
}

} // namespace

ProblemBar::ProblemBar(QWidget *parent)
    : QWidget(parent)
    , m_message(new feedback::MessageBar(feedback::MessageBar::Shape::Inline, this))
{
    auto *frame = new QVBoxLayout(this);
    look::keepMargins(frame, {16, 8, 16, 8});
    frame->addWidget(m_message);
    hide();
    connect(m_message, &feedback::MessageBar::helpWanted, this, &ProblemBar::checkWanted);
    connect(m_message, &feedback::MessageBar::signInWanted, this, &ProblemBar::signInWanted);
    connect(m_message, &feedback::MessageBar::dismissed, this, [this] {
        m_isRead = true;
        hide();
    });
}

void ProblemBar::show(const Snapshot &snapshot)
{
    const bool isSaidElsewhere = snapshot.offlineSince.isValid() || snapshot.rows.isEmpty() || asksToWait(snapshot);
    const auto error = isSaidElsewhere ? std::nullopt : snapshot.problem;
    auto problems = isWithoutComposeFile(snapshot) ? QList<Problem>{} : snapshot.problems;
    std::ranges::stable_sort(problems, {}, &Problem::severity);
    if (error == m_error && problems == m_problems)
        return;
    m_error = error;
    if (problems != m_problems)
        m_isRead = false;
    m_problems = problems;
    m_pages.clear();
    for (const auto &problem : std::as_const(m_problems))
        m_pages.append(pageOf(problem, snapshot));
    m_branch = snapshot.branch;
    m_current = 0;
    if (m_error)
        sayError(*m_error);
    else if (!m_problems.isEmpty() && !m_isRead)
        sayProblem();
    else
        hide();
}

void ProblemBar::say(const Error &error)
{
    m_message->setClosable(true);
    m_message->show(error);
    setVisible(true);
}

void ProblemBar::sayError(const Error &error)
{
    m_message->setClosable(false);
    m_message->show(error);
    if (error.kind == Error::Kind::NotFound) // it is gone, or this token does not see it
        connect(m_message->addButton(tr("Connect again…")), &QPushButton::clicked, this, &ProblemBar::signInWanted);
    setVisible(true);
}

void ProblemBar::sayProblem()
{
    const auto &problem = m_problems.at(m_current);
    const bool isError = problem.severity == Problem::Severity::Error;
    using Kind = feedback::Message::Kind;
    m_message->setClosable(true);
    m_message->show(
        {.kind = isError ? Kind::Failure : Kind::Attention,
         .what = problem.message,
         .more = tr("%1 on %2. The next check reads what was mended there.").arg(placeOf(problem), m_branch),
         .details = listOf(m_problems)});
    const auto page = m_pages.at(m_current);
    if (!page.isEmpty())
        connect(m_message->addButton(tr("Open on GitHub")), &QPushButton::clicked, this,
                [this, page] { Q_EMIT linkActivated(page); });
    if (m_problems.size() > 1) {
        m_message->setAside(tr("%1 of %2").arg(m_current + 1).arg(m_problems.size()));
        connect(m_message->addButton(tr("Next problem")), &QPushButton::clicked, this, [this] {
            m_current = (m_current + 1) % m_problems.size();
            sayProblem();
        });
    }
    setVisible(true);
}

} // namespace slipway::images
