// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pullrequest/pullrequestform.h"

#include "ui/look/label.h"
#include "ui/look/scheme.h"
#include "ui/look/spacing.h"
#include "ui/look/surfaces.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"
#include "ui/pullrequest/bodylook.h"
#include "ui/pullrequest/labelfield.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::pullrequest
{
namespace
{

constexpr double formWidth = 372;

QWidget *labelled(const QString &name, QWidget *field, QWidget *parent)
{
    auto *box = new QWidget{parent};
    auto *rows = new QVBoxLayout{box};
    rows->setContentsMargins({});
    look::keepSpacing(rows, look::space::xs + 2);
    auto *label = new look::Label{name, look::Type::BodyMedium, look::Token::Text, box};
    label->setBuddy(field);
    rows->addWidget(label);
    rows->addWidget(field);
    field->setAccessibleName(name);
    return box;
}

QLineEdit *nameToRead(QWidget *parent)
{
    auto *field = new QLineEdit{parent};
    look::keepFont(field, look::Type::Mono);
    field->setLayoutDirection(Qt::LeftToRight);
    field->setReadOnly(true);
    return field;
}

} // namespace

PullRequestForm::PullRequestForm(QWidget *parent)
    : QScrollArea{parent}
    , m_title{new QLineEdit{this}}
    , m_branch{nameToRead(this)}
    , m_into{nameToRead(this)}
    , m_text{new QPlainTextEdit{this}}
    , m_hidden{new look::Label{{}, look::Type::Small, look::Token::TextMuted, this}}
    , m_labels{new LabelField{this}}
{
    m_branch->setToolTip(tr("Slipway finds its pull requests again by this name"));
    m_text->setTabChangesFocus(true);
    connect(m_title, &QLineEdit::textChanged, this, &PullRequestForm::titleChanged);
    connect(m_title, &QLineEdit::textChanged, this, &PullRequestForm::edited);
    connect(m_text, &QPlainTextEdit::textChanged, this, &PullRequestForm::edited);
    connect(m_labels, &LabelField::changed, this, &PullRequestForm::edited);
    look::keepFont(m_text, look::Type::Body);
    auto *bodyLook = new BodyLook{m_text->document()};
    connect(&look::Scheme::current(), &look::Scheme::changed, bodyLook, [this, bodyLook] {
        const QSignalBlocker quiet{m_text}; // nobody has written
        bodyLook->rehighlight();
    });
    auto *form = new QWidget;
    auto *rows = new QVBoxLayout{form};
    look::keepMargins(rows, {look::space::xl, look::space::l, look::space::xl, look::space::l});
    look::keepSpacing(rows, look::space::l);
    auto *branches = new QHBoxLayout;
    look::keepSpacing(branches, look::space::m);
    branches->addWidget(labelled(tr("Branch"), m_branch, form), 2);
    branches->addWidget(labelled(tr("Into"), m_into, form), 1);
    rows->addWidget(labelled(tr("Title"), m_title, form));
    rows->addLayout(branches);
    rows->addWidget(labelled(tr("Text"), m_text, form), 1);
    rows->addWidget(m_hidden);
    rows->addWidget(labelled(tr("Labels"), m_labels, form));

    setWidget(form);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setProperty("pane", true);
    setFocusProxy(m_title);
}

void PullRequestForm::setChoices(const QStringList &labels)
{
    m_labels->setChoices(labels);
}

void PullRequestForm::setNarrow(bool isNarrow)
{
    m_text->setMinimumHeight(look::scaled(isNarrow ? 160 : 72));
    setMinimumWidth(isNarrow ? 0 : look::scaled(formWidth));
    setMaximumWidth(isNarrow ? QWIDGETSIZE_MAX : look::scaled(formWidth));
    setMinimumHeight(isNarrow ? widget()->sizeHint().height() : 0);
}

/// The next draft's, without those that were taken from this one, and with those that were added to it.
QStringList PullRequestForm::labelsFor(const workspace::Draft &next) const
{
    const auto &shown = m_labels->labels();
    const auto has = [](const QStringList &labels, const QString &label) {
        return labels.contains(label, Qt::CaseInsensitive);
    };
    QStringList labels;
    std::ranges::copy_if(next.labels, std::back_inserter(labels),
                         [&](const QString &label) { return has(shown, label) || !has(m_draft.labels, label); });
    for (const auto &label : shown)
        if (!has(m_draft.labels, label) && !has(labels, label))
            labels.append(label);
    return labels;
}

void PullRequestForm::show(const workspace::Draft &draft)
{
    const bool isFirst = m_draft.title.isEmpty();
    if (m_title->text() == m_ownTitle && m_ownTitle != draft.title) { // setting the same would move the cursor
        m_title->setText(draft.title);
        m_ownTitle = m_title->text();
    }
    if (m_text->toPlainText() == m_ownText && m_ownText != draft.text) {
        m_text->setPlainText(draft.text);
        m_ownText = m_text->toPlainText();
    }
    m_labels->setLabels(labelsFor(draft));
    m_draft = draft;
    m_branch->setText(draft.branch);
    m_into->setText(draft.into);
    const auto hidden = draft.markers.size();
    m_hidden->setText(hidden == 1 ? tr("1 hidden line for Slipway")
                                  : tr("%n hidden lines for Slipway", nullptr, int(hidden)));
    m_hidden->setVisible(hidden > 0);
    widget()->setEnabled(true);
    if (isFirst) {
        m_title->end(false);
        m_title->home(true); // with the cursor at its beginning: of a long one, that is what shows
    }
}

void PullRequestForm::write(const QString &title, const QString &text, const QStringList &labels)
{
    m_title->setText(title);
    m_text->setPlainText(text);
    m_labels->setLabels(labels);
}

void PullRequestForm::forget()
{
    m_draft = {};
    m_ownTitle.clear();
    m_ownText.clear();
    for (auto *field : {m_title, m_branch, m_into})
        field->clear();
    m_text->clear();
    m_labels->setLabels({});
    m_hidden->hide();
    widget()->setEnabled(false);
}

bool PullRequestForm::isWritten() const
{
    return m_title->text() != m_ownTitle || m_text->toPlainText() != m_ownText;
}

bool PullRequestForm::isTouched() const
{
    return isWritten() || m_labels->labels() != m_draft.labels;
}

void PullRequestForm::endTyping()
{
    m_labels->endTyping();
}

workspace::Draft PullRequestForm::written() const
{
    auto draft = m_draft;
    draft.title = m_title->text().trimmed();
    if (m_text->toPlainText() != m_ownText)
        draft.text = m_text->toPlainText();
    draft.labels = m_labels->labels();
    std::ranges::copy_if(m_draft.labels, std::back_inserter(draft.labelsTaken),
                         [&](const QString &label) { return !draft.labels.contains(label, Qt::CaseInsensitive); });
    return draft;
}

} // namespace slipway::pullrequest
