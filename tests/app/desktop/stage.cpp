// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/desktop/stage.h"

#include "ui/diff/diffview.h"

#include <QAbstractButton>
#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway::desktop
{
namespace
{

constexpr auto patience = 10s;

void addRows(QStringList &all, const QAbstractItemView &view, const QModelIndex &parent = {})
{
    const auto *model = view.model();
    for (int row = 0; model && row < model->rowCount(parent); ++row) {
        for (int column = 0; column < model->columnCount(parent); ++column) {
            const auto index = model->index(row, column, parent);
            for (const int role : {int(Qt::AccessibleTextRole), int(Qt::DisplayRole)}) {
                if (const auto text = index.data(role).toString(); !text.isEmpty())
                    all.append(text);
            }
        }
        addRows(all, view, model->index(row, 0, parent));
    }
}

QString textOf(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return button->text().isEmpty() ? button->accessibleName() : button->text();
    if (const auto *field = qobject_cast<const QLineEdit *>(&widget))
        return field->text();
    if (const auto *page = qobject_cast<const QPlainTextEdit *>(&widget))
        return page->toPlainText();
    return widget.accessibleName();
}

/// The row of that name; the name is what stands first in it.
QModelIndex rowNamed(const QAbstractItemView &view, const QString &name, const QModelIndex &parent = {})
{
    const auto *model = view.model();
    for (int row = 0; row < model->rowCount(parent); ++row) {
        const auto index = model->index(row, 0, parent);
        if (index.data(Qt::AccessibleTextRole).toString().startsWith(QString(name + u',')))
            return index;
        if (const auto below = rowNamed(view, name, index); below.isValid())
            return below;
    }
    return {};
}

/// Not QTRY_*, which sleeps between two looks: here each event is followed by one.
bool comes(const std::function<bool()> &isSo)
{
    QTimer end;
    end.setSingleShot(true);
    end.start(patience);
    while (!isSo()) {
        if (!end.isActive())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

} // namespace

Stage::Stage(As as)
    : m_as{as}
{
    start();
}

Stage::~Stage()
{
    const auto *session = m_program ? m_program->session() : nullptr;
    const auto reach = session ? session->reach() : std::weak_ptr<const workspace::Reach>{};
    quit();
    QVERIFY2(comes([&] { return reach.expired(); }), "Something goes on after the program has ended.");
}

void Stage::quit()
{
    m_program.reset();
}

void Stage::start()
{
    const auto folder = demo.folder.path();
    const Program::Folders folders{.settings = folder, .cache = folder, .state = folder};
    auto asLeft = m_as == As::Newcomer ? Program::readLast(folders) : std::future<workspace::Snapshot>{};
    m_program = std::make_unique<Program>(folders, test::demoConnection(demo.server.port()).network);
    if (m_as == As::Newcomer)
        m_program->openLast(std::move(asLeft));
    else
        openWorkspace();
    window().QMainWindow::show();
    window().activateWindow();
    QVERIFY(until([this] { return window().isActiveWindow(); }));
    if (m_as != As::Newcomer)
        QVERIFY(rests());
}

void Stage::openWorkspace()
{
    auto connection = test::demoConnection(demo.server.port());
    connection.isDemo = m_as == As::Demo;
    auto clock = std::make_unique<test::FakeClock>(demo.world.now);
    m_clock = clock.get();
    m_program->open(std::make_unique<Session>(
        std::move(connection), workspace::Places{.cache = {}, .state = demo.folder.path(u"state.sqlite"_s)},
        std::move(clock)));
}

void Stage::pass(std::chrono::milliseconds time)
{
    m_clock->advance(time);
    demo.world.now = m_clock->now();
}

bool Stage::until(const std::function<bool()> &isSo)
{
    const bool isSoNow = comes(isSo);
    if (!isSoNow)
        qWarning("The window says: %s", qPrintable(texts().join(u" | "_s)));
    return isSoNow;
}

bool Stage::says(const QString &text)
{
    return until([&] { return isSaid(text); });
}

bool Stage::offers(const QString &text)
{
    return until([&] {
        const auto *offered = button(text);
        return offered && offered->isEnabled();
    });
}

QStringList Stage::missing(const QStringList &texts)
{
    QStringList left;
    static_cast<void>(until([&] {
        left = texts;
        const auto said = this->texts();
        left.removeIf([&](const QString &text) { return said.contains(text); });
        return left.isEmpty();
    }));
    return left;
}

bool Stage::rests()
{
    return until([&] {
        if (!m_program->session())
            return false;
        const auto &workspace = m_program->session()->workspace();
        return !workspace.isRefreshing() && !workspace.snapshot().rows.isEmpty();
    });
}

QWidget &Stage::top() const
{
    auto *modal = QApplication::activeModalWidget();
    return modal ? *modal : static_cast<QWidget &>(m_program->window());
}

QStringList Stage::texts() const
{
    QStringList all;
    for (const auto *each : top().findChildren<QWidget *>()) {
        if (!each->isVisible() || qobject_cast<const QHeaderView *>(each))
            continue;
        if (const auto *view = qobject_cast<const QAbstractItemView *>(each))
            addRows(all, *view);
        else if (const auto *diff = qobject_cast<const diffview::DiffView *>(each))
            all += diff->plainText().split(u'\n');
        else if (const auto text = textOf(*each); !text.isEmpty())
            all.append(text);
    }
    return all;
}

void Stage::press(QKeyCombination key)
{
    if (!QApplication::activeWindow())
        top().activateWindow(); // as a window manager does when a dialog has gone
    QVERIFY(until([this] { return top().isActiveWindow(); }));
    auto *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : &top(), key.key(), key.keyboardModifiers());
}

void Stage::write(const QString &text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
}

void Stage::command(const QString &typed)
{
    press(Qt::CTRL | Qt::Key_K);
    write(typed);
    press(Qt::Key_Return);
}

void Stage::click(QWidget *widget, QPoint at)
{
    QTest::mouseClick(widget, Qt::LeftButton, {}, at);
}

void Stage::click(const QString &text)
{
    auto *found = button(text);
    QVERIFY2(found, qPrintable(text + u" is not among "_s + texts().join(u" | "_s)));
    click(found);
}

void Stage::click(const QAbstractItemView &list, const QString &row, Qt::KeyboardModifiers modifiers)
{
    const auto index = rowNamed(list, row);
    QVERIFY2(index.isValid(), qPrintable(row));
    QTest::mouseClick(list.viewport(), Qt::LeftButton, modifiers, list.visualRect(index).center());
}

QAbstractButton *Stage::button(const QString &text) const
{
    for (auto *each : top().findChildren<QAbstractButton *>()) {
        if (each->isVisible() && textOf(*each) == text)
            return each;
    }
    return nullptr;
}

QAbstractItemView *Stage::list() const
{
    return qobject_cast<QAbstractItemView *>(QApplication::focusWidget());
}

QString Stage::currentRow() const
{
    const auto *view = list();
    return view ? view->currentIndex().siblingAtColumn(0).data(Qt::AccessibleTextRole).toString() : QString{};
}

bool Stage::goTo(const QString &row)
{
    const auto isThere = [&] { return currentRow().startsWith(QString(row + u',')); };
    press(Qt::Key_Home);
    for (int steps = 0; list() && steps < 100 && !isThere(); ++steps)
        press(Qt::Key_J);
    return isThere();
}

} // namespace slipway::desktop
