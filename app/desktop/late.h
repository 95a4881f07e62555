// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>

#include <functional>

namespace slipway::desktop
{

/// A page that is made when it is first wanted, so that the start does not wait for what nobody looks at. The window
/// that `make` gives it to owns it.
template<typename Page> class Late
{
public:
    explicit Late(std::function<Page *()> make)
        : m_make{std::move(make)}
    {
    }

    [[nodiscard]] Page *get()
    {
        if (!m_made)
            m_made = m_make();
        return m_made;
    }
    Page *operator->() { return get(); }
    /// Null while nobody wanted it.
    [[nodiscard]] Page *made() const { return m_made; }
    /// The next one that wants it gets a new one.
    void reset() { delete m_made; }

private:
    std::function<Page *()> m_make;
    QPointer<Page> m_made;
};

} // namespace slipway::desktop
