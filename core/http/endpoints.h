// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QUrl>

namespace slipway::http
{

/// Host name -> the base URL that stands in for it ("ghcr.io" -> "http://127.0.0.1:4000"). Set in code alone, by the
/// demo and the tests: everything above the wire, the host guard included, sees only the names.
using Endpoints = QHash<QString, QUrl>;

} // namespace slipway::http
