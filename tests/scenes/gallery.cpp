// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenes/gallery.h"

#include "tests/scenes/controls.h"

#include "ui/feedback/emptystate.h"
#include "ui/feedback/messagebar.h"
#include "ui/feedback/toast.h"
#include "ui/look/chips.h"
#include "ui/look/label.h"
#include "ui/look/palette.h"
#include "ui/look/rows.h"
#include "ui/look/surfaces.h"
#include "ui/look/tracestrip.h"
#include "ui/look/type.h"
#include "ui/look/versions.h"
#include "ui/words/states.h"

#include <QGridLayout>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway::test
{

namespace
{

using namespace look;
using workspace::State;

/// A widget that is painted by one function: what delegates paint, without a view.
class Painted final : public QWidget
{
public:
    using Paint = std::function<void(QPainter &, const QRect &)>;
    using Size = std::function<QSize()>;

    Painted(Size size, Paint paint)
        : m_size(std::move(size))
        , m_paint(std::move(paint))
    {
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }

    [[nodiscard]] QSize sizeHint() const override { return m_size(); }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        m_paint(painter, rect());
    }

private:
    Size m_size;
    Paint m_paint;
};

void states(QVBoxLayout *column)
{
    title(column, u"States: icon, colour, word"_s);
    auto *grid = new QGridLayout;
    grid->setVerticalSpacing(6);
    int number = 0;
    for (const auto state : {State::Failed, State::Blocked, State::UpdateReady, State::InProgress, State::Behind,
                             State::Held, State::Unknown, State::UpToDate}) {
        auto *chip = new Chip;
        chip->show(lookOf(state), words::word(state));
        grid->addWidget(chip, number / 4, number % 4, Qt::AlignLeft);
        ++number;
    }
    column->addLayout(grid);
}

void versions(QVBoxLayout *column)
{
    title(column, u"Version and digest"_s);
    auto *line = row(column);
    line->setSpacing(space::l);
    for (const auto &pair : {VersionPair{.from = u"1.4.2"_s, .to = u"1.5.0"_s},
                             VersionPair{.from = u"d580323"_s, .to = u"7e5e913"_s, .tag = u"latest"_s}}) {
        auto *label = new VersionsLabel(VersionSize::Row);
        label->show(pair);
        line->addWidget(label);
    }
    auto *large = new VersionsLabel(VersionSize::Pane);
    large->show({.from = u"1.4.2"_s, .to = u"1.5.0"_s});
    line->addWidget(large);
    line->addStretch(1);
}

void traces(QVBoxLayout *column)
{
    title(column, u"Trace strip: done, stuck, waits for approval, waits for merge, under way, deployed"_s);
    auto *grid = new QGridLayout;
    grid->setVerticalSpacing(6);
    using enum StationMark;
    const QList<std::pair<int, StationMark>> marks{{2, Failed},   {5, Blocked}, {6, Ready},
                                                   {4, Progress}, {7, Failed},  {7, Finished}};
    for (int number = 0; const auto &[done, mark] : marks) {
        QList<StationMark> stations(done, Done);
        stations.append(mark);
        stations.append(QList<StationMark>(7 - done, ToCome));
        auto *strip = new Painted(traceStripSize, [stations](QPainter &painter, const QRect &box) {
            paintTraceStrip(painter, box, stations, QGuiApplication::layoutDirection());
        });
        grid->addWidget(strip, number / 3, number % 3, Qt::AlignLeft);
        ++number;
    }
    column->addLayout(grid);
}

void messages(QVBoxLayout *column)
{
    title(column, u"Inline messages"_s);
    using enum feedback::Message::Kind;
    const QList<feedback::Message> all{
        {Failure, u"The relay answered 502."_s, u"GitHub does not try again by itself."_s},
        {Attention, u"The token expires in 6 days."_s, u"Rotate it before 30 Nov."_s},
        {Information, u"main has moved."_s, u"Here is the new preview."_s},
        {Proven, u"The relay answered 200 in 212 ms."_s},
    };
    for (const auto &message : all) {
        auto *bar = new feedback::MessageBar;
        column->addWidget(bar);
        bar->show(message);
        if (message.kind == Information)
            bar->addButton(u"Show difference"_s);
    }
    auto *heading = new feedback::MessageBar;
    column->addWidget(heading);
    heading->show({Attention, u"Two things to know before you merge"_s,
                   u"It is a major version: the policy asks a person to approve it. The new image has no linux/arm64; "
                   "host canary-1 runs arm64 and could not start it."_s});
    heading->addButton(u"Compare platforms"_s);
    heading->setClosable(true);
}

void paintSampleRow(QPainter &painter, const QRect &box, QStyle::State state)
{
    QStyleOptionViewItem option;
    option.rect = box;
    option.state = state | QStyle::State_Enabled;
    option.viewItemPosition = QStyleOptionViewItem::OnlyOne;
    const auto direction = QGuiApplication::layoutDirection();
    const auto from = [&](int x) { return QStyle::visualRect(direction, box, box.adjusted(scaled(x), 0, 0, 0)); };
    option.direction = direction;
    paintRowGround(painter, option, {});
    paintChip(painter, from(12), lookOf(State::UpdateReady), words::word(State::UpdateReady), isSelected(option),
              direction);
    paintText(painter, from(142), u"fogis-api-client"_s, font(Type::BodyMedium), Token::Text, direction);
    paintVersions(painter, from(457), {.from = u"1.4.2"_s, .to = u"1.5.0"_s}, direction);
}

void rows(QVBoxLayout *column)
{
    title(column, u"Rows: group, normal, hovered, selected, selected in an inactive window"_s);
    auto *list = new QVBoxLayout;
    list->setSpacing(0);
    column->addLayout(list);
    list->addWidget(new Painted([] { return QSize(0, height(Part::Header)); },
                                [](QPainter &painter, const QRect &box) {
                                    QStyleOptionViewItem option;
                                    option.rect = box;
                                    paintGroupRow(painter, option, u"ghcr.io/pitchconnect"_s, 6, true);
                                }));
    for (const QStyle::State state :
         {QStyle::State(QStyle::State_Active), QStyle::State_Active | QStyle::State_MouseOver,
          QStyle::State_Active | QStyle::State_Selected, QStyle::State(QStyle::State_Selected)}) {
        list->addWidget(
            new Painted([] { return QSize(0, scaled(36)); },
                        [state](QPainter &painter, const QRect &box) { paintSampleRow(painter, box, state); }));
    }
}

void nothing(QVBoxLayout *column)
{
    title(column, u"Empty view"_s);
    auto *card = new Card;
    auto *inside = new QVBoxLayout(card);
    auto *empty = new feedback::EmptyState;
    inside->addWidget(empty);
    empty->show({.icon = u"filter"_s,
                 .what = u"The filter hides all 9 images"_s,
                 .more = u"Nothing matches “status:failed tag:2”."_s,
                 .button = u"Clear filter"_s});
    column->addWidget(card);
}

void toast(QVBoxLayout *column)
{
    title(column, u"Toast with undo"_s);
    auto *floor = new QWidget;
    floor->setMinimumHeight(100);
    column->addWidget(floor);
    (new feedback::Toast(floor))->show(u"google-drive is held until 1 Dec"_s, u"Undo"_s);
}

} // namespace

std::unique_ptr<QWidget> gallery()
{
    auto page = std::make_unique<QWidget>();
    keepSurface(page.get(), Token::Base);
    auto *column = new QVBoxLayout(page.get());
    column->setContentsMargins(24, 8, 24, 16);
    column->setSpacing(6);
    for (const auto section :
         {states, buttons, fields, choices, versions, traces, messages, rows, tabs, nothing, toast})
        section(column);
    return page;
}

} // namespace slipway::test
