// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::ctl
{
namespace
{

constexpr int usualWidth = 80;
constexpr int leastWidth = 20;

int widthOf(const QProcessEnvironment &environment)
{
    if (const int columns = environment.value(u"COLUMNS"_s).toInt(); columns > 0)
        return columns;
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return usualWidth;
}

bool speaksUtf8(const QProcessEnvironment &environment)
{
    for (const auto &name : {u"LC_ALL"_s, u"LC_CTYPE"_s, u"LANG"_s}) {
        const auto locale = environment.value(name);
        if (!locale.isEmpty())
            return locale.contains("UTF-8"_L1, Qt::CaseInsensitive) || locale.contains("utf8"_L1, Qt::CaseInsensitive);
    }
    return false;
}

QLatin1StringView code(Paint paint)
{
    switch (paint) {
    case Paint::Plain: return {};
    case Paint::Strong: return "1"_L1;
    case Paint::Muted: return "2"_L1;
    case Paint::Update: return "1;36"_L1;
    case Paint::Good: return "2;32"_L1;
    case Paint::Attention: return "33"_L1;
    case Paint::Danger: return "1;31"_L1;
    case Paint::Added: return "32"_L1;
    case Paint::Removed: return "31"_L1;
    case Paint::AddedWord: return "1;7;32"_L1;
    case Paint::RemovedWord: return "1;7;31"_L1;
    case Paint::Hunk: return "36"_L1;
    }
    return {};
}

} // namespace

Terminal terminalOf(const QProcessEnvironment &environment)
{
    const bool tty = isatty(STDOUT_FILENO) == 1;
    const auto kind = environment.value(u"TERM"_s);
    const bool dumb = kind.isEmpty() || kind == "dumb"_L1;
    return {
        .width = std::max(leastWidth, widthOf(environment)),
        .tty = tty,
        .colours = tty && !dumb && environment.value(u"NO_COLOR"_s).isEmpty(),
        .unicode = speaksUtf8(environment),
        .progress = isatty(STDERR_FILENO) == 1 && !dumb,
    };
}

QString painted(const QString &text, Paint paint, const Terminal &terminal)
{
    if (!terminal.colours || text.isEmpty() || paint == Paint::Plain)
        return text;
    return u"\x1b["_s + code(paint) + u'm' + text + u"\x1b[0m"_s;
}

} // namespace slipway::ctl
