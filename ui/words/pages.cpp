// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/pages.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace slipway::words
{
namespace
{

QString encoded(const QString &path)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(path, "/"));
}

} // namespace

QString filePage(const workspace::Snapshot &snapshot, const QString &revision, const QString &file, int line)
{
    if (revision.isEmpty() || file.isEmpty())
        return {};
    const QString page = u"https://%1/%2/%3/blob/"_s.arg(snapshot.host, snapshot.owner, snapshot.repository) +
                         encoded(revision) + u'/' + encoded(file);
    return line > 0 ? QString(page + u"#L%1"_s.arg(line)) : page;
}

} // namespace slipway::words
