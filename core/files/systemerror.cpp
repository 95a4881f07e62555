// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/systemerror.h"

#include "core/files/text.h"

#include <cerrno>

namespace slipway::files
{

Error systemError(const char *sentence, const QString &path)
{
    const auto code = errno;
    if (code == ENOENT || code == ENOTDIR)
        return {
            .kind = Error::Kind::NotFound,
            .message = Text::tr("There is no file %1.").arg(path),
        };
    return {
        .kind = Error::Kind::Storage,
        .message = Text::tr(sentence).arg(path),
        .details = qt_error_string(code),
    };
}

} // namespace slipway::files
