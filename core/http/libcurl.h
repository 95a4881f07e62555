// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <curl/curl.h>

namespace slipway::http
{

/// The functions of libcurl that are used here, under its own names without the prefix.
struct LibCurl
{
    decltype(&::curl_easy_init) easyInit = nullptr;
    decltype(&::curl_easy_cleanup) easyCleanup = nullptr;
    CURLcode (*easySetOption)(CURL *, CURLoption, ...) = nullptr;
    CURLcode (*easyGetInfo)(CURL *, CURLINFO, ...) = nullptr;
    decltype(&::curl_easy_strerror) easyText = nullptr;
    decltype(&::curl_slist_append) listAppend = nullptr;
    decltype(&::curl_slist_free_all) listFree = nullptr;
    decltype(&::curl_multi_init) multiInit = nullptr;
    decltype(&::curl_multi_cleanup) multiCleanup = nullptr;
    CURLMcode (*multiSetOption)(CURLM *, CURLMoption, ...) = nullptr;
    decltype(&::curl_multi_add_handle) multiAdd = nullptr;
    decltype(&::curl_multi_remove_handle) multiRemove = nullptr;
    decltype(&::curl_multi_socket_action) multiSocketAction = nullptr;
    decltype(&::curl_multi_info_read) multiInfoRead = nullptr;
    decltype(&::curl_version_info) versionInfo = nullptr;
};

/// Loads libcurl when it is first asked for, from any thread: linking a program with it and the thirty libraries that
/// it brings takes 5 ms of each start, and a window is painted, a `--help` printed, before anything is asked for.
/// nullptr: it is not installed.
[[nodiscard]] const LibCurl *libcurl();

/// Whether libcurl() has its answer ready.
[[nodiscard]] bool isLibCurlLoaded();

} // namespace slipway::http
