// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/api/memory.h"

using namespace Qt::StringLiterals;

namespace slipway::simulator
{
namespace
{

QString mergeOf(const Repository &repository, const PullRequest &pull)
{
    return u"%1#%2 %3 %4"_s.arg(repository.id).arg(pull.number).arg(pull.headCommit, branch(repository, pull.base));
}

} // namespace

Memory memoryOf(const World &world)
{
    Memory memory;
    for (const auto &repository : world.repositories)
        for (const auto &pull : repository.pulls)
            if (pull.isOpen())
                memory.merges.insert(mergeOf(repository, pull));
    return memory;
}

std::optional<Mergeability> askMergeability(Memory &memory, const Repository &repository, const PullRequest &pull)
{
    const auto merge = mergeOf(repository, pull);
    if (!pull.isOpen() || memory.merges.contains(merge))
        return mergeability(repository, pull);
    memory.merges.insert(merge);
    return {};
}

} // namespace slipway::simulator
