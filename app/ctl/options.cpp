// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/options.h"

#include "app/ctl/text.h"
#include "core/base/nearest.h"
#include "core/ids/repositoryid.h"

#include <QCommandLineParser>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace slipway::ctl
{
namespace
{

const QString images = u"images"_s;
const QString plan = u"plan"_s;
const QString apply = u"apply"_s;
const QString simulate = u"simulate"_s;

QStringList dashedNames()
{
    QStringList names;
    for (const auto &option : allOptions())
        for (const auto &name : option.names)
            names.append(dashed(name));
    return names;
}

QString unknownOption(const QString &name)
{
    auto sentence = Text::tr("There is no option %1.").arg(dashed(name));
    if (const auto meant = nearest(dashed(name), dashedNames()))
        sentence += Text::tr(" Did you mean %1?").arg(*meant);
    return sentence;
}

/// What is wrong with an option that this command does not have; empty if it has all.
QString misplacedOption(const QCommandLineParser &parser, const QString &command)
{
    const bool isKnown = QStringList{images, plan, apply, simulate}.contains(command);
    for (const auto &option : allOptions()) {
        const auto &name = option.names.first();
        if (isKnown && parser.isSet(name) && !option.commands.contains(command))
            return Text::tr("%1 has no option %2; it belongs to %3.")
                .arg(command, dashed(name), option.commands.join(Text::tr(" and ")));
    }
    return {};
}

/// HOST or HOST:PORT, without a scheme or a path.
bool isAuthority(const QString &text)
{
    const QUrl url{u"//"_s + text, QUrl::StrictMode};
    return url.isValid() && !url.host().isEmpty() && url.path().isEmpty() && url.userInfo().isEmpty() &&
           !url.hasQuery() && !url.hasFragment() && !text.endsWith(u':');
}

/// The number that is the value of an option; nothing if the option is not there.
std::expected<std::optional<int>, QString> numberOf(const QCommandLineParser &parser, const QString &name, int least,
                                                    int most)
{
    if (!parser.isSet(name))
        return std::nullopt;
    const auto text = parser.value(name);
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (!isNumber || number < least || number > most)
        return std::unexpected(Text::tr("%1 takes a number from %2 to %3, not “%4”.")
                                   .arg(dashed(name), QString::number(least), QString::number(most), text));
    return number;
}

std::expected<QStringList, QString> insecureRegistriesOf(const QStringList &texts)
{
    for (const auto &text : texts)
        if (!isAuthority(text))
            return std::unexpected(
                Text::tr("--insecure-registry takes HOST or HOST:PORT, like localhost:5000, not “%1”.").arg(text));
    return texts;
}

std::expected<QList<TrustedRealm>, QString> trustedRealmsOf(const QStringList &texts)
{
    QList<TrustedRealm> realms;
    for (const auto &text : texts) {
        const TrustedRealm realm{text.section(u'=', 0, 0), text.section(u'=', 1)};
        if (!isAuthority(realm.registry) || !isAuthority(realm.host))
            return std::unexpected(
                Text::tr("--trust-realm takes REGISTRY=HOST, like registry.example=auth.example, not “%1”.").arg(text));
        realms.append(realm);
    }
    return realms;
}

/// The same, about repositories.
QString contradictionAbout(const Options &options)
{
    const auto isRemote = !options.repository.isEmpty();
    if (options.pullRequest && !isRemote)
        return Text::tr("--pull-request needs --repo: the repository in which to open them.");
    if (options.together && !options.pullRequest)
        return Text::tr("--together goes with --pull-request.");
    if (options.command == apply && isRemote && !options.pullRequest)
        return Text::tr("apply --repo opens pull requests and writes no file: add --pull-request.");
    if (!options.apiUrl.isEmpty() && !isRemote)
        return Text::tr("--api-url goes with --repo.");
    if (isRemote && !RepositoryId::parse(options.repository))
        return Text::tr("--repo takes OWNER/NAME or OWNER/NAME@REF, not “%1”.").arg(options.repository);
    return {};
}

/// What contradicts itself; empty if nothing does.
QString contradiction(const Options &options)
{
    if (options.json && options.diff)
        return Text::tr("--json and --diff are two kinds of output: choose one. The JSON document has the diff too.");
    if (options.command == simulate && options.words.size() != (options.certificate.isEmpty() ? 0 : 1))
        return Text::tr("simulate takes no FILE; --tls takes a certificate and its key: --tls CERT KEY.");
    if (const auto wrong = contradictionAbout(options); !wrong.isEmpty())
        return wrong;
    if (options.from.isEmpty())
        return {};
    if (!options.repository.isEmpty())
        return Text::tr("--from writes files here: it takes no --repo.");
    if (!options.words.isEmpty())
        return Text::tr("--from takes no FILE: the plan names its files.");
    if (!options.services.isEmpty())
        return Text::tr("--from takes no --service: the plan is written as it is.");
    return {};
}

/// Reads the options that are numbers; what is wrong with one of them.
QString readNumbers(const QCommandLineParser &parser, Options &options)
{
    constexpr int mostParallel = 256;
    const auto parallel = numberOf(parser, u"parallel"_s, 1, mostParallel);
    const auto port = numberOf(parser, u"port"_s, 0, std::numeric_limits<quint16>::max());
    const auto seed = numberOf(parser, u"seed"_s, 0, std::numeric_limits<int>::max());
    for (const auto *number : {&parallel, &port, &seed})
        if (!*number)
            return number->error();
    options.parallel = *parallel;
    options.port = *port;
    options.seed = *seed;
    return {};
}

std::expected<Options, QString> optionsOf(const QCommandLineParser &parser)
{
    const auto value = [&](QStringView name) { return parser.value(name.toString()); };
    const auto isSet = [&](QStringView name) { return parser.isSet(name.toString()); };
    auto words = parser.positionalArguments();
    Options options{
        .command = words.isEmpty() ? QString{} : words.takeFirst(),
        .words = words,
        .help = isSet(u"help"),
        .version = isSet(u"version"),
        .json = isSet(u"json"),
        .quiet = isSet(u"quiet"),
        .noColor = isSet(u"no-color"),
        .diff = isSet(u"diff"),
        .noCache = isSet(u"no-cache"),
        .services = parser.values(u"service"_s),
        .folder = value(u"C"),
        .caFile = value(u"ca-file"),
        .tokenFile = value(u"token-file"),
        .from = value(u"from"),
        .certificate = value(u"tls"),
        .still = isSet(u"still"),
        .world = value(u"world"),
        .repository = value(u"repo").section(u'@', 0, 0),
        .ref = value(u"repo").section(u'@', 1),
        .apiUrl = value(u"api-url"),
        .pullRequest = isSet(u"pull-request"),
        .together = isSet(u"together"),
    };
    for (const auto name :
         {u"C", u"ca-file", u"token-file", u"from", u"service", u"tls", u"world", u"repo", u"api-url"})
        if (isSet(name) && value(name).isEmpty())
            return std::unexpected(Text::tr("The value of %1 is empty.").arg(dashed(QString{name})));
    if (const auto wrong = readNumbers(parser, options); !wrong.isEmpty())
        return std::unexpected(wrong);
    const auto insecure = insecureRegistriesOf(parser.values(u"insecure-registry"_s));
    const auto realms = trustedRealmsOf(parser.values(u"trust-realm"_s));
    if (!insecure || !realms)
        return std::unexpected(!insecure ? insecure.error() : realms.error());
    options.insecureRegistries = *insecure;
    options.trustedRealms = *realms;
    if (const auto wrong = contradiction(options); !wrong.isEmpty())
        return std::unexpected(wrong);
    return options;
}

} // namespace

const QList<Option> &allOptions()
{
    static const QStringList all{images, plan, apply}, every = all + QStringList{simulate};
    static const QList<Option> options{
        {{u"service"_s}, u"NAME"_s, Text::tr("only this service; may be given several times"), all},
        {{u"C"_s}, u"DIR"_s, Text::tr("work in this folder instead of the current one"), every},
        {{u"tls"_s}, u"CERT KEY"_s, Text::tr("speak TLS, with this certificate and key (PEM)"), {simulate}},
        {{u"port"_s}, u"N"_s, Text::tr("listen on this port instead of a free one"), {simulate}},
        {{u"still"_s}, {}, Text::tr("stop the clock on 24 Nov 2026: nothing happens by itself"), {simulate}},
        {{u"world"_s}, u"FILE|N"_s, Text::tr("the organisation that FILE describes, or one of N services"), {simulate}},
        {{u"seed"_s}, u"N"_s, Text::tr("where chance begins (1)"), {simulate}},
        {{u"repo"_s}, u"O/R[@REF]"_s, Text::tr("read the files of that repository, not those here"), all},
        {{u"pull-request"_s}, {}, Text::tr("with --repo: open a pull request for each service"), {apply}},
        {{u"together"_s}, {}, Text::tr("with --pull-request: one for all services"), {apply}},
        {{u"json"_s}, {}, Text::tr("print one JSON document, for scripts"), all},
        {{u"diff"_s}, {}, Text::tr("print the diff alone"), {plan, apply}},
        {{u"from"_s},
         u"PLAN.json"_s,
         Text::tr("write what plan --json printed, or refuse; - reads it from stdin"),
         {apply}},
        {{u"quiet"_s, u"q"_s}, {}, Text::tr("print only problems and errors"), all},
        {{u"no-color"_s}, {}, Text::tr("no colours (as NO_COLOR=1)"), every},
        {{u"help"_s, u"h"_s}, {}, Text::tr("show this help"), every},
        {{u"version"_s}, {}, Text::tr("show the version"), every},
        {{u"token-file"_s}, u"F"_s, Text::tr("token for GitHub and ghcr.io, on the first line of F"), all, true},
        {{u"api-url"_s}, u"URL"_s, Text::tr("the API to ask for --repo (https://api.github.com)"), all, true},
        {{u"ca-file"_s}, u"F"_s, Text::tr("trust the certificates in F (PEM) too"), all, true},
        {{u"insecure-registry"_s}, u"HOST[:PORT]"_s, Text::tr("speak plain HTTP with this registry"), all, true},
        {{u"trust-realm"_s},
         u"REGISTRY=HOST"_s,
         Text::tr("HOST may get the credentials of REGISTRY, for a token"),
         all,
         true},
        {{u"parallel"_s}, u"N"_s, Text::tr("at most N requests at once to one registry (16)"), all, true},
        {{u"no-cache"_s}, {}, Text::tr("ask for everything anew, remember nothing"), all, true},
    };
    return options;
}

QString dashed(const QString &name)
{
    return (name.size() == 1 ? u"-"_s : u"--"_s) + name;
}

std::expected<Options, QString> parseOptions(const QStringList &words)
{
    QCommandLineParser parser;
    for (const auto &option : allOptions())
        parser.addOption(QCommandLineOption{option.names, option.text, option.value});
    if (!parser.parse(QStringList{u"slipwayctl"_s} + words)) {
        const auto unknown = parser.unknownOptionNames();
        return std::unexpected(unknown.isEmpty() ? parser.errorText() : unknownOption(unknown.first()));
    }
    auto options = optionsOf(parser);
    if (options)
        if (const auto wrong = misplacedOption(parser, options->command); !wrong.isEmpty())
            return std::unexpected(wrong);
    return options;
}

} // namespace slipway::ctl
