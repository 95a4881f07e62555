// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/palette.h"

#include "ui/look/scheme.h"

#include <QWidget>

namespace slipway::look
{

namespace
{

struct RoleOfToken
{
    QPalette::ColorRole role;
    Token token;
};

constexpr RoleOfToken roles[]{
    {QPalette::Window, Token::Window},           {QPalette::Base, Token::Base},
    {QPalette::AlternateBase, Token::Raised},    {QPalette::Text, Token::Text},
    {QPalette::WindowText, Token::Text},         {QPalette::ButtonText, Token::Text},
    {QPalette::BrightText, Token::TextOnAccent}, {QPalette::PlaceholderText, Token::TextMuted},
    {QPalette::Highlight, Token::Selection},     {QPalette::HighlightedText, Token::Text},
    {QPalette::Accent, Token::Accent},           {QPalette::Link, Token::AccentText},
    {QPalette::LinkVisited, Token::AccentText},  {QPalette::Light, Token::Base},
    {QPalette::Midlight, Token::Raised},         {QPalette::Mid, Token::Border},
    {QPalette::Dark, Token::ControlBorder},      {QPalette::Shadow, Token::BorderStrong},
    {QPalette::ToolTipBase, Token::Base},        {QPalette::ToolTipText, Token::Text},
};

/// Calls `paint` now and after each change of the scheme, with the token that the widget was given last under `name`.
template<class Paint> void keep(QWidget *widget, const QByteArray &name, Token token, Paint paint)
{
    const bool isKept = widget->property(name.constData()).isValid();
    widget->setProperty(name.constData(), static_cast<int>(token));
    const auto again = [widget, name, paint] {
        paint(widget, static_cast<Token>(widget->property(name.constData()).toInt()));
    };
    again();
    if (!isKept)
        QObject::connect(&Scheme::current(), &Scheme::changed, widget, again);
}

} // namespace

QPalette palette(const Appearance &appearance)
{
    QPalette made;
    for (const auto &[role, token] : roles)
        made.setColor(role, color(token, appearance));
    made.setColor(QPalette::Button, color(appearance.isDark ? Token::Raised : Token::Base, appearance));
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::HighlightedText,
                            QPalette::PlaceholderText})
        made.setColor(QPalette::Disabled, role, color(Token::TextDisabled, appearance));
    made.setColor(QPalette::Inactive, QPalette::Highlight, color(Token::SelectionInactive, appearance));
    return made;
}

QPalette fieldPalette(const Appearance &appearance)
{
    auto made = palette(appearance);
    made.setColor(QPalette::Highlight, color(Token::Accent, appearance));
    made.setColor(QPalette::HighlightedText, color(Token::TextOnAccent, appearance));
    made.setColor(QPalette::Disabled, QPalette::Base, color(Token::Raised, appearance)); // as the frame around it
    return made;
}

void keepColor(QWidget *widget, QPalette::ColorRole role, Token token)
{
    keep(widget, "slipwayColor" + QByteArray::number(static_cast<int>(role)), token, [role](QWidget *kept, Token now) {
        auto changed = kept->palette();
        changed.setColor(QPalette::Active, role, color(now));
        changed.setColor(QPalette::Inactive, role, color(now));
        kept->setPalette(changed);
    });
}

void keepSurface(QWidget *widget, Token token)
{
    widget->setAutoFillBackground(true);
    widget->setBackgroundRole(QPalette::Window);
    keepColor(widget, QPalette::Window, token);
}

} // namespace slipway::look
