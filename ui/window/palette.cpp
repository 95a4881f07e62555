// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/palette.h"

#include "ui/feedback/dimmer.h"
#include "ui/look/iconlabel.h"
#include "ui/look/palette.h"
#include "ui/look/spacing.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"
#include "ui/window/palettefooter.h"
#include "ui/window/palettelist.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::window
{
namespace
{

using look::Token;

constexpr qsizetype remembered = 20;

} // namespace

Palette::Palette(QWidget *parent)
    : QFrame{parent}
    , m_shade{new feedback::Dimmer{parent}}
    , m_field{new QLineEdit{this}}
    , m_count{new QLabel{this}}
    , m_list{new QListView{this}}
    , m_hits{new QStandardItemModel{this}}
    , m_footer{new PaletteFooter{this}}
{
    m_field->setFrame(false);
    m_field->setAccessibleName(tr("Search or run a command"));
    m_field->setPlaceholderText(tr("Search or run a command"));
    m_count->setTextFormat(Qt::PlainText);
    look::keepFont(m_count, look::Type::Small);
    look::keepColor(m_count, QPalette::WindowText, Token::TextMuted);
    auto *glass = new look::IconLabel{u"search"_s, look::iconsize::row, Token::TextSecondary, this};

    m_list->setModel(m_hits);
    m_list->setItemDelegate(new PaletteDelegate{this});
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumHeight(1); // one line is less than a view asks for by itself
    m_list->setAccessibleName(tr("Results"));
    look::keepSurface(m_list->viewport(), Token::Base);

    auto *top = new QHBoxLayout;
    look::keepMargins(top, {look::space::l, 0, look::space::l, 0});
    look::keepSpacing(top, look::space::m);
    top->addWidget(glass);
    top->addWidget(m_field, 1);
    top->addWidget(m_count);
    auto *all = new QVBoxLayout{this};
    all->setContentsMargins(1, 1, 1, 1);
    all->setSpacing(0);
    all->addLayout(top);
    all->addWidget(m_list, 1);
    all->addWidget(m_footer);
    look::keepFitted(m_field, [this] {
        auto font = look::font(look::Type::H2);
        font.setWeight(QFont::Normal);
        m_field->setFont(font);
        m_field->setMinimumHeight(look::scaled(48));
        if (isVisible())
            fit();
    });

    connect(m_field, &QLineEdit::textChanged, this, &Palette::find);
    connect(m_list, &QListView::clicked, this, &Palette::runCurrent);
    m_field->installEventFilter(this);
    connect(m_shade, &feedback::Dimmer::clicked, this, &Palette::close);
    parent->installEventFilter(this);
    QFrame::hide();
    m_shade->hide();
}

void Palette::open(QList<PaletteEntry> entries)
{
    m_entries = std::move(entries);
    if (!isVisible())
        m_focusBefore = QApplication::focusWidget();
    m_field->clear();
    find({});
    fit();
    m_shade->show();
    m_shade->raise();
    show();
    raise();
    m_field->setFocus(Qt::PopupFocusReason);
}

void Palette::close()
{
    hide();
    m_shade->hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    m_entries.clear();
}

bool Palette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible())
        fit();
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);

    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Down: move(1); return true;
    case Qt::Key_Up: move(-1); return true;
    case Qt::Key_PageDown: move(8); return true;
    case Qt::Key_PageUp: move(-8); return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab: return true; // the focus stays inside
    case Qt::Key_Escape: close(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (key->modifiers() & Qt::ShiftModifier)
            openCurrentPage();
        else
            runCurrent();
        return true;
    default: return QFrame::eventFilter(watched, event);
    }
}

void Palette::paintEvent(QPaintEvent *)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(look::color(Token::ControlBorder));
    painter.setBrush(look::color(Token::Base));
    painter.drawRoundedRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), look::radius::card, look::radius::card);
    painter.fillRect(QRect{1, m_list->y() - 1, width() - 2, 1}, look::color(Token::Border));
    painter.fillRect(QRect{1, m_footer->y(), width() - 2, 1}, look::color(Token::Border));
}

void Palette::find(const QString &typed)
{
    const auto hits = search(m_entries, typed, m_recent);
    m_hits->clear();
    QString group;
    for (const auto &hit : hits) {
        if (hit.group != group) {
            group = hit.group;
            m_hits->appendRow(paletteHeading(group));
        }
        m_hits->appendRow(paletteRow(m_entries.at(hit.entry), hit));
    }
    if (hits.isEmpty())
        m_hits->appendRow(paletteHeading(tr("Nothing is called “%1”.").arg(typed.trimmed())));
    m_count->setText(hits.size() == 1 ? tr("1 result") : tr("%n results", nullptr, int(hits.size())));
    m_list->setCurrentIndex({});
    move(1);
    fit();
}

/// To the next row that can be chosen; headings are passed over.
void Palette::move(int step)
{
    const int direction = step < 0 ? -1 : 1;
    int row = m_list->currentIndex().row();
    for (int left = std::abs(step), next = row + direction; left > 0 && next >= 0 && next < m_hits->rowCount();
         next += direction) {
        if (m_hits->item(next)->flags() & Qt::ItemIsSelectable) {
            row = next;
            --left;
        }
    }
    m_list->setCurrentIndex(m_hits->index(row, 0));
    m_list->scrollTo(m_hits->index(row == 1 ? 0 : row, 0));
}

const PaletteEntry *Palette::current() const
{
    const auto place = m_list->currentIndex().data(EntryRole);
    return place.isValid() && m_entries.size() > place.toInt() ? &m_entries.at(place.toInt()) : nullptr;
}

void Palette::runCurrent()
{
    const auto *entry = current();
    if (!entry || !entry->disabledReason.isEmpty() || !entry->run)
        return;
    m_recent.removeAll(entry->id);
    m_recent.prepend(entry->id);
    m_recent.resize(std::min(m_recent.size(), remembered));
    const auto run = entry->run;
    close();
    run();
}

void Palette::openCurrentPage()
{
    const auto *entry = current();
    if (!entry || entry->page.isEmpty())
        return;
    const auto page = entry->page;
    close();
    Q_EMIT pageRequested(page);
}

void Palette::fit()
{
    const auto *window = parentWidget();
    const int width = std::min(look::scaled(680), window->width() - 2 * look::space::l);
    const int top = std::min(look::scaled(64), window->height() / 8);
    int rows = 0;
    for (int row = 0; row < m_hits->rowCount(); ++row)
        rows += m_list->sizeHintForRow(row);
    const int others = m_field->minimumHeight() + m_footer->sizeHint().height() + 2;
    const int height =
        std::min(others + rows + look::space::s, std::min(look::scaled(504), window->height() - top - look::space::l));
    setGeometry((window->width() - width) / 2, top, width, height);
}

} // namespace slipway::window
