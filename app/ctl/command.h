// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/options.h"
#include "app/ctl/terminal.h"
#include "core/base/clock.h"
#include "core/http/endpoints.h"

#include <QCoroTask>
#include <QIODevice>
#include <QProcessEnvironment>

#include <stop_token>

namespace slipway::ctl
{

/// Statuses that scripts may rely on. (130 and 143 are those of Ctrl+C and SIGTERM.)
enum class Exit {
    Done = 0,             ///< done, or nothing to do
    Failed = 1,           ///< something could not be read, asked or written
    UpdatesAvailable = 2, ///< `plan` alone
    WrongUsage = 64,
};

/// All that a command knows of the world. The pointers outlive its run.
struct Context
{
    QIODevice *in = nullptr;
    QIODevice *out = nullptr; ///< what was asked for
    QIODevice *err = nullptr; ///< problems, and progress
    QProcessEnvironment environment = {};
    QString folder = {}; ///< the current folder, absolute
    Terminal terminal = {};
    Clock *clock = nullptr;
    http::Endpoints endpoints = {}; ///< hosts that others stand in for: set by tests, in code
    std::stop_token stop = {};
};

struct Command
{
    QString name;
    QString summary;     ///< half a line, for the list of commands
    QString description; ///< for its own help: paragraphs
    QCoro::Task<Exit> (*run)(Context context, Options options);
    bool takesFiles = true;
};

[[nodiscard]] const QList<Command> &allCommands();

/// Runs what the words of the command line (without the program's name) ask for.
[[nodiscard]] QCoro::Task<Exit> run(Context context, QStringList words);

// One file each.
[[nodiscard]] QCoro::Task<Exit> runImages(Context context, Options options);
[[nodiscard]] QCoro::Task<Exit> runPlan(Context context, Options options);
[[nodiscard]] QCoro::Task<Exit> runApply(Context context, Options options);
[[nodiscard]] QCoro::Task<Exit> runSimulate(Context context, Options options);

} // namespace slipway::ctl
