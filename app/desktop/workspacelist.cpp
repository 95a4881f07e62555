// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/workspacelist.h"

#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::desktop
{
namespace
{

constexpr auto settingsKey = "workspace/known"_L1;

} // namespace

WorkspaceList::WorkspaceList(QSettings &settings)
    : m_settings{settings}
    , m_all{read(settings)}
{
}

QList<workspace::Connection> WorkspaceList::read(const QSettings &settings)
{
    QList<workspace::Connection> all;
    const auto kept = settings.value(settingsKey).toList();
    for (const auto &each : kept) {
        if (auto connection = workspace::connectionFrom(each.toByteArray()))
            all.append(*std::move(connection));
    }
    return all;
}

QList<workspace::Connection> WorkspaceList::byName() const
{
    auto sorted = m_all;
    std::ranges::sort(sorted, {}, nameOf);
    return sorted;
}

const workspace::Connection *WorkspaceList::find(const QString &id) const
{
    const auto found = std::ranges::find(m_all, id, [](const auto &each) { return idOf(each); });
    return found == m_all.end() ? nullptr : &*found;
}

bool WorkspaceList::isSignedIn(const workspace::Connection &connection) const
{
    return m_signedIn.contains(idOf(connection));
}

void WorkspaceList::signIn(const workspace::Connection &connection)
{
    m_signedIn.insert(idOf(connection));
    putFirst(connection);
}

void WorkspaceList::putFirst(const workspace::Connection &connection)
{
    m_all.removeIf([&](const workspace::Connection &each) { return isSame(each, connection); });
    m_all.prepend(connection);
    keep();
}

void WorkspaceList::forget(const workspace::Connection &connection)
{
    m_signedIn.remove(idOf(connection));
    m_all.removeIf([&](const workspace::Connection &each) { return isSame(each, connection); });
    keep();
}

void WorkspaceList::keep()
{
    QVariantList kept;
    for (const auto &each : std::as_const(m_all))
        kept.append(rememberedOf(each));
    m_settings.setValue(settingsKey, kept);
}

bool isSame(const workspace::Connection &one, const workspace::Connection &other)
{
    return one.isDemo == other.isDemo && idOf(one) == idOf(other);
}

QString nameOf(const workspace::Connection &connection)
{
    auto name = connection.repository.text();
    if (connection.branch)
        name += u'@' + connection.branch->text();
    if (connection.host.name != "github.com"_L1)
        name += u" · "_s + connection.host.name;
    return name;
}

} // namespace slipway::desktop
