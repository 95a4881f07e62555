// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/interruption.h"

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace slipway::ctl
{
namespace
{

int pipeEnds[2]; ///< a signal may do no more than write to it

extern "C" void onSignal(int number)
{
    const auto byte = static_cast<unsigned char>(number);
    [[maybe_unused]] const auto written = write(pipeEnds[1], &byte, 1);
}

} // namespace

Interruption::Interruption() = default;

void Interruption::listen()
{
    if (pipe2(pipeEnds, O_CLOEXEC | O_NONBLOCK) != 0)
        return; // the signals then end the process at once, as they do without us
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] { heard(); });
    struct sigaction action{};
    action.sa_handler = onSignal;
    action.sa_flags = static_cast<int>(SA_RESETHAND); // the second time it ends the process
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

void Interruption::heard()
{
    unsigned char number = 0;
    if (read(pipeEnds[0], &number, 1) != 1)
        return;
    m_status = 128 + number;
    m_stop.request_stop();
}

} // namespace slipway::ctl
