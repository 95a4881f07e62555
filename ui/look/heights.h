// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/type.h"

#include <QHash>

namespace slipway::look
{

/// Of a text that wraps: layouts ask for the height of one width some twenty times until a window stands, and each
/// answer takes as long as painting the text.
class Heights
{
public:
    /// As measured before for this width and size of text, else `measure(width)`.
    int of(int width, const auto &measure)
    {
        const auto asked = std::pair{width, textSize()};
        const auto known = m_known.constFind(asked);
        return known != m_known.cend() ? *known : *m_known.insert(asked, measure(width));
    }
    void forget() { m_known.clear(); }

private:
    QHash<std::pair<int, double>, int> m_known;
};

} // namespace slipway::look
