// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pullrequest/labelfield.h"

#include "ui/look/buttons.h"
#include "ui/look/flowlayout.h"
#include "ui/look/label.h"
#include "ui/look/spacing.h"
#include "ui/words/plain.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::pullrequest
{
namespace
{

constexpr int longest = 50; ///< characters that GitHub takes for a label

/// As it stands in the list, whatever its case: GitHub does not tell "Docker" from "docker".
QString spelledIn(const QStringList &list, const QString &label)
{
    const auto found =
        std::ranges::find_if(list, [&](const QString &each) { return each.compare(label, Qt::CaseInsensitive) == 0; });
    return found == list.end() ? QString{} : *found;
}

} // namespace

LabelField::LabelField(QWidget *parent)
    : QWidget{parent}
    , m_tags{new look::FlowLayout}
    , m_add{look::makeButton(tr("Add"), u"add"_s, look::ButtonRole::Flat, this)}
    , m_typed{new QLineEdit{this}}
    , m_new{new look::Label{{}, look::Type::Small, look::Token::TextMuted, this}}
{
    auto *rows = new QVBoxLayout{this};
    rows->setContentsMargins({});
    look::keepSpacing(rows, look::space::xs);
    rows->addLayout(m_tags);
    rows->addWidget(m_new);
    m_new->setWordWrap(true);
    look::setSmall(m_add);
    m_add->setAccessibleName(tr("Add a label"));
    m_typed->setAccessibleName(tr("New label"));
    m_typed->setPlaceholderText(tr("Label"));
    m_typed->setMaxLength(longest);
    look::keepFitted(m_typed, [this] { m_typed->setFixedWidth(look::scaled(150)); });
    m_typed->hide();
    m_typed->installEventFilter(this);
    auto *completer = new QCompleter{&m_completions, this};
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_typed->setCompleter(completer);
    setFocusProxy(m_add);
    connect(m_add, &QAbstractButton::clicked, this, &LabelField::startTyping);
    connect(m_typed, &QLineEdit::editingFinished, this, &LabelField::endTyping);
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this, [this](const QString &label) {
        m_typed->setText(label);
        endTyping();
    });
    build();
}

void LabelField::setLabels(const QStringList &labels)
{
    m_labels = labels;
    build();
}

void LabelField::setChoices(const QStringList &choices)
{
    if (m_choices == choices)
        return;
    m_choices = choices;
    showWhatIsNew();
}

void LabelField::build()
{
    while (auto *item = m_tags->takeAt(0)) {
        if (auto *widget = item->widget(); widget != m_add && widget != m_typed)
            delete widget;
        delete item;
    }
    for (const auto &label : std::as_const(m_labels))
        m_tags->addWidget(makeTag(label));
    m_tags->addWidget(m_typed);
    m_tags->addWidget(m_add);
    showWhatIsNew();
}

QPushButton *LabelField::makeTag(const QString &label)
{
    auto *tag =
        look::makeButton(words::inControl(words::visible(label)), u"close"_s, look::ButtonRole::Secondary, this);
    look::setSmall(tag);
    // the cross stands at the end
    tag->setLayoutDirection(layoutDirection() == Qt::LeftToRight ? Qt::RightToLeft : Qt::LeftToRight);
    tag->setAccessibleName(tr("Take away the label %1").arg(label));
    tag->setToolTip(tr("Take it away"));
    // The button cannot go while it is being clicked.
    connect(
        tag, &QAbstractButton::clicked, this,
        [this, label] {
            m_labels.removeAll(label);
            build();
            m_add->setFocus();
            Q_EMIT changed();
        },
        Qt::QueuedConnection);
    return tag;
}

void LabelField::startTyping()
{
    m_add->hide();
    m_typed->clear();
    m_typed->show();
    m_typed->setFocus(Qt::OtherFocusReason);
    m_typed->completer()->setCompletionPrefix({});
    m_typed->completer()->complete();
}

void LabelField::endTyping()
{
    if (m_typed->isHidden())
        return;
    const bool hadFocus = m_typed->hasFocus();
    const auto typed = m_typed->text().simplified();
    m_typed->clear();
    m_add->show();
    if (hadFocus)
        m_add->setFocus();
    m_typed->hide();
    if (!typed.isEmpty())
        add(typed);
}

void LabelField::add(const QString &typed)
{
    if (!spelledIn(m_labels, typed).isEmpty())
        return;
    const auto known = spelledIn(m_choices, typed);
    m_labels.append(known.isEmpty() ? typed : known);
    build();
    Q_EMIT changed();
}

void LabelField::showWhatIsNew()
{
    const auto without = [](QStringList list, const QStringList &others) {
        list.removeIf([&](const QString &each) { return !spelledIn(others, each).isEmpty(); });
        return list;
    };
    m_completions.setStringList(without(m_choices, m_labels));
    const auto fresh = m_choices.isEmpty() ? QStringList{} : without(m_labels, m_choices);
    const auto names = words::visible(fresh.join(u", "_s));
    m_new->setText(fresh.size() == 1 ? tr("%1 is a new label: GitHub makes it with the pull request.").arg(names)
                                     : tr("%1 are new labels: GitHub makes them with the pull request.").arg(names));
    m_new->setVisible(!fresh.isEmpty());
}

bool LabelField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        m_typed->clear();
        endTyping();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace slipway::pullrequest
