// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/toggles.h"

#include "ui/look/icons.h"
#include "ui/look/scheme.h"
#include "ui/look/strokes.h"
#include "ui/look/type.h"
#include "ui/words/plain.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>

namespace slipway::look
{

namespace
{

constexpr int padding = 10;
constexpr int gap = 6;

/// One icon of Segments.
class Segment final : public QAbstractButton
{
public:
    Segment(const QString &iconName, QWidget *parent)
        : QAbstractButton(parent)
        , m_icon(iconName)
    {
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override { return {scaled(30), scaled(26)}; }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        if (isChecked())
            drawBox(painter, rect(), scaled(radius::control - 1), color(Token::Selection));
        else if (underMouse() && isEnabled())
            drawBox(painter, rect(), scaled(radius::control - 1), color(Token::Hover));
        QRectF box(0, 0, scaled(iconsize::row), scaled(iconsize::row));
        box.moveCenter(QRectF(rect()).center());
        const auto ink = !isEnabled() ? Token::TextDisabled : isChecked() ? Token::AccentText : Token::TextSecondary;
        paintIcon(painter, box, m_icon, color(ink));
    }

private:
    QString m_icon;
};

} // namespace

ViewButton::ViewButton(const QString &name, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(name);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    keepFont(this, Type::BodyMedium);
}

void ViewButton::setCount(int count)
{
    m_count = QLocale().toString(count);
    setAccessibleName(tr("%1, %2").arg(text().replace(QStringLiteral("&&"), QStringLiteral("&")), m_count));
    updateGeometry();
    update();
}

void ViewButton::hideCount()
{
    m_count.clear();
    setAccessibleName(text());
    updateGeometry();
    update();
}

QSize ViewButton::sizeHint() const
{
    int width = 2 * scaled(padding) + fontMetrics().size(Qt::TextShowMnemonic, text()).width();
    if (!m_count.isEmpty())
        width += scaled(gap) + QFontMetrics(tabularFont(Type::Body)).horizontalAdvance(m_count);
    return {width, std::max(scaled(28), fontMetrics().height() + 6)};
}

void ViewButton::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    if (isChecked())
        drawBox(painter, rect(), scaled(radius::control), color(Token::NeutralTint));
    else if (underMouse() && isEnabled())
        drawBox(painter, rect(), scaled(radius::control), color(Token::Hover));

    const auto inside = rect().adjusted(scaled(padding), 0, -scaled(padding), 0);
    const auto name = !isEnabled() ? Token::TextDisabled : isChecked() ? Token::Text : Token::TextSecondary;
    painter.setPen(color(name));
    painter.drawText(inside, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextShowMnemonic | Qt::TextSingleLine, text());
    painter.setFont(tabularFont(Type::Body));
    painter.setPen(color(isEnabled() ? Token::TextMuted : Token::TextDisabled));
    painter.drawText(inside, Qt::AlignVCenter | Qt::AlignTrailing | Qt::TextSingleLine, m_count);
}

Segments::Segments(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_group.setExclusive(true);
    connect(&m_group, &QButtonGroup::idToggled, this, [this](int number, bool isChosen) {
        if (isChosen)
            Q_EMIT chosenChanged(number);
    });
    connect(&Scheme::current(), &Scheme::changed, this, [this] {
        const auto buttons = m_group.buttons();
        for (auto *segment : buttons)
            segment->updateGeometry();
        update();
    });
}

int Segments::add(const QString &iconName, const QString &name)
{
    const auto number = static_cast<int>(m_group.buttons().size());
    auto *segment = new Segment(iconName, this);
    segment->setToolTip(words::tooltip(name));
    segment->setAccessibleName(name);
    segment->setChecked(number == 0);
    m_group.addButton(segment, number);
    layout()->addWidget(segment);
    return number;
}

void Segments::choose(int number)
{
    if (auto *segment = m_group.button(number))
        segment->setChecked(true);
}

void Segments::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    drawBox(painter, rect(), scaled(radius::control), Qt::transparent, color(Token::Border));
}

} // namespace slipway::look
