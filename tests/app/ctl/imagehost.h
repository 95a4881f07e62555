// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/httphost.h"

#include <QStringList>

namespace slipway::test
{

/// A registry that holds single images for linux/amd64, each with its tag in its configuration.
class ImageHost
{
public:
    ImageHost();

    /// From now on this repository has just these tags. `seed` makes other images of the same tags.
    void publish(const QString &repository, const QStringList &tags, const QString &seed = {});
    /// Requests of this repository are answered like this from now on.
    void refuse(const QString &repository, const Answer &answer);

    [[nodiscard]] QString authority() const { return m_http.authority(); }
    [[nodiscard]] qsizetype requests() const { return m_http.received().size(); }

private:
    [[nodiscard]] Answer answerTo(const Received &request) const;

    QHash<QByteArray, Answer> m_content; ///< by path
    QHash<QByteArray, Answer> m_refused; ///< by the beginning of a path
    HttpHost m_http;
};

} // namespace slipway::test
