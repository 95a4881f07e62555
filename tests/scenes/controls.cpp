// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenes/controls.h"

#include "ui/look/buttons.h"
#include "ui/look/chips.h"
#include "ui/look/label.h"
#include "ui/look/toggles.h"
#include "ui/look/type.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QProgressBar>
#include <QRadioButton>
#include <QSpinBox>
#include <QTabBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway::test
{

using namespace look;

void title(QVBoxLayout *column, const QString &text)
{
    column->addSpacing(space::l);
    column->addWidget(new Label(text, Type::Caption, Token::TextMuted));
    column->addSpacing(2);
}

QHBoxLayout *row(QVBoxLayout *column)
{
    auto *made = new QHBoxLayout;
    made->setSpacing(space::s);
    column->addLayout(made);
    return made;
}

void buttons(QVBoxLayout *column)
{
    title(column, u"Buttons: primary, secondary, flat, destructive, disabled, small"_s);
    auto *first = row(column);
    first->addWidget(makeButton(u"Review update"_s, u"nav-review"_s, ButtonRole::Primary));
    first->addWidget(makeButton(u"Hold…"_s, u"state-held"_s));
    first->addWidget(makeButton(u"Back"_s, {}, ButtonRole::Flat));
    first->addWidget(makeButton(u"Roll back"_s, {}, ButtonRole::Destructive));
    auto *disabled = makeButton(u"Merge…"_s, u"merge"_s);
    allow(disabled, u"The checks still run."_s);
    first->addWidget(disabled);
    first->addWidget(makeButton(u"Change"_s, {}, ButtonRole::Link));
    first->addStretch(1);

    auto *second = row(column);
    second->addWidget(makeButton({}, u"more"_s));
    second->addWidget(makeIconButton(u"bell"_s, u"What happened"_s));
    auto *small = makeButton(u"Small"_s);
    setSmall(small);
    second->addWidget(small);
    auto *busy = new BusyButton(u"Merge…"_s, u"Merging…"_s, u"merge"_s, ButtonRole::Primary);
    busy->start();
    second->addWidget(busy);
    auto *views = new QButtonGroup(column->parentWidget());
    for (const auto &[name, count] : {std::pair{u"All"_s, 9}, {u"Needs update"_s, 4}}) {
        auto *view = new ViewButton(name);
        view->setCount(count);
        views->addButton(view);
        second->addWidget(view);
    }
    views->buttons().constFirst()->setChecked(true);
    auto *segments = new Segments;
    segments->add(u"unified"_s, u"Unified"_s);
    segments->add(u"split"_s, u"Side by side"_s);
    second->addWidget(segments);
    second->addStretch(1);
}

void fields(QVBoxLayout *column)
{
    title(column, u"Fields: empty, focused, list, number, disabled"_s);
    auto *fields = row(column);
    auto *empty = new QLineEdit;
    empty->setPlaceholderText(u"Placeholder"_s);
    auto *focused = new QLineEdit(u"Focused"_s);
    focused->setObjectName(u"focused"_s);
    auto *combo = new QComboBox;
    combo->addItems({u"main"_s, u"production"_s});
    auto *number = new QSpinBox;
    number->setValue(30);
    auto *disabled = new QLineEdit(u"Disabled"_s);
    disabled->setEnabled(false);
    for (QWidget *field : std::initializer_list<QWidget *>{empty, focused, combo, number, disabled})
        fields->addWidget(field);
}

void choices(QVBoxLayout *column)
{
    title(column, u"Choice, progress, tags"_s);
    auto *choices = row(column);
    choices->setSpacing(space::m);
    auto *on = new QCheckBox;
    on->setChecked(true);
    auto *chosen = new QRadioButton;
    chosen->setChecked(true);
    auto *bar = new QProgressBar;
    bar->setValue(58);
    for (QWidget *part : std::initializer_list<QWidget *>{on, new QCheckBox, chosen, new QRadioButton(u"Daily"_s), bar})
        choices->addWidget(part);
    chosen->setAutoExclusive(false);
    choices->addWidget(new Tag(TagKind::Neutral, u"pinned"_s));
    choices->addWidget(new Tag(TagKind::Accent, u"Recommended"_s));
    choices->addWidget(new Tag(TagKind::Attention, u"major"_s));
    choices->addWidget(new Tag(TagKind::Danger, u"unsigned"_s));
    choices->addWidget(new Keycap(u"Ctrl+K"_s));
}

void tabs(QVBoxLayout *column)
{
    title(column, u"Tabs"_s);
    auto *bar = new QTabBar;
    bar->setExpanding(false);
    for (const auto &name : {u"Overview"_s, u"Versions"_s, u"Trace"_s, u"Labels"_s})
        bar->addTab(name);
    column->addWidget(bar);
}

} // namespace slipway::test
