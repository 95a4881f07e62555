// SPDX-License-Identifier: GPL-3.0-or-later
// Drafts of the demo's updates, for tests that send them.
#pragma once

#include "core/workspace/actions/draft.h"
#include "tests/core/workspace/demo.h"
#include "tests/support/awaited.h"

namespace slipway::test::drafts
{

inline workspace::RowKey row(const QString &service)
{
    return {.project = QStringLiteral("docker-compose.yml"), .service = service};
}

inline const auto googleDrive = row(QStringLiteral("google-drive"));
inline const auto queue = row(QStringLiteral("queue"));
inline const auto matchProcessor = row(QStringLiteral("match-processor"));
inline const auto driveBranch = QStringLiteral("slipway/image/google-drive");

template<class T> Result<T> ended(QCoro::Task<Result<T>> task)
{
    return awaited(std::move(task), std::chrono::seconds{30}).value_or(failure(cancelled()));
}

inline workspace::Draft drafted(const workspace::ReachPointer &reach, const QList<workspace::RowKey> &keys)
{
    const auto draft = ended(workspace::draftUpdate(reach, keys, {}));
    if (!draft)
        qFatal("%s", qPrintable(draft.error().message));
    return *draft;
}

} // namespace slipway::test::drafts
