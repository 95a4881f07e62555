// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/exchange.h"

#include <QFile>

namespace slipway::simulator
{

/// An exchange with GitHub's API as a line of JSON, for those who hold it against GitHub's description afterwards:
/// method, host, path, query, headers and body of the request, status, headers and body of the answer. No credentials.
[[nodiscard]] QByteArray lineOf(const Request &request, const Answer &answer);

/// A file that exchanges are written to, line by line, behind what it holds already. Those with registries are left
/// out: they are not GitHub's API.
class Recording
{
public:
    explicit Recording(const QString &file);

    void add(const Request &request, const Answer &answer);

private:
    QFile m_file;
};

} // namespace slipway::simulator
