// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace slipway::test
{

/// The test classes of this program; main() runs them one after another.
inline std::vector<std::function<std::unique_ptr<QObject>()>> &testCases()
{
    static std::vector<std::function<std::unique_ptr<QObject>()>> cases;
    return cases;
}

/// Put one next to each test class: `const slipway::test::Registered<DigestTest> registered;`
template<class T> struct Registered
{
    Registered()
    {
        testCases().push_back([] { return std::make_unique<T>(); });
    }
};

} // namespace slipway::test
