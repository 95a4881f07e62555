// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/inwords.h"

#include "app/ctl/cells.h"
#include "app/ctl/text.h"

using namespace Qt::StringLiterals;

namespace slipway::ctl
{

using compose::ImageUse;
using compose::Kind;
using updates::Risk;

QString nameOfUnused(QString path)
{
    for (const auto &ending : {"/image"_L1, "/model"_L1})
        if (path.endsWith(ending))
            path.chop(ending.size());
    if (path.startsWith("/services/"_L1))
        path = path.sliced(9);
    path = path.sliced(path.startsWith(u'/') ? 1 : 0);
    return path.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
}

QString kindInWords(Kind kind)
{
    switch (kind) {
    case Kind::Service: return {};
    case Kind::Hook: return Text::tr("hook");
    case Kind::Mount: return Text::tr("mount");
    case Kind::Context: return Text::tr("build context");
    case Kind::Model: return Text::tr("model");
    }
    return {};
}

QString riskInWords(Risk risk)
{
    switch (risk) {
    case Risk::CurrentGone: return Text::tr("what is written is no longer in the registry");
    case Risk::Major: return Text::tr("a major version");
    case Risk::OlderBuild: return Text::tr("built before the current image");
    case Risk::PlatformDropped: return Text::tr("a platform is missing that the current image has");
    case Risk::SourceChanged: return Text::tr("comes from another source repository than before");
    case Risk::StaleComment: return Text::tr("a comment on the line names the old tag");
    }
    return {};
}

QString placeOf(const ImageUse &use)
{
    return u"%1:%2:%3"_s.arg(visible(use.file)).arg(use.line).arg(use.column);
}

QString shortLink(const updates::Source &source)
{
    constexpr qsizetype enough = 12;
    auto link = source.compare;
    for (const auto &commit : {source.from, source.to})
        if (commit.size() > enough)
            link.replace(commit, commit.first(enough));
    return link;
}

QString firstSeven(const Digest &digest)
{
    const auto &text = digest.text();
    return text.sliced(text.indexOf(u':') + 1, 7);
}

QString styleInWords(const ImageUse &use)
{
    QStringList words;
    switch (use.via) {
    case compose::Via::Text: break;
    case compose::Via::Default: words.append(Text::tr("default of a variable")); break;
    case compose::Via::EnvFile: words.append(Text::tr("variable from .env")); break;
    case compose::Via::Unset: words.append(Text::tr("variable without a value")); break;
    }
    switch (use.style) {
    case yaml::Style::Plain: break;
    case yaml::Style::SingleQuoted: words.append(Text::tr("single quotes")); break;
    case yaml::Style::DoubleQuoted: words.append(Text::tr("double quotes")); break;
    case yaml::Style::Literal: words.append(Text::tr("literal block")); break;
    case yaml::Style::Folded: words.append(Text::tr("folded block")); break;
    }
    if (use.anchor)
        words.append(Text::tr("anchor"));
    return words.join(u", "_s);
}

QString imageInWords(const ImageUse &use, bool unicode)
{
    if (!use.image)
        return visible(use.text);
    auto words = text(use.image->repository);
    if (use.image->tag)
        words += u':' + *use.image->tag;
    if (use.image->digest)
        words += u'@' + use.image->digest->text().first(7 + 7) + (unicode ? u"…"_s : u"..."_s);
    return visible(words);
}

} // namespace slipway::ctl
