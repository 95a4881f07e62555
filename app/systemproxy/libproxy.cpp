// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for libproxy, which Debian's Qt Network is linked with and which brings some forty libraries (curl, GnuTLS,
// Kerberos): two fifths of the time in which slipwayctl starts. Slipway takes its proxies from HTTPS_PROXY and the like
// (core/http/proxies.h) and never asks for the system's, so that nobody calls what stands here; who did would hear what
// libproxy says where nothing is configured.
#include <cstdlib>
#include <cstring>

// See proxy.h of libproxy.
extern "C" {

struct pxProxyFactory
{
    int nothing; // C has no empty struct
};

pxProxyFactory *px_proxy_factory_new()
{
    static pxProxyFactory factory;
    return &factory;
}

void px_proxy_factory_free(pxProxyFactory * /*factory*/) {}

char **px_proxy_factory_get_proxies(pxProxyFactory * /*factory*/, const char * /*url*/)
{
    auto **proxies = static_cast<char **>(std::calloc(2, sizeof(char *)));
    if (proxies)
        *proxies = strdup("direct://");
    return proxies;
}

void px_proxy_factory_free_proxies(char **proxies)
{
    if (proxies)
        std::free(*proxies);
    std::free(static_cast<void *>(proxies));
}
}
