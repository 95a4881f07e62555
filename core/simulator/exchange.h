// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHttpHeaders>
#include <QString>
#include <QUrlQuery>

namespace slipway::simulator
{

/// What was asked, of whom. One listening port stands for many hosts; they are told apart by name.
struct Request
{
    QByteArray method;
    QString host; ///< the name that was asked: "api.github.com", "ghcr.io", "localhost:4000"
    QString base; ///< what absolute links into the same host begin with: "https://ghcr.io"
    QString path; ///< as sent, percent-encoded: a package's name may hold "%2F"
    QUrlQuery query = {};
    QHttpHeaders headers = {};
    QByteArray body = {};
};

struct Answer
{
    int status = 200;
    QHttpHeaders headers = {};
    QByteArray body = {}; ///< of HEAD as of GET: whoever sends it leaves it out
};

} // namespace slipway::simulator
