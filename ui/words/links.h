// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

namespace slipway::words
{

/// What a link may lead to. Links come from outside: from GitHub, from labels of images, from files.
struct LinkRules
{
    QStringList knownHosts = {}; ///< the account's host and what belongs to it, e.g. "github.com", "docs.github.com"
    bool isDemo = false;         ///< nothing of the demo is on the web
};

enum class LinkVerdict {
    Open,
    Ask,    ///< https, but to a host that nobody here knows: show it first
    Refuse, ///< anything but a plain https:// address
    Demo,
};

[[nodiscard]] LinkVerdict judge(const QString &link, const LinkRules &rules);

/// The host as the question names it: other scripts in punycode, so that none looks like another.
[[nodiscard]] QString hostOf(const QString &link);

/// Opens the person's browser; the only place that does. Does nothing for what judge() refuses.
bool openInBrowser(const QString &link);

/// "The demo has no web page for this."
[[nodiscard]] QString demoHasNoPage();

} // namespace slipway::words
