// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/world.h"

namespace slipway::simulator::demo
{

/// Where a service's tag and digest stand in the files of the deployment repository.
struct Place
{
    QString file;
    QByteArray before; ///< the text that they follow
};

/// A service as the deployment repository names it.
struct Deployed
{
    QString name;   ///< "calendar-sync"
    QString source; ///< "fogis-calendar-phonebook-sync"; empty for an image that is not of the organisation
    QList<Place> places;
};

[[nodiscard]] const QList<Deployed> &deployed();
[[nodiscard]] Deployed deployed(const QString &name);

/// "1.4.2@sha256:…" as it stands at that place.
[[nodiscard]] QByteArray referenceAt(const QByteArray &text, const Place &place);
[[nodiscard]] QByteArray withReference(QByteArray text, const Place &place, const QByteArray &reference);

/// "1.4.2@sha256:…" of an image of the organisation.
[[nodiscard]] QString pinned(World &world, const QString &source, const QString &tag);

/// The image that was published just then.
[[nodiscard]] QString digestPublished(const ImageRepository &repository, const QDateTime &at);

} // namespace slipway::simulator::demo
