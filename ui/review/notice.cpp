// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/notice.h"

#include "ui/feedback/messagebar.h"
#include "ui/look/spacing.h"
#include "ui/look/theme.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace slipway::review
{

Notice::Notice(QWidget *parent)
    : QWidget{parent}
    , m_message{new feedback::MessageBar{feedback::MessageBar::Shape::Inline}}
{
    auto *rows = new QVBoxLayout{this};
    look::keepMargins(rows, {look::space::xl, look::space::m, look::space::l, look::space::m});
    rows->addWidget(m_message);
    m_message->setClosable(true);
    hide();
    connect(m_message, &feedback::MessageBar::helpWanted, this, [this] {
        if (const auto again = std::exchange(m_again, {}))
            again();
        say();
    });
    connect(m_message, &feedback::MessageBar::signInWanted, this, &Notice::signInRequested);
    connect(m_message, &feedback::MessageBar::dismissed, this, [this] {
        if (!std::exchange(m_again, {}))
            Q_EMIT read();
        say();
    });
}

void Notice::show(const QList<workspace::Interruption> &interruptions)
{
    if (interruptions == m_interruptions)
        return;
    m_interruptions = interruptions;
    if (!m_again)
        say();
}

void Notice::show(const Error &error, std::function<void()> again)
{
    m_again = std::move(again);
    m_message->showRetry(error);
    setVisible(true);
}

void Notice::say()
{
    setVisible(!m_interruptions.isEmpty());
    if (m_interruptions.isEmpty())
        return;
    QStringList told;
    int number = 0;
    for (const auto &interruption : std::as_const(m_interruptions)) {
        told.append(interruption.message);
        number = std::max(number, interruption.pullRequest);
    }
    m_message->show(feedback::Message{.what = told.takeFirst(), .more = told.join(u' ')});
    if (number > 0)
        connect(m_message->addButton(tr("Show")), &QAbstractButton::clicked, this, [this, number] {
            Q_EMIT pullRequestRequested(number);
            Q_EMIT read();
        });
}

} // namespace slipway::review
