// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QCoroTask>
#include <QHash>

#include <coroutine>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

namespace slipway::registry
{

/// Answers to questions that are asked once: who asks the same again gets the same answer, who asks it meanwhile waits
/// for it. The request ends when all who wait for it have been stopped; a cancelled answer is not kept.
/// Must outlive its tasks.
template<class Key, class Value> class Answers
{
public:
    /// Begins the request; its stop token is the request's own.
    using Ask = std::function<QCoro::Task<Result<Value>>(std::stop_token)>;

    /// The answer, from `ask` if it is not known and not under way.
    [[nodiscard]] QCoro::Task<Result<Value>> get(Key key, Ask ask, std::stop_token stop)
    {
        for (;;) {
            const auto entry = begun(key, ask);
            co_await finished(entry, stop);
            if (stop.stop_requested() || !isCancelled(*entry->answer))
                co_return std::as_const(*entry->answer); // QCoro would move from what is not const
            if (m_entries.value(key) == entry)
                m_entries.remove(key);
        }
    }

    /// The answer if somebody asked this, awaited where it is under way. Nothing: nobody did, or it was given up.
    /// Begins nothing, so that two questions may look for each other's answer.
    [[nodiscard]] QCoro::Task<std::optional<Result<Value>>> asked(Key key, std::stop_token stop)
    {
        const auto entry = m_entries.value(key);
        if (!entry)
            co_return std::nullopt;
        co_await finished(entry, stop);
        if (isCancelled(*entry->answer))
            co_return std::nullopt;
        co_return std::as_const(entry->answer);
    }

    /// The answer, if there is one by now.
    [[nodiscard]] std::optional<Result<Value>> find(const Key &key) const
    {
        const auto entry = m_entries.value(key);
        return entry ? entry->answer : std::nullopt;
    }

    /// The next who asks gets a new answer.
    void forget(const Key &key) { m_entries.remove(key); }

private:
    struct Entry
    {
        std::optional<Result<Value>> answer = {};
        std::stop_source stop = {};
        int waiting = 0;
        std::vector<std::coroutine_handle<>> waiters = {};
    };
    using EntryPointer = std::shared_ptr<Entry>;

    /// Not the task that fills it: while that begins it may already let others go on, who ask the same.
    struct Filled
    {
        Entry &entry;

        [[nodiscard]] bool await_ready() const { return entry.answer.has_value(); }
        void await_suspend(std::coroutine_handle<> waiter) const { entry.waiters.push_back(waiter); }
        void await_resume() const {}
    };

    static bool isCancelled(const Result<Value> &answer)
    {
        return !answer && answer.error().kind == Error::Kind::Cancelled;
    }

    EntryPointer begun(const Key &key, const Ask &ask)
    {
        if (const auto entry = m_entries.value(key))
            return entry;
        const auto entry = std::make_shared<Entry>();
        m_entries.insert(key, entry);
        fill(entry, ask(entry->stop.get_token()));
        return entry;
    }

    static QCoro::Task<> fill(EntryPointer entry, QCoro::Task<Result<Value>> request)
    {
        auto answer = co_await request;
        entry->answer = std::move(answer);
        const auto waiters = std::exchange(entry->waiters, {});
        for (const auto &waiter : waiters)
            waiter.resume();
    }

    static QCoro::Task<> finished(EntryPointer entry, std::stop_token stop)
    {
        if (entry->answer)
            co_return;
        ++entry->waiting;
        const std::stop_callback leave{stop, [&entry] {
                                           // This task, and what it refers to, may end in the midst of it.
                                           // NOLINTNEXTLINE(performance-unnecessary-copy-initialization)
                                           const auto kept = entry;
                                           if (--kept->waiting == 0)
                                               kept->stop.request_stop();
                                       }};
        co_await Filled{*entry};
    }

    QHash<Key, EntryPointer> m_entries;
};

} // namespace slipway::registry
