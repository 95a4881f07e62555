// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

#include <expected>
#include <optional>

namespace slipway::ctl
{

/// An option as --help, the man page and the parser know it.
struct Option
{
    QStringList names;    ///< without dashes; the first is the one that is shown
    QString value;        ///< what its value is called; empty for a switch
    QString text;         ///< what it does, for --help
    QStringList commands; ///< that have it
    bool network = false; ///< it is about asking registries
};

[[nodiscard]] const QList<Option> &allOptions();

/// "--json", "-C".
[[nodiscard]] QString dashed(const QString &name);

/// A registry whose tokens come from another host: --trust-realm REGISTRY=HOST.
struct TrustedRealm
{
    QString registry;
    QString host;
    bool operator==(const TrustedRealm &) const = default;
};

/// What the words of a command line ask for.
struct Options
{
    QString command;   ///< the first word that is no option; empty if there is none
    QStringList words; ///< those behind it: FILE…
    bool help = false;
    bool version = false;
    bool json = false;
    bool quiet = false;
    bool noColor = false;
    bool diff = false;
    bool noCache = false;
    QStringList services = {};
    QString folder = {};
    std::optional<int> parallel = {};
    QString caFile = {};
    QString tokenFile = {};
    QStringList insecureRegistries = {};
    QList<TrustedRealm> trustedRealms = {};
    QString from = {};        ///< a plan's file, or "-"
    QString certificate = {}; ///< of --tls; its key is the one word
    std::optional<quint16> port = {};
    bool still = false;
    QString world = {};               ///< so many services, or a file that describes them
    std::optional<quint32> seed = {}; ///< of all chance
    QString repository = {};          ///< O/R, whose files are read instead of those here
    QString ref = {};                 ///< of that repository; empty: its default branch
    QString apiUrl = {};
    bool pullRequest = false;
    bool together = false;
};

/// Reads the words behind the program's name. Errors: one sentence that says what is wrong, with the nearest known
/// option where one is near.
[[nodiscard]] std::expected<Options, QString> parseOptions(const QStringList &words);

} // namespace slipway::ctl
