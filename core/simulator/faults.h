// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/exchange.h"

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace slipway::simulator
{

/// What goes wrong with one request.
struct Fault
{
    enum class Manner {
        Answer,   ///< another answer comes
        Reset,    ///< the connection is reset without a byte
        Silent,   ///< nothing comes at all
        CutShort, ///< half of the body comes, then the connection closes
        Stall,    ///< half of the body comes, then nothing
    };

    Manner manner = Manner::Answer;
    Answer answer = {};  ///< for Answer
    bool isDone = false; ///< what was asked for is done all the same, and only the answer is lost
};

// What GitHub says when it is in trouble, or has had enough.
[[nodiscard]] Fault serverError();                                                   ///< 500, JSON
[[nodiscard]] Fault badGateway();                                                    ///< 502, a page for people
[[nodiscard]] Fault tooManyRequests(std::optional<std::chrono::seconds> retryAfter); ///< 429
[[nodiscard]] Fault secondaryLimit(std::optional<std::chrono::seconds> retryAfter);  ///< 403, with a text that says so
[[nodiscard]] Fault badCredentials();                                                ///< 401: the token has ended

/// Which requests go wrong, and how.
class Faults
{
public:
    using Matches = std::function<bool(const Request &request)>;

    /// The request of that number, counted from 1 since the last clear().
    void strike(int number, Fault fault);
    /// The next so many of those that match.
    void strike(Matches matches, Fault fault, int times = 1);
    /// Nothing goes wrong any more, and counting begins anew.
    void clear();

    [[nodiscard]] int count() const { return m_count; } ///< requests since the last clear()

    /// Counts the request, and says what goes wrong with it.
    [[nodiscard]] std::optional<Fault> next(const Request &request);

private:
    struct Struck
    {
        Matches matches;
        Fault fault;
        int times;
    };

    std::map<int, Fault> m_numbered;
    std::vector<Struck> m_matched;
    int m_count = 0;
};

} // namespace slipway::simulator
