// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tour/stage.h"

#include "core/workspace/connect.h"
#include "ui/firststart/connectpage.h"
#include "ui/images/imagesscreen.h"
#include "ui/pullrequest/pullrequestscreen.h"
#include "ui/review/reviewscreen.h"

#include <QApplication>
#include <QDialog>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::desktop::tour
{
namespace
{

/// The time of the demo; nobody sleeps in it.
class WakefulClock final : public Clock
{
public:
    explicit WakefulClock(QDateTime now)
        : m_now{std::move(now)}
    {
    }

    [[nodiscard]] QDateTime now() const override { return m_now; }
    [[nodiscard]] QCoro::Task<Result<>> sleep(std::chrono::milliseconds duration, std::stop_token stop) override
    {
        co_return co_await m_system.sleep(std::min(duration, std::chrono::milliseconds{1}), std::move(stop));
    }

private:
    QDateTime m_now;
    SystemClock m_system;
};

} // namespace

Stage::Stage()
    : m_program{{.settings = m_folder.path(), .cache = m_folder.path(), .state = m_folder.path()}}
{
    if (const auto started = m_demo.start(Demo::Life::StandsStill, 1); !started)
        qFatal("%s", qPrintable(started.error().message));
    m_program.openLast({});
    m_program.window().QMainWindow::show();
    m_program.window().activateWindow();
}

Stage::~Stage() = default;

void Stage::openWorkspace()
{
    m_program.open(std::make_unique<Session>(m_demo.connection(), workspace::Places{},
                                             std::make_unique<WakefulClock>(m_demo.now())));
}

firststart::ConnectPage &Stage::openConnect()
{
    static SystemClock clock; // outlives what the page has asked
    auto *page = new firststart::ConnectPage{workspace::connectActions(m_demo.connection().network, clock)};
    m_program.window().addPage(page, {});
    m_program.window().openAlone(page);
    return *page;
}

QPushButton *Stage::button(const QString &text)
{
    const auto all = m_program.window().findChildren<QPushButton *>();
    const auto found = std::ranges::find_if(
        all, [&](const QPushButton *button) { return button->isVisible() && button->text() == text; });
    return found == all.end() ? nullptr : *found;
}

bool Stage::isSettled()
{
    if (!m_program.session())
        return true;
    const auto &workspace = m_program.session()->workspace();
    if (workspace.isRefreshing() || (!snapshot().refreshedAt.isValid() && !snapshot().problem))
        return false;
    return (!images().isVisible() || images().isSettled()) && (!review().isVisible() || review().isSettled()) &&
           (!pullRequest().isVisible() || pullRequest().isSettled());
}

void Stage::clear()
{
    m_program.window().closePalette();
    while (auto *popup = QApplication::activePopupWidget())
        popup->close();
    const auto dialogs = m_program.window().findChildren<QDialog *>();
    for (auto *dialog : dialogs)
        dialog->reject();
}

workspace::RowKey rowOf(const QString &service)
{
    return {u"docker-compose.yml"_s, service};
}

} // namespace slipway::desktop::tour
