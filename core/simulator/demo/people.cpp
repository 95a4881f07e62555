// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/demo/people.h"

#include "core/simulator/demo.h"

using namespace Qt::StringLiterals;

namespace slipway::simulator::demo
{

void addPeople(World &world)
{
    using enum Account::Kind;
    add(world, Account{1204417, u"bartesch"_s, u"Bea Artesch"_s});
    add(world, Account{2381190, u"mfager"_s, u"Mats Fager"_s});
    add(world, Account{168402231, u"slipway-bot"_s, u"slipway-bot"_s});
    add(world, Account{49699333, u"dependabot[bot]"_s, u"dependabot[bot]"_s, Bot});
    add(world, Account{41898282, u"github-actions[bot]"_s, u"github-actions[bot]"_s, Bot});
    add(world, Account{61204417,
                       u"PitchConnect"_s,
                       u"PitchConnect"_s,
                       Organization,
                       {{u"bartesch"_s, true}, {u"mfager"_s, false}, {u"slipway-bot"_s, false}}});
    world.tokens.insert(QString::fromLatin1(demoToken),
                        {u"bartesch"_s, {u"read:org"_s, u"read:packages"_s, u"repo"_s, u"workflow"_s}});
}

} // namespace slipway::simulator::demo
