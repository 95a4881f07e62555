// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/registry/asking.h"
#include "tests/core/registry/tokenregistry.h"
#include "tests/support/folder.h"

/// Asking ghcr.io, which is a registry of the test, for tags.
namespace slipway::test
{

inline const QByteArray realm = "https://ghcr.io/token";

[[nodiscard]] ImageRepository ghcr(const QByteArray &path);
[[nodiscard]] QList<QByteArray> names(int count); ///< "acme/app-0" …
[[nodiscard]] QList<ImageRepository> repositories(const QList<QByteArray> &paths);

/// "me:pw" at ghcr.io, from Docker's configuration in a folder of the test's own.
class Me
{
public:
    explicit Me(const QByteArray &pair = "me:pw", const QByteArray &key = "auth");

private:
    [[nodiscard]] QProcessEnvironment environment(const QByteArray &pair, const QByteArray &key) const;

    Folder m_folder;

public:
    registry::Logins logins;
};

[[nodiscard]] http::Settings at(const TokenRegistry &registry);

/// All tag lists, asked for at once: what came of each.
[[nodiscard]] QList<Result<QStringList>> tagsOf(registry::Client &client, const QList<ImageRepository> &list);

/// What is wrong with them; nothing if all are there.
[[nodiscard]] QString wrong(const QList<Result<QStringList>> &answers);

} // namespace slipway::test
