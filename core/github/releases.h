// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/github/api.h"
#include "core/ids/repositoryid.h"

namespace slipway::github
{

struct Release
{
    QString tag;
    QString name = {};  ///< may be empty
    QString notes = {}; ///< Markdown as it was written, not judged; may be empty
    std::optional<QDateTime> publishedAt = {};
    bool isPrerelease = false;
    QUrl url = {}; ///< https, or empty

    bool operator==(const Release &) const = default;
};

/// The release of that tag; nothing if there is none, or the repository may not be seen. Errors: InvalidInput for what
/// is no tag of Git's, those of Api. REST: "Get a release by tag name".
[[nodiscard]] QCoro::Task<Result<std::optional<Release>>> findRelease(Api api, RepositoryId repository, QString tag,
                                                                      std::stop_token stop);

} // namespace slipway::github
