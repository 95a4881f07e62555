// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/releasenotes.h"

#include "ui/look/buttons.h"
#include "ui/look/label.h"
#include "ui/look/spacing.h"
#include "ui/look/type.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway::images
{
namespace
{

constexpr qsizetype linesAtFirst = 8;
constexpr qsizetype charactersAtFirst = 500;
constexpr qsizetype mostCharacters = 20'000;

/// Without half of a character at its end.
QString begun(const QString &text, qsizetype length)
{
    return text.first(text.at(length - 1).isHighSurrogate() ? length - 1 : length);
}

} // namespace

ShownNotes shownNotes(const QString &notes, bool showsAll)
{
    auto text = notes;
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    text = text.trimmed();
    auto shown = text;
    if (!showsAll)
        shown = shown.section(u'\n', 0, linesAtFirst - 1);
    const auto most = showsAll ? mostCharacters : charactersAtFirst;
    if (shown.size() > most)
        shown = begun(shown, most);
    if (shown.size() == text.size())
        return {.text = text};
    return {.text = shown.trimmed() + u" …"_s, .isCut = true};
}

ReleaseNotes::ReleaseNotes(QWidget *parent)
    : QWidget(parent)
    , m_text(new look::Label({}, look::Type::Body, look::Token::Text, this))
    , m_more(look::makeButton({}, {}, look::ButtonRole::Link, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    look::keepSpacing(column, look::space::xs);
    column->addWidget(new look::Label(tr("Release notes"), look::Type::SmallStrong, look::Token::TextSecondary, this));
    m_text->setWordWrap(true);
    column->addWidget(m_text);
    column->addWidget(m_more, 0, Qt::AlignLeft);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_showsAll = !m_showsAll;
        fill();
    });
    hide();
}

void ReleaseNotes::show(const QString &notes)
{
    if (notes == m_notes)
        return;
    m_notes = notes;
    m_showsAll = false;
    fill();
}

void ReleaseNotes::fill()
{
    m_text->setText(shownNotes(m_notes, m_showsAll).text);
    m_more->setText(m_showsAll ? tr("Show less") : tr("Show all"));
    m_more->setVisible(shownNotes(m_notes, false).isCut);
    setVisible(!m_notes.trimmed().isEmpty());
}

} // namespace slipway::images
