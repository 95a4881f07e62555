// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/libcurl.h"

#include "core/base/sharedlibrary.h"

#include <atomic>
#include <optional>

namespace slipway::http
{

using namespace Qt::StringLiterals;

namespace
{

std::atomic<bool> isLoaded = false;

std::optional<LibCurl> load()
{
    LibCurl curl;
    decltype(&::curl_global_init) globalInit = nullptr;
    SharedLibrary library{u"curl"_s, u"4"_s};
    library(globalInit, "curl_global_init");
    library(curl.easyInit, "curl_easy_init")(curl.easyCleanup, "curl_easy_cleanup");
    library(curl.easySetOption, "curl_easy_setopt")(curl.easyGetInfo, "curl_easy_getinfo");
    library(curl.easyText, "curl_easy_strerror");
    library(curl.listAppend, "curl_slist_append")(curl.listFree, "curl_slist_free_all");
    library(curl.multiInit, "curl_multi_init")(curl.multiCleanup, "curl_multi_cleanup");
    library(curl.multiSetOption, "curl_multi_setopt");
    library(curl.multiAdd, "curl_multi_add_handle")(curl.multiRemove, "curl_multi_remove_handle");
    library(curl.multiSocketAction, "curl_multi_socket_action")(curl.multiInfoRead, "curl_multi_info_read");
    library(curl.versionInfo, "curl_version_info");
    if (!library.isWhole() || globalInit(CURL_GLOBAL_DEFAULT) != CURLE_OK)
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
