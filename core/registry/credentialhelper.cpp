// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/credentialhelper.h"

#include "core/registry/dockerconfig.h"
#include "core/registry/text.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>
#include <coroutine>

using namespace Qt::StringLiterals;

namespace slipway::registry
{

namespace
{

using Answer = Result<std::shared_ptr<const Login>>;

constexpr qsizetype longestAnswer = 64 * 1024;

bool isPlainName(const QString &name)
{
    const auto isPlain = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-' ||
               c == u'_' || c == u'.';
    };
    return !name.isEmpty() && name.size() <= 64 && std::ranges::all_of(name, isPlain);
}

/// Empty if there is none. A relative folder in PATH could be one that somebody else fills.
QString executable(const QString &program, const QProcessEnvironment &environment)
{
    QStringList folders = environment.value(u"PATH"_s).split(u':', Qt::SkipEmptyParts);
    folders.removeIf([](const QString &folder) { return QDir::isRelativePath(folder); });
    return folders.isEmpty() ? QString{} : QStandardPaths::findExecutable(program, folders);
}

QProcessEnvironment withoutOurTokens(QProcessEnvironment environment)
{
    for (const auto &name : {u"SLIPWAY_TOKEN"_s, u"GH_TOKEN"_s, u"GITHUB_TOKEN"_s})
        environment.remove(name);
    return environment;
}

/// Awaits the end of a process, or the deadline; true if it ended in time. (QCoro's waitForFinished() waits for a
/// program that cannot be started until the end, and its signals cannot be private ones, such as stateChanged.)
struct Ended
{
    QProcess &process;
    std::chrono::milliseconds deadline;

    [[nodiscard]] bool await_ready() const { return process.state() == QProcess::NotRunning; }
    void await_suspend(std::coroutine_handle<> waiting) const
    {
        auto *here = new QObject{&process};
        const auto wake = [here, waiting] {
            const auto next = waiting;
            delete here; // nothing else wakes it
            next.resume();
        };
        const auto look = [wake, of = &process] {
            if (of->state() == QProcess::NotRunning)
                wake();
        };
        // Queued: who waits may end the process's life, which must not be while it speaks.
        QObject::connect(&process, &QProcess::stateChanged, here, look, Qt::QueuedConnection);
        QTimer::singleShot(deadline, here, wake);
    }
    [[nodiscard]] bool await_resume() const { return await_ready(); }
};

std::unexpected<Error> failed(Error::Kind kind, const char *message, const QString &name)
{
    return failure({kind, Text::tr(message).arg(name)});
}

Answer answerOf(QProcess &process, const QString &name)
{
    const bool ran = process.error() != QProcess::FailedToStart && process.exitStatus() == QProcess::NormalExit;
    const auto output = process.read(longestAnswer);
    if (ran && process.exitCode() == 1 && output.startsWith("credentials not found"))
        return std::shared_ptr<const Login>{};
    if (!ran || process.exitCode() != 0)
        return failed(Error::Kind::Protocol,
                      QT_TRANSLATE_NOOP("registry", "Docker's credential helper %1 could not say the login."), name);
    return readHelperAnswer(output);
}

} // namespace

QCoro::Task<Answer> askCredentialHelper(QString name, QString server, QProcessEnvironment environment,
                                        std::chrono::milliseconds deadline, std::stop_token stop)
{
    const auto program = u"docker-credential-%1"_s.arg(name);
    const auto path = isPlainName(name) ? executable(program, environment) : QString{};
    if (path.isEmpty())
        co_return failed(Error::Kind::NotFound,
                         QT_TRANSLATE_NOOP("registry", "Docker's credential helper %1 is not installed."), name);

    QProcess process;
    process.setProcessEnvironment(withoutOurTokens(environment));
    const std::stop_callback kill{stop, [&process] { process.kill(); }};
    process.start(path, {u"get"_s});
    process.write(server.toUtf8() + '\n');
    process.closeWriteChannel();
    const bool inTime = co_await Ended{.process = process, .deadline = deadline};

    if (stop.stop_requested())
        co_return failure(cancelled());
    if (!inTime) {
        process.kill();
        process.waitForFinished(100); // it is dead by now
        co_return failed(Error::Kind::Timeout,
                         QT_TRANSLATE_NOOP("registry", "Docker's credential helper %1 did not answer in time."), name);
    }
    co_return answerOf(process, name);
}

} // namespace slipway::registry
