// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/api/labels.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::simulator
{

const Label *label(const Repository &repository, const QString &name)
{
    const auto found = std::ranges::find_if(
        repository.labels, [&](const Label &one) { return one.name.compare(name, Qt::CaseInsensitive) == 0; });
    return found == repository.labels.end() ? nullptr : &*found;
}

void addLabels(World &world, Repository &repository, PullRequest &pull, const QStringList &names)
{
    for (const auto &name : names) {
        if (!label(repository, name))
            repository.labels.append({.id = nextId(world), .name = name, .color = u"ededed"_s});
        if (const auto known = label(repository, name)->name; !pull.labels.contains(known))
            pull.labels.append(known);
    }
    pull.updatedAt = world.now;
}

} // namespace slipway::simulator
