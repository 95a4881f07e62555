// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/exchanges.h"

#include "core/simulator/recording.h"
#include "core/simulator/simulator.h"

#include <QCoreApplication>
#include <QCryptographicHash>
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

/// Whether the same was asked and answered before in this run: to hold it against the description once is enough.
bool isKnown(const simulator::Request &request, const simulator::Answer &answer)
{
    static QSet<QByteArray> known;
    QCryptographicHash hash{QCryptographicHash::Sha256};
    const auto version = request.headers.value("X-GitHub-Api-Version").toByteArray();
    for (const auto &part :
         {request.method, request.host.toUtf8(), request.path.toUtf8(), request.query.toString().toUtf8(), version,
          request.body, QByteArray::number(answer.status), answer.body}) {
        hash.addData(QByteArray{QByteArray::number(part.size()) + ' '});
        hash.addData(part);
    }
    const auto before = known.size();
    known.insert(hash.result());
    return known.size() == before;
}

} // namespace

void record(const simulator::Request &request, const simulator::Answer &answer)
{
    if (auto *open = recording(); open && !isKnown(request, answer))
        open->add(request, answer);
}

void recordExchanges(simulator::Simulator &simulator)
{
    simulator.server().tell(record);
}

} // namespace slipway::test
