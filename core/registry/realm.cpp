// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/realm.h"

#include "core/http/origin.h"
#include "core/registry/text.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace slipway::registry
{

namespace
{

enum class Reach { Public, Private, LinkLocal, Loopback, Nobody };

struct Block
{
    const char *subnet;
    Reach reach;
};

/// IANA's special-purpose address registries, as far as something can be reached there.
constexpr std::array blocks{
    Block{"0.0.0.0/8", Reach::Loopback},       Block{"127.0.0.0/8", Reach::Loopback}, //
    Block{"10.0.0.0/8", Reach::Private},       Block{"172.16.0.0/12", Reach::Private},
    Block{"192.168.0.0/16", Reach::Private},   Block{"100.64.0.0/10", Reach::Private},
    Block{"192.0.0.0/24", Reach::Private},     Block{"198.18.0.0/15", Reach::Private},
    Block{"169.254.0.0/16", Reach::LinkLocal}, Block{"224.0.0.0/3", Reach::Nobody},
    Block{"::/127", Reach::Loopback},          Block{"fc00::/7", Reach::Private},
    Block{"fec0::/10", Reach::Private},        Block{"fe80::/10", Reach::LinkLocal},
    Block{"ff00::/8", Reach::Nobody},
};

/// Networks whose last four (of 6to4: middle) bytes are an IPv4 address.
struct Embedding
{
    const char *subnet;
    int offset;
};

constexpr std::array embeddings{
    Embedding{"::ffff:0:0/96", 12},
    Embedding{"64:ff9b::/96", 12},
    Embedding{"2002::/16", 2},
    Embedding{"::/96", 12},
};

bool isIn(const QHostAddress &address, const char *subnet)
{
    return address.isInSubnet(QHostAddress::parseSubnet(QString::fromLatin1(subnet)));
}

QHostAddress embeddedAddress(const QHostAddress &address, int offset)
{
    const auto bytes = address.toIPv6Address();
    return QHostAddress{qFromBigEndian<quint32>(bytes.c + offset)};
}

Reach reachOf(const QHostAddress &address)
{
    for (const auto &block : blocks) {
        if (isIn(address, block.subnet))
            return block.reach;
    }
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return Reach::Public;
    const auto embedding = std::ranges::find_if(embeddings, [&](const auto &e) { return isIn(address, e.subnet); });
    return embedding == embeddings.end() ? Reach::Public : reachOf(embeddedAddress(address, embedding->offset));
}

bool isAsNear(Reach registry, Reach realm)
{
    switch (realm) {
    case Reach::Public: return true;
    case Reach::Private: return registry == Reach::Private || registry == Reach::Loopback;
    case Reach::LinkLocal:
    case Reach::Loopback: return registry == realm;
    case Reach::Nobody: return false;
    }
    Q_UNREACHABLE_RETURN(false);
}

/// Token services that are not on their registry's own host, but known to be its own.
bool isKnownPair(const QString &registry, const QString &realmHost)
{
    static const QHash<QString, QString> pairs{
        {u"docker.io"_s, u"auth.docker.io"_s},
        {u"lscr.io"_s, u"ghcr.io"_s},
        {u"registry.gitlab.com"_s, u"gitlab.com"_s},
        {u"docker.elastic.co"_s, u"docker-auth.elastic.co"_s},
    };
    return pairs.value(registry) == realmHost;
}

std::unexpected<Error> badRealm(const QString &message)
{
    return failure({Error::Kind::Protocol, message});
}

} // namespace

Result<QUrl> realmUrl(const QString &realm, const Endpoint &registry)
{
    const auto url = http::parseUrl(realm);
    if (!url)
        return badRealm(Text::tr("%1 names a place for tokens that is not a proper URL.").arg(registry.registry));
    if (url->scheme() != "https"_L1 && !registry.insecure)
        return badRealm(Text::tr("%1 names a place for tokens that is not https.").arg(registry.registry));
    return *url;
}

bool mayReach(const QList<QHostAddress> &realm, const QList<QHostAddress> &registry)
{
    return std::ranges::all_of(realm, [&](const QHostAddress &address) {
        const auto reach = reachOf(address);
        return isAsNear(Reach::Public, reach) || std::ranges::any_of(registry, [reach](const QHostAddress &own) {
                   return isAsNear(reachOf(own), reach);
               });
    });
}

bool mayHaveCredentials(const QUrl &realm, const Endpoint &registry, const QList<TrustedRealm> &trusted)
{
    const auto origin = http::Origin::of(realm);
    if (!origin || !carriesCredentials(realm) || !carriesCredentials(registry.base))
        return false;
    const auto names = [&](const TrustedRealm &pair) {
        return pair.registry == registry.registry && (pair.host.compare(origin->host(), Qt::CaseInsensitive) == 0 ||
                                                      pair.host.compare(origin->authority(), Qt::CaseInsensitive) == 0);
    };
    return origin->host() == registry.base.host() || isKnownPair(registry.registry, origin->host()) ||
           std::ranges::any_of(trusted, names);
}

} // namespace slipway::registry
