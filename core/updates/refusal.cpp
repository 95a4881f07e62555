// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/updates/refusal.h"

#include "core/compose/pin.h"
#include "core/updates/text.h"
#include "core/updates/why.h"
#include "core/yaml/scalartype.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::updates
{
namespace
{

using compose::Kind;
using compose::Site;

std::unexpected<Refusal> refuse(Reason reason, const QString &why)
{
    return std::unexpected(Refusal{.reason = reason, .why = why});
}

bool isTemplate(const QString &text)
{
    return std::ranges::any_of(QStringList{u"{{"_s, u"{%"_s, u"<%"_s, u"%%"_s},
                               [&](const QString &mark) { return text.contains(mark); });
}

/// What the file itself says against a change.
std::optional<Refusal> refusalByUse(const Site &site)
{
    if (site.use.kind == Kind::Context || site.use.kind == Kind::Model)
        return Refusal{Reason::NotManaged, Text::tr("Build contexts and models are shown, not changed.")};
    if (site.isShadowed())
        return Refusal{Reason::Shadowed, Text::tr("%1 replaces this.").arg(site.replacedBy)};
    if (site.use.services.isEmpty())
        return Refusal{Reason::Unused, Text::tr("No service uses this fragment.")};
    if (isTemplate(site.use.text))
        return Refusal{Reason::Template, Text::tr("A template fills this in later; Slipway cannot know its value.")};
    if (site.use.kind != Kind::Service)
        return std::nullopt;
    for (const auto &service : site.services) {
        if (!service.build.isEmpty())
            return Refusal{
                Reason::BuiltHere,
                Text::tr(
                    "%1 is built from %2; `image` is the name of the result. Its base image belongs to the Dockerfile.")
                    .arg(service.name, service.build)};
    }
    const auto isNeverPulled = [](const compose::ServiceFacts &service) {
        return service.pullPolicy == "never"_L1 || service.pullPolicy == "build"_L1;
    };
    if (!site.services.isEmpty() && std::ranges::all_of(site.services, isNeverPulled))
        return Refusal{Reason::NeverPulled, Text::tr("`pull_policy: %1`: this image is not taken from a registry.")
                                                .arg(site.services.first().pullPolicy)};
    return std::nullopt;
}

Refusal unset(const Site &site)
{
    if (site.effective.unset.isEmpty()) {
        const auto name = QString::fromUtf8(site.effective.empty.first());
        return {Reason::VariableUnset,
                Text::tr("`%1` is set to nothing in .env. Give it a value there, or write `${%1:-…}`.").arg(name)};
    }
    const auto name = QString::fromUtf8(site.effective.unset.first());
    return {
        Reason::VariableUnset,
        Text::tr("`${%1}` has no value in .env and no default. Add `%1=…` to .env, or write `${%1:-…}`.").arg(name)};
}

QString whyInvalid(const Site &site)
{
    if (yaml::typeOf(*site.place) != yaml::ScalarType::Text)
        return Text::tr("`%1` is a number to YAML, not a text. Put it in quotes, with the name of the image.")
            .arg(site.use.text);
    const auto isBlock = site.use.style == yaml::Style::Literal || site.use.style == yaml::Style::Folded;
    if (isBlock && site.effective.text.endsWith('\n'))
        return Text::tr(
            "The text ends in a line break, which no engine takes. Write `|-` or `>-` instead of `|` or `>`.");
    const auto parsed = ImageReference::parse(QString::fromUtf8(site.effective.text));
    if (parsed)
        return {};
    return parsed.error().remedy.isEmpty() ? parsed.error().message
                                           : parsed.error().message + u' ' + parsed.error().remedy;
}

Refusal escaped()
{
    return {Reason::Escaped, Text::tr("The text uses escapes or spans lines; write it plainly and it can be updated.")};
}

/// What the text says against a change.
std::optional<Refusal> refusalByText(const Site &site)
{
    if (site.use.via == compose::Via::Unset)
        return unset(site);
    if (!site.use.image) {
        const auto isFolded =
            !site.place->verbatim && site.use.style != yaml::Style::Literal && site.use.style != yaml::Style::Folded;
        if (isFolded)
            return escaped();
        return Refusal{Reason::InvalidReference, whyInvalid(site)};
    }
    const auto obstacle = compose::pinObstacle(site);
    if (!obstacle)
        return std::nullopt;
    if (*obstacle == compose::PinObstacle::Escaped)
        return escaped();
    if (site.ambiguous)
        return Refusal{
            Reason::VariableComplex,
            Text::tr("Projects with other values in their `.env` share this text, so no change suits them all.")};
    return Refusal{
        Reason::VariableComplex,
        Text::tr("The tag is put together from several variables; Slipway changes only one value at a time.")};
}

/// A service's `platform`; without a system it is one of Linux. Nothing for what names no architecture.
std::optional<Platform> platformOf(const compose::ServiceFacts &service)
{
    static const QStringList systems{u"linux"_s, u"windows"_s, u"darwin"_s, u"freebsd"_s};
    if (!service.platform || systems.contains(*service.platform))
        return std::nullopt;
    const auto platform =
        Platform::parse(service.platform->contains(u'/') ? *service.platform : u"linux/"_s + *service.platform);
    return platform ? std::optional{*platform} : std::nullopt;
}

QList<Platform> requiredPlatforms(const Site &site, const config::Policy &policy)
{
    QList<Platform> required;
    const auto require = [&](const Platform &platform) {
        if (!required.contains(platform))
            required.append(platform);
    };
    for (const auto &service : site.services) {
        if (const auto own = platformOf(service))
            require(*own);
        else
            std::ranges::for_each(policy.platforms, require);
    }
    return required;
}

/// What the policy says against a change.
std::expected<Subject, Refusal> subjectByPolicy(const Site &site, const QList<config::Policy> &policies)
{
    const auto &policy = policies.first();
    if (std::ranges::any_of(policies, [&](const config::Policy &other) { return other != policy; }))
        return refuse(
            Reason::PoliciesDiffer,
            Text::tr("%1 share this line but have different policies.").arg(site.use.services.join(Text::tr(" and "))));

    const auto &image = *site.use.image;
    if (!image.tag && image.digest && !policy.tag)
        return refuse(
            Reason::DigestOnly,
            Text::tr("There is a digest but no tag, so nobody can say what is newer. Write `name:tag@sha256:…`, "
                     "or set `tag:` in the policy."));
    const auto tag = image.tag ? *image.tag : policy.tag.value_or(u"latest"_s);
    const auto order = TagOrder::of(policy, tag);
    if (!order && policy.follow == config::Follow::Regex)
        return refuse(Reason::TagNotVersion,
                      Text::tr("`%1` does not match the policy's `match`. Write a tag that does once.").arg(tag));
    if (!order)
        return refuse(
            Reason::TagNotVersion,
            Text::tr("`%1` is no version, but the policy follows versions. Follow `digest`, or write a version once.")
                .arg(tag));
    return Subject{
        .site = site, .policy = policy, .tag = tag, .order = *order, .required = requiredPlatforms(site, policy)};
}

} // namespace

std::expected<Subject, Refusal> subjectOf(const Site &site, const QList<config::Policy> &policies)
{
    auto refusal = refusalByUse(site);
    if (!refusal)
        refusal = refusalByText(site);
    const auto subject = refusal ? std::unexpected(*refusal) : subjectByPolicy(site, policies);
    if (subject || !site.elsewhere)
        return subject;
    return refuse(subject.error().reason, whyUnquoted(subject.error().reason));
}

} // namespace slipway::updates
