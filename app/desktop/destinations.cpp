// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/program.h"

#include "ui/images/imagesscreen.h"
#include "ui/review/reviewscreen.h"
#include "ui/words/plain.h"
#include "ui/words/states.h"

using namespace Qt::StringLiterals;

namespace slipway::desktop
{

QList<window::PaletteEntry> Program::destinations()
{
    using window::PaletteEntry;
    const auto &snapshot = m_session->workspace().snapshot();
    QList<PaletteEntry> entries;
    for (const auto &row : snapshot.rows) {
        PaletteEntry entry{.kind = PaletteEntry::Kind::Service,
                           .id = u"service "_s + row.key.project + u' ' + row.key.service,
                           .icon = u"container"_s,
                           .name = row.key.service};
        entry.object = tr("Image, %1").arg(words::word(row.state).toLower());
        if (row.isInSeveralProjects)
            entry.object += u", "_s + row.key.project;
        entry.run = [this, key = row.key] {
            m_window->go(u"images"_s);
            m_images->select(key);
        };
        entries.append(entry);
    }
    for (const auto &pull : snapshot.pullRequests) {
        PaletteEntry entry{.kind = PaletteEntry::Kind::PullRequest,
                           .id = u"pull %1"_s.arg(pull.number),
                           .icon = u"pull-request"_s,
                           .name = u"#%1 %2"_s.arg(pull.number).arg(words::visible(pull.title))};
        entry.object = pull.stage == workspace::PullRequest::Stage::Open     ? tr("Pull request")
                       : pull.stage == workspace::PullRequest::Stage::Merged ? tr("Pull request, merged")
                                                                             : tr("Pull request, closed");
        entry.page = QUrl{pull.url};
        entry.run = [this, number = pull.number] {
            m_window->go(u"review"_s);
            m_review->choosePullRequest(number);
        };
        entries.append(entry);
    }
    return entries;
}

} // namespace slipway::desktop
