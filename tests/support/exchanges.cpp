// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/exchanges.h"

#include "core/simulator/recording.h"
#include "core/simulator/simulator.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace slipway::test
{
namespace
{

/// The file of this run; what an earlier one left is gone.
simulator::Recording *recording()
{
    static const auto made = [] {
        const auto folder = qEnvironmentVariable("SLIPWAY_EXCHANGES");
        if (folder.isEmpty())
            return std::unique_ptr<simulator::Recording>{};
        QDir{}.mkpath(folder);
        const QString file = folder + u'/' + QFileInfo{QCoreApplication::applicationFilePath()}.fileName() + u".jsonl";
        QFile::remove(file);
        return std::make_unique<simulator::Recording>(file);
    }();
    return made.get();
}

} // namespace

void record(const simulator::Request &request, const simulator::Answer &answer)
{
    if (auto *open = recording())
        open->add(request, answer);
}

void recordExchanges(simulator::Simulator &simulator)
{
    simulator.server().tell(record);
}

} // namespace slipway::test
