// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firststart/tokenfield.h"

#include "ui/look/icons.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace slipway::firststart
{

TokenField::TokenField(QWidget *parent)
    : QLineEdit{parent}
    , m_eye{addAction(look::icon(u"eye"_s), TrailingPosition)}
{
    setEchoMode(Password);
    m_eye->setToolTip(tr("Show the token"));
    m_eye->setCheckable(true);
    connect(m_eye, &QAction::toggled, this, [this](bool on) { setEchoMode(on ? Normal : Password); });
    connect(this, &QLineEdit::textEdited, this, &TokenField::takeEdit);
    connect(this, &QLineEdit::textChanged, this, [this] { m_length = text().size(); });
    connect(this, &QLineEdit::selectionChanged, this, [this] { m_selected = selectedText().size(); });
}

/// A key puts in one character; Qt says nothing of how more than one came.
void TokenField::takeEdit()
{
    const auto added = text().size() - (m_length - m_selected);
    if (added > 1) // later: what listens for the text does not know of it yet
        QMetaObject::invokeMethod(this, &TokenField::takePasted, Qt::QueuedConnection);
}

void TokenField::forget()
{
    setText({}); // clear() could be undone
    m_eye->setChecked(false);
}

void TokenField::takePasted()
{
    if (token() != text())
        setText(token());
    Q_EMIT pasted();
}

} // namespace slipway::firststart
