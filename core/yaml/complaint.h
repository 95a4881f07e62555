// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace slipway::yaml
{

/// What libfyaml complains about, as a sentence for the person.
[[nodiscard]] QString plainComplaint(QByteArrayView message);

} // namespace slipway::yaml
