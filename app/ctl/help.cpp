// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/help.h"

#include "app/ctl/cells.h"
#include "app/ctl/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::ctl
{
namespace
{

constexpr int widest = 100; ///< longer lines are hard to read

struct Entry
{
    QString term;
    QString text;
};

QString paragraphs(const QString &text, int width)
{
    QString out;
    const auto paragraphs = text.split(u'\n');
    for (const auto &paragraph : paragraphs)
        out += wrapped(paragraph, width).join(u'\n') + u"\n"_s;
    return out;
}

/// Terms with their texts beside them, the texts one under the other.
QString listed(const QList<Entry> &entries, int width)
{
    int column = 0;
    for (const auto &entry : entries)
        column = std::max(column, cells(entry.term) + 4);
    QString out;
    for (const auto &entry : entries) {
        const auto lines = wrapped(entry.text, std::max(20, width - column));
        for (qsizetype i = 0; i < lines.size(); ++i)
            out += padded(i == 0 ? u"  "_s + entry.term : QString{}, column) + lines.at(i) + u'\n';
    }
    return out;
}

QString termOf(const Option &option)
{
    QStringList names;
    for (const auto &name : option.names)
        names.prepend(dashed(name));
    const auto term = names.join(u", "_s);
    return (names.first().size() == 2 ? u""_s : u"    "_s) + term +
           (option.value.isEmpty() ? u""_s : u' ' + option.value);
}

QList<Entry> optionEntries(const QString &command, bool network)
{
    QList<Entry> entries;
    for (const auto &option : allOptions())
        if (option.network == network && option.commands.contains(command))
            entries.append({termOf(option), option.text});
    return entries;
}

} // namespace

QString overview(int width)
{
    width = std::min(width, widest);
    QList<Entry> commands;
    for (const auto &command : allCommands())
        commands.append({command.name, command.summary});
    commands.append({u"help"_s, Text::tr("tell more about a command: slipwayctl help plan")});
    return paragraphs(Text::tr("Slipway finds the images in Docker Compose files, says what is newer and why, and "
                               "writes the change.\n"),
                      width) +
           Text::tr("Usage: slipwayctl COMMAND [OPTION...] [FILE...]\n\nCommands:\n") + listed(commands, width) +
           u'\n' +
           paragraphs(Text::tr("FILE is a compose file, or a folder that has one. Without FILE: the files that "
                               ".github/slipway.yml lists, else those of COMPOSE_FILE in .env, else compose.yaml and "
                               "its override in the current folder.\n"
                               "\n"
                               "Start with: slipwayctl plan. It writes nothing. The manual: man slipwayctl."),
                      width);
}

QString helpFor(const Command &command, int width)
{
    width = std::min(width, widest);
    const auto usage = command.takesFiles ? Text::tr("Usage: slipwayctl %1 [OPTION...] [FILE...]\n\n")
                                          : Text::tr("Usage: slipwayctl %1 [OPTION...]\n\n");
    QString text = usage.arg(command.name) + paragraphs(command.description, width) + u'\n' + Text::tr("Options:\n") +
                   listed(optionEntries(command.name, false), width);
    if (const auto network = optionEntries(command.name, true); !network.isEmpty())
        text += u'\n' + Text::tr("Options for asking registries:\n") + listed(network, width);
    return text;
}

} // namespace slipway::ctl
