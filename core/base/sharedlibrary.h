// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLibrary>

namespace slipway
{

/// The functions of a shared library that is loaded when it is first needed, not at each start; it stays loaded.
class SharedLibrary
{
public:
    /// Of lib<name>.so.<binaryInterface>.
    SharedLibrary(const QString &name, const QString &binaryInterface)
        : m_library(name, binaryInterface)
    {
        m_library.setLoadHints(QLibrary::PreventUnloadHint);
    }

    /// Sets `function` to the one of that name; nullptr: there is none.
    template<typename Function> SharedLibrary &operator()(Function &function, const char *name)
    {
        function = reinterpret_cast<Function>(m_library.resolve(name));
        m_isWhole = m_isWhole && function;
        return *this;
    }

    /// Whether all functions that were asked for are there.
    [[nodiscard]] bool isWhole() const { return m_isWhole; }

private:
    QLibrary m_library;
    bool m_isWhole = true;
};

} // namespace slipway
