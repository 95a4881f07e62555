// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/registryplace.h"
#include "core/simulator/world.h"

namespace slipway::simulator
{

/// What a token of a registry says: who came for it, for which repositories, until when.
struct RegistryToken
{
    QString registry;
    QString login; ///< empty: nobody
    QStringList repositories;
    QDateTime expiresAt;
};

/// The token of an `Authorization: Bearer`, if it is one of ours and still good.
[[nodiscard]] std::optional<RegistryToken> registryToken(const World &world, const Request &request);

/// Whether that person (nobody, if empty) may pull it.
[[nodiscard]] bool mayPull(const World &world, const ImageRepository &repository, const QString &login);

/// What the token service answers.
[[nodiscard]] Answer tokenAnswer(const World &world, const RegistryPlace &place, const Request &request);

/// The 401 that says where tokens are; `path` is what was asked for, empty for the registry itself.
[[nodiscard]] Answer challenge(const RegistryPlace &place, const Request &request, const QString &path);

/// An answer with the error document of registries.
[[nodiscard]] Answer registryError(int status, const QString &code, const QString &message);
[[nodiscard]] Answer jsonAnswer(const QJsonObject &object, int status = 200);

} // namespace slipway::simulator
