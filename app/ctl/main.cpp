// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/interruption.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cstdio>

using namespace slipway;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QFile in;
    QFile out;
    QFile err;
    if (!in.open(stdin, QIODevice::ReadOnly) || !out.open(stdout, QIODevice::WriteOnly) ||
        !err.open(stderr, QIODevice::WriteOnly | QIODevice::Unbuffered))
        return static_cast<int>(ctl::Exit::Failed);
    const auto environment = QProcessEnvironment::systemEnvironment();
    SystemClock clock;
    const ctl::Interruption interruption;
    const ctl::Context context{.in = &in,
                               .out = &out,
                               .err = &err,
                               .environment = environment,
                               .folder = QDir::currentPath(),
                               .terminal = ctl::terminalOf(environment),
                               .clock = &clock,
                               .stop = interruption.token()};

    std::optional<ctl::Exit> done;
    QCoro::connect(ctl::run(context, QCoreApplication::arguments().sliced(1)), &application, [&done](ctl::Exit exit) {
        done = exit;
        QCoreApplication::quit();
    });
    if (!done)
        QCoreApplication::exec();
    out.flush();
    return interruption.status().value_or(static_cast<int>(done.value_or(ctl::Exit::Failed)));
}
