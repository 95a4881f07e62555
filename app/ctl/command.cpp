// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"

#include "app/ctl/cells.h"
#include "app/ctl/help.h"
#include "app/ctl/report.h"
#include "app/ctl/text.h"
#include "core/base/nearest.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::ctl
{
namespace
{

void print(QIODevice &device, const QString &text)
{
    device.write(text.toUtf8());
}

Exit wrongUsage(const Context &context, const QString &sentence, const Options &options = {})
{
    return failed(
        context, options,
        {.error = {.kind = Error::Kind::InvalidInput, .message = sentence, .remedy = Text::tr("See: slipwayctl help")},
         .exit = Exit::WrongUsage});
}

const Command *find(const QString &name)
{
    const auto found = std::ranges::find(allCommands(), name, &Command::name);
    return found == allCommands().end() ? nullptr : &*found;
}

/// What a line that cannot be read asks for all the same: scripts get their document with the mistake in it.
Options wishes(const QStringList &words)
{
    const auto command = std::ranges::find_if(words, [](const QString &word) { return find(word); });
    if (command == words.end())
        return {};
    return {.command = *command, .words = {}, .json = words.contains("--json"_L1)};
}

QString unknownCommand(const QString &name)
{
    QStringList names{u"help"_s};
    for (const auto &command : allCommands())
        names.append(command.name);
    auto sentence = Text::tr("There is no command “%1”.").arg(visible(name));
    if (const auto meant = nearest(name, names))
        sentence += Text::tr(" Did you mean %1?").arg(*meant);
    return sentence;
}

Exit help(const Context &context, const QString &name)
{
    const int width = context.terminal.width;
    if (name.isEmpty() || name == "help"_L1) {
        print(*context.out, overview(width));
        return Exit::Done;
    }
    const auto *command = find(name);
    if (!command)
        return wrongUsage(context, unknownCommand(name));
    print(*context.out, helpFor(*command, width));
    return Exit::Done;
}

Error noFolder(const QString &name)
{
    return {.kind = Error::Kind::NotFound, .message = Text::tr("There is no folder %1.").arg(name)};
}

} // namespace

const QList<Command> &allCommands()
{
    static const QList<Command> commands{
        {
            u"images"_s,
            Text::tr("list every image reference, with its place and how it is written"),
            Text::tr("Lists every image reference in the compose files: its file, line and column, the services that "
                     "use it, the image that is in effect, and how it is written. Asks no registry and changes "
                     "nothing."),
            runImages,
        },
        {
            u"plan"_s,
            Text::tr("ask the registries, and show what would change and why"),
            Text::tr("Asks the registries what is newest, applies the policies of .github/slipway.yml, and shows for "
                     "each image what runs, what is newest and why it is updated, held or refused; then the exact "
                     "diff. Changes nothing.\n"
                     "\n"
                     "Exit status: 0 nothing to do, 2 updates available, 1 something could not be read or asked, "
                     "64 wrong usage."),
            runPlan,
        },
        {
            u"apply"_s,
            Text::tr("do the same, and write exactly the diff that is shown"),
            Text::tr("Does what plan does, then writes exactly the diff that it showed, without asking. Only the bytes "
                     "of the references change: comments, quotes and line ends stay. Each file is replaced as a whole, "
                     "so that it is old or new at any moment.\n"
                     "\n"
                     "Exit status: 0 done or nothing to do, 1 something could not be read, asked or written, "
                     "64 wrong usage."),
            runApply,
        },
        {
            u"simulate"_s,
            Text::tr("play GitHub and the registries, to try Slipway without either"),
            Text::tr(
                "Serves a small organisation with a deployment repository, pull requests, packages and images as "
                "GitHub and the registries would, on a port of this machine alone, until it is interrupted. Things "
                "happen there by themselves: versions come out, automation opens pull requests, checks run. What "
                "is changed is forgotten at the end.\n"
                "\n"
                "Prints one line of JSON: the addresses of the REST API, the GraphQL API and the registry, and a "
                "token. With --tls, gh can look at it: GH_HOST=localhost:PORT, GH_ENTERPRISE_TOKEN, SSL_CERT_FILE."),
            runSimulate,
            false,
        },
    };
    return commands;
}

QCoro::Task<Exit> run(Context context, QStringList words)
{
    const auto parsed = parseOptions(words);
    if (!parsed)
        co_return wrongUsage(context, parsed.error(), wishes(words));
    const auto &options = *parsed;
    if (options.version) {
        print(*context.out, u"slipwayctl " SLIPWAY_VERSION "\n"_s);
        co_return Exit::Done;
    }
    if (options.command == "help"_L1)
        co_return help(context, options.words.value(0));
    if (options.help)
        co_return help(context, options.command);
    if (options.command.isEmpty()) {
        print(*context.out, overview(context.terminal.width));
        co_return Exit::WrongUsage;
    }
    const auto *command = find(options.command);
    if (!command)
        co_return wrongUsage(context, unknownCommand(options.command));

    context.terminal.colours = context.terminal.colours && !options.noColor;
    context.terminal.progress = context.terminal.progress && !options.quiet && !options.json;
    if (!options.folder.isEmpty())
        context.folder = QDir{context.folder}.absoluteFilePath(options.folder);
    if (!QFileInfo{context.folder}.isDir())
        co_return failed(context, options, {.error = noFolder(options.folder)});
    const auto exit = co_await command->run(context, options);
    co_return exit;
}

} // namespace slipway::ctl
