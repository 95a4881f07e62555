// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/heap.h"
#include "app/ctl/interruption.h"
#include "core/base/log.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

using namespace slipway;

namespace
{

/// A file that is opened must never take the place of a stream that came closed: what is printed would get into it.
void openAllStreams()
{
    int descriptor = 0;
    do
        descriptor = open("/dev/null", O_RDWR | O_CLOEXEC);
    while (descriptor >= 0 && descriptor <= STDERR_FILENO);
    close(descriptor);
}

/// All that was printed has arrived, or its reader wanted no more.
bool arrived(const QFile &out)
{
    return out.error() == QFileDevice::NoError || out.errorString() == qt_error_string(EPIPE);
}

} // namespace

int main(int argc, char **argv)
{
    ctl::useHugePages();
    openAllStreams();
    const auto environment = QProcessEnvironment::systemEnvironment();
    qputenv("LC_ALL", "C.UTF-8"); // Qt wants UTF-8, and would complain of another locale on stderr
    qputenv("QT_NO_GLIB", "1");   // GLib's event loop takes more of the processor than Qt's own
    std::signal(SIGPIPE, SIG_IGN);
    redactLog();
    const QCoreApplication application{argc, argv};
    QFile in, out, err;
    if (!in.open(STDIN_FILENO, QIODevice::ReadOnly | QIODevice::Unbuffered) ||
        !out.open(STDOUT_FILENO, QIODevice::WriteOnly | QIODevice::Unbuffered) ||
        !err.open(STDERR_FILENO, QIODevice::WriteOnly | QIODevice::Unbuffered))
        return static_cast<int>(ctl::Exit::Failed);
    SystemClock clock;
    ctl::Interruption interruption;
    const ctl::Context context{
        .in = &in,
        .out = &out,
        .err = &err,
        .environment = environment,
        .folder = QDir::currentPath(),
        .terminal = ctl::terminalOf(environment),
        .clock = &clock,
        .stop = interruption.token(),
    };

    std::optional<ctl::Exit> done;
    QCoro::connect(ctl::run(context, QCoreApplication::arguments().sliced(1)), &application, [&done](ctl::Exit exit) {
        done = exit;
        QCoreApplication::quit();
    });
    if (!done) {
        interruption.listen();
        QCoreApplication::exec();
    }
    if (const auto status = interruption.status())
        std::_Exit(*status); // waits for no thread that looks a name up
    if (!arrived(out)) {
        err.write("slipwayctl: The output could not be written: " + out.errorString().toUtf8() + ".\n");
        return static_cast<int>(ctl::Exit::Failed);
    }
    return static_cast<int>(done.value_or(ctl::Exit::Failed));
}
