// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/imageuse.h"

using namespace Qt::StringLiterals;

namespace slipway::compose
{

QString code(Kind kind)
{
    switch (kind) {
    case Kind::Service: return u"service"_s;
    case Kind::Hook: return u"hook"_s;
    case Kind::Mount: return u"mount"_s;
    case Kind::Context: return u"context"_s;
    case Kind::Model: return u"model"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString code(Via via)
{
    switch (via) {
    case Via::Text: return u"text"_s;
    case Via::Default: return u"default"_s;
    case Via::EnvFile: return u"env-file"_s;
    case Via::Unset: return u"unset"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString code(yaml::Style style)
{
    switch (style) {
    case yaml::Style::Plain: return u"plain"_s;
    case yaml::Style::SingleQuoted: return u"single-quoted"_s;
    case yaml::Style::DoubleQuoted: return u"double-quoted"_s;
    case yaml::Style::Literal: return u"literal"_s;
    case yaml::Style::Folded: return u"folded"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace slipway::compose
