// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/libcurl.h"

#include <QLibrary>

#include <atomic>
#include <optional>

namespace slipway::http
{

using namespace Qt::StringLiterals;

namespace
{

std::atomic<bool> isLoaded = false;

constexpr int binaryInterface = 4; // libcurl.so.4

class Loader
{
public:
    Loader() { m_library.setLoadHints(QLibrary::PreventUnloadHint); }

    template<typename Function> Loader &operator()(Function &function, const char *name)
    {
        function = reinterpret_cast<Function>(m_library.resolve(name));
        m_isWhole = m_isWhole && function;
        return *this;
    }
    [[nodiscard]] bool isWhole() const { return m_isWhole; }

private:
    QLibrary m_library{u"curl"_s, binaryInterface};
    bool m_isWhole = true;
};

std::optional<LibCurl> load()
{
    LibCurl curl;
    decltype(&::curl_global_init) globalInit = nullptr;
    Loader loader;
    loader(globalInit, "curl_global_init");
    loader(curl.easyInit, "curl_easy_init")(curl.easyCleanup, "curl_easy_cleanup");
    loader(curl.easySetOption, "curl_easy_setopt")(curl.easyGetInfo, "curl_easy_getinfo");
    loader(curl.easyText, "curl_easy_strerror");
    loader(curl.listAppend, "curl_slist_append")(curl.listFree, "curl_slist_free_all");
    loader(curl.multiInit, "curl_multi_init")(curl.multiCleanup, "curl_multi_cleanup");
    loader(curl.multiSetOption, "curl_multi_setopt");
    loader(curl.multiAdd, "curl_multi_add_handle")(curl.multiRemove, "curl_multi_remove_handle");
    loader(curl.multiSocketAction, "curl_multi_socket_action")(curl.multiInfoRead, "curl_multi_info_read");
    loader(curl.versionInfo, "curl_version_info");
    if (!loader.isWhole() || globalInit(CURL_GLOBAL_DEFAULT) != CURLE_OK)
        return std::nullopt;
    return curl;
}

} // namespace

const LibCurl *libcurl()
{
    static const std::optional<LibCurl> loaded = load();
    isLoaded = true;
    return loaded ? &*loaded : nullptr;
}

bool isLibCurlLoaded()
{
    return isLoaded;
}

} // namespace slipway::http
