// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/commitslist.h"

#include "ui/look/buttons.h"
#include "ui/look/label.h"
#include "ui/look/spacing.h"
#include "ui/words/plain.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace slipway::images
{

using look::Token;
using look::Type;
using workspace::Between;
using workspace::Commit;

namespace
{

constexpr qsizetype shownAtFirst = 5;
constexpr qsizetype idLength = 7;

} // namespace

/// A commit in one line: id, subject, author.
class CommitsList::Line final : public QWidget
{
public:
    explicit Line(QWidget *parent)
        : QWidget(parent)
        , m_id(new look::Label({}, Type::Mono, Token::TextMuted, this))
        , m_subject(new look::Label({}, Type::Body, Token::Text, this))
        , m_author(new look::Label({}, Type::Small, Token::TextMuted, this))
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        look::keepSpacing(row, look::space::s);
        m_subject->setElided(Qt::ElideRight);
        m_author->setElided(Qt::ElideRight);
        row->addWidget(m_id);
        row->addWidget(m_subject, 1);
        row->addWidget(m_author);
        look::keepFitted(this, [this] {
            m_author->setMaximumWidth(look::scaled(120));
            setMinimumHeight(look::scaled(26));
        });
    }

    void show(const Commit &commit)
    {
        m_id->setText(commit.id.first(std::min(idLength, commit.id.size())));
        m_subject->setText(words::visible(commit.subject));
        m_author->setText(words::visible(commit.author));
    }

private:
    look::Label *m_id;
    look::Label *m_subject;
    look::Label *m_author;
};

CommitsList::CommitsList(QWidget *parent)
    : QWidget(parent)
    , m_title(new look::Label({}, Type::SmallStrong, Token::TextSecondary, this))
    , m_compare(look::makeButton(tr("Compare"), {}, look::ButtonRole::Link, this))
    , m_remark(new look::Label({}, Type::Body, Token::TextMuted, this))
    , m_lines(new QVBoxLayout)
    , m_more(look::makeButton({}, {}, look::ButtonRole::Link, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    look::keepSpacing(column, look::space::xs);
    auto *head = new QHBoxLayout;
    m_title->setElided(Qt::ElideRight);
    head->addWidget(m_title, 1);
    head->addWidget(m_compare);
    column->addLayout(head);
    m_remark->setWordWrap(true);
    column->addWidget(m_remark);
    m_lines->setSpacing(0);
    column->addLayout(m_lines);
    column->addWidget(m_more, 0, Qt::AlignLeft);
    connect(m_compare, &QPushButton::clicked, this, [this] { Q_EMIT linkActivated(m_between.compareUrl); });
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_showsAll = true;
        fill();
    });
}

void CommitsList::show(const QString &title, const Between &between)
{
    m_title->setText(words::visible(title));
    m_remark->hide();
    if (m_between != between)
        m_showsAll = false;
    m_between = between;
    fill();
}

void CommitsList::show(const QString &title, const QString &remark)
{
    m_title->setText(words::visible(title));
    m_title->setVisible(!title.isEmpty());
    m_remark->setText(words::visible(remark));
    m_remark->show();
    m_between = {};
    fill();
}

/// Lines are kept and get other words: nothing flickers.
void CommitsList::fill()
{
    const auto &commits = m_between.commits;
    const auto count = m_showsAll ? commits.size() : std::min(shownAtFirst, commits.size());
    while (m_lines->count() < count)
        m_lines->addWidget(new Line(this));
    for (int i = 0; i < m_lines->count(); ++i) {
        auto *line = static_cast<Line *>(m_lines->itemAt(i)->widget());
        line->setVisible(i < count);
        if (i < count)
            line->show(commits.at(i));
    }
    m_compare->setVisible(!m_between.compareUrl.isEmpty());
    const auto rest = static_cast<int>(commits.size() - count);
    m_more->setVisible(rest > 0);
    m_more->setText(tr("Show %n more", nullptr, rest));
}

} // namespace slipway::images
