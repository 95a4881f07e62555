// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/stateicon.h"

#include "ui/look/icons.h"
#include "ui/look/scheme.h"

using namespace Qt::StringLiterals;

namespace slipway::look
{

StateLook lookOf(workspace::State state)
{
    using enum workspace::State;
    switch (state) {
    case Failed: return {u"state-failed"_s, Token::Danger, Token::DangerText, Token::DangerTint};
    case Blocked: return {u"state-blocked"_s, Token::Attention, Token::AttentionText, Token::AttentionTint};
    case UpdateReady: return {u"state-ready"_s, Token::AccentText, Token::AccentText, Token::AccentTint};
    case InProgress: return {u"state-progress"_s, Token::AccentText, Token::Text};
    case Behind: return {u"state-behind"_s, Token::AccentText, Token::Text};
    case Held: return {u"state-held"_s, Token::Neutral, Token::NeutralText};
    case Unknown: return {u"state-unknown"_s, Token::Neutral, Token::NeutralText};
    case Checking:
    case NotChecked: return {u"state-progress"_s, Token::Neutral, Token::NeutralText};
    case UpToDate: return {u"state-ok"_s, Token::Ok, Token::NeutralText};
    }
    Q_UNREACHABLE_RETURN({});
}

StateLook lookOf(workspace::Check::State state)
{
    using enum workspace::Check::State;
    switch (state) {
    case Passed: return {u"check"_s, Token::Ok, Token::OkText};
    case Failed: return {u"close"_s, Token::Danger, Token::DangerText};
    case Running: return {u"state-progress"_s, Token::AccentText, Token::Text};
    case Neutral:
    case Skipped: return {u"remove"_s, Token::Neutral, Token::NeutralText};
    }
    Q_UNREACHABLE_RETURN({});
}

QColor stateColor(Token token)
{
    auto appearance = Scheme::current().appearance();
    appearance.accent.reset();
    return color(token, appearance);
}

void paintState(QPainter &painter, const QRectF &box, const StateLook &look)
{
    paintIcon(painter, box, look.icon, stateColor(look.iconColor));
}

} // namespace slipway::look
