// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/diffpanel.h"

#include "ui/diff/difftool.h"
#include "ui/look/actionbutton.h"
#include "ui/look/label.h"
#include "ui/look/surfaces.h"
#include "ui/look/type.h"
#include "ui/words/plain.h"

#include <QAction>
#include <QActionGroup>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway::diffview
{
namespace
{

constexpr auto sideBySideKey = "diff/sideBySide"_L1;
constexpr auto wholeKey = "diff/wholeDigests"_L1;

} // namespace

DiffPanel::DiffPanel(const QString &title, QSettings &settings, QWidget *parent)
    : QWidget{parent}
    , m_settings{settings}
    , m_view{new DiffView{this}}
    , m_title{new look::Label{title, look::Type::BodyStrong, look::Token::Text, this}}
    , m_facts{new look::Label{{}, look::Type::Body, look::Token::TextMuted, this}}
    , m_found{new look::Label{{}, look::Type::Small, look::Token::TextMuted, this}}
    , m_findBar{nullptr}
    , m_find{new QLineEdit{this}}
    , m_hidden{new look::Label{tr("There are characters here that cannot be seen. They stand in boxes."),
                               look::Type::Body, look::Token::AttentionText, this}}
    , m_ownTitle{title}
{
    addActions();
    auto *rows = new QVBoxLayout{this};
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addWidget(toolBar());
    rows->addWidget(new look::Line{Qt::Horizontal, this});
    rows->addWidget(m_findBar = findBar());
    rows->addWidget(m_hidden);
    rows->addWidget(m_view, 1);
    m_findBar->hide();
    m_hidden->hide();
    look::keepFitted(m_hidden, [label = m_hidden] {
        const int side = look::scaled(look::space::s);
        label->setContentsMargins(look::scaled(look::space::xl), side, look::scaled(look::space::l), side);
    });

    connect(m_view, &DiffView::currentChangeChanged, this, &DiffPanel::showFacts);
    connect(m_view, &DiffView::arranged, this, &DiffPanel::fit);
    connect(m_view, &DiffView::copied, this, &DiffPanel::copied);
    connect(m_view, &DiffView::compared, m_hidden, &QWidget::setVisible);
    followSettings();
    setFocusProxy(m_view);
}

/// As the person left it, here or in another panel.
void DiffPanel::followSettings()
{
    m_whole->setChecked(m_settings.value(wholeKey).toBool());
    auto *way = m_settings.value(sideBySideKey).toBool() ? m_sideBySide : m_unified;
    if (!way->isChecked())
        way->trigger();
}

void DiffPanel::showEvent(QShowEvent *event)
{
    followSettings();
    QWidget::showEvent(event);
}

QAction *DiffPanel::add(const char *id, const QString &text, const QList<QKeySequence> &keys, const QString &icon)
{
    auto *action = look::makeAction(QLatin1StringView{id}, text, icon, this);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    if (!keys.isEmpty())
        action->setToolTip(words::tooltip(text, keys.first()));
    addAction(action);
    return action;
}

void DiffPanel::addActions()
{
    connect(add("diff.previous", tr("Previous change"), {Qt::SHIFT | Qt::Key_N}, u"previous-change"_s),
            &QAction::triggered, this, [this] { m_view->goToChange(m_view->currentChange() - 1); });
    connect(add("diff.next", tr("Next change"), {Qt::Key_N}, u"next-change"_s), &QAction::triggered, this,
            [this] { m_view->goToChange(m_view->currentChange() + 1); });
    m_unified = add("diff.unified", tr("Unified"), {Qt::Key_U}, u"unified"_s);
    m_sideBySide = add("diff.sideBySide", tr("Side by side"), {Qt::Key_S}, u"split"_s);
    auto *ways = new QActionGroup{this};
    for (auto *way : {m_unified, m_sideBySide}) {
        way->setCheckable(true);
        ways->addAction(way);
    }
    connect(ways, &QActionGroup::triggered, this, [this](const QAction *way) {
        m_settings.setValue(sideBySideKey, way == m_sideBySide);
        m_view->setSideBySide(way == m_sideBySide);
        fit();
    });
    m_whitespace = add("diff.whitespace", tr("Ignore white space"), {Qt::Key_W}, u"whitespace"_s);
    m_whitespace->setCheckable(true);
    connect(m_whitespace, &QAction::toggled, m_view, &DiffView::setIgnoreSpace);
    m_whole = add("diff.whole", tr("Whole digests"), {Qt::Key_L}, u"digest"_s);
    m_whole->setCheckable(true);
    connect(m_whole, &QAction::toggled, this, [this](bool on) {
        m_settings.setValue(wholeKey, on);
        m_view->setWholeDigests(on);
    });
    m_tool = add("diff.tool", tr("Diff tool"), {Qt::Key_D}, u"external"_s);
    connect(m_tool, &QAction::triggered, this,
            [this] { openInDiffTool(m_files, this, [this](const Error &error) { Q_EMIT failed(error); }); });
    connect(add("diff.find", tr("Find in view"), {QKeySequence::Find}, u"search"_s), &QAction::triggered, this,
            &DiffPanel::openFind);
    connect(add("diff.findNext", tr("Find next"), {QKeySequence::FindNext}, {}), &QAction::triggered, this,
            [this] { m_view->goToMatch(1); });
    connect(add("diff.findPrevious", tr("Find previous"), {QKeySequence::FindPrevious}, {}), &QAction::triggered, this,
            [this] { m_view->goToMatch(-1); });
}

void DiffPanel::setFiles(const QList<workspace::FilePreview> &files)
{
    m_own = files;
    m_isMeanwhile = false;
    display(m_ownTitle, files);
}

void DiffPanel::showMeanwhile(const QString &title, const QList<workspace::FilePreview> &files)
{
    m_isMeanwhile = true;
    display(title, files);
}

void DiffPanel::showOwn()
{
    if (m_isMeanwhile)
        setFiles(m_own);
}

void DiffPanel::display(const QString &title, const QList<workspace::FilePreview> &files)
{
    m_title->setText(title);
    m_files = files;
    closeFind();
    m_view->setFiles(files);
    m_tool->setEnabled(!files.isEmpty());
    showFacts();
}

void DiffPanel::setFacts(const QString &facts)
{
    m_fixedFacts = facts;
    showFacts();
}

void DiffPanel::setFitsContent(bool fits)
{
    m_fitsContent = fits;
    setSizePolicy(QSizePolicy::Expanding, fits ? QSizePolicy::Maximum : QSizePolicy::Expanding);
    fit();
}

void DiffPanel::showFacts()
{
    if (!m_fixedFacts.isEmpty() && !m_isMeanwhile) {
        m_facts->setText(m_fixedFacts);
        return;
    }
    if (m_files.isEmpty()) // it is not known what changes
        return m_facts->setText({});
    const auto files = m_files.size() == 1 ? tr("1 file") : tr("%n files", nullptr, int(m_files.size()));
    m_facts->setText(
        m_view->changeCount() == 0
            ? files
            : tr("%1, change %2 of %3").arg(files).arg(m_view->currentChange() + 1).arg(m_view->changeCount()));
}

void DiffPanel::openFind()
{
    m_findBar->show();
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

void DiffPanel::closeFind()
{
    if (m_findBar->isHidden())
        return;
    m_find->clear();
    m_findBar->hide();
    m_view->setFocus();
}

bool DiffPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_find && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            closeFind();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            m_view->goToMatch(key->modifiers() & Qt::ShiftModifier ? -1 : 1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void DiffPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void DiffPanel::fit()
{
    m_toolButton->setToolButtonStyle(width() < look::scaled(640) ? Qt::ToolButtonIconOnly
                                                                 : Qt::ToolButtonTextBesideIcon);
    if (m_fitsContent)
        m_view->setMaximumHeight(std::max(look::scaled(120), m_view->sizeHint().height()));
    const bool isTooNarrow = m_sideBySide->isChecked() && !m_view->isSideBySideShown();
    m_sideBySide->setToolTip(isTooNarrow ? tr("Side by side (S): the window is too narrow for it")
                                         : tr("Side by side (S)"));
}

} // namespace slipway::diffview
