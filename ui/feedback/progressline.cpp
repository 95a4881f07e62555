// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feedback/progressline.h"

#include "ui/look/buttons.h"
#include "ui/look/scheme.h"
#include "ui/look/theme.h"
#include "ui/look/turning.h"

#include <QPainter>

namespace slipway::feedback
{

ProgressLine::ProgressLine(QWidget *parent)
    : QWidget(parent)
    , m_cancel(look::makeButton(tr("Cancel"), {}, look::ButtonRole::Flat, this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_cancel->hide();
    connect(m_cancel, &QPushButton::clicked, this, &ProgressLine::cancelled);
    connect(&look::Scheme::current(), &look::Scheme::changed, this, qOverload<>(&QWidget::update));
}

void ProgressLine::show(int done, int all)
{
    m_isRunning = true;
    m_done = done;
    m_all = all;
    m_cancel->show();
    setAccessibleName(all > 0 ? tr("%1 of %2 done").arg(done).arg(all) : tr("Under way"));
    update();
}

void ProgressLine::finish()
{
    m_isRunning = false;
    m_cancel->hide();
    setAccessibleName({});
    update();
}

QSize ProgressLine::sizeHint() const
{
    return {100, 3};
}

void ProgressLine::paintEvent(QPaintEvent * /*event*/)
{
    if (!m_isRunning)
        return;
    QPainter painter(this);
    painter.fillRect(rect(), look::color(look::Token::NeutralTint));
    QRectF part(rect());
    if (m_all > 0) {
        part.setWidth(width() * std::min(1.0, static_cast<double>(m_done) / m_all));
    } else {
        part.setWidth(width() / 4.0); // a piece that steps along with everything that turns
        part.moveLeft(look::Turning::current().angle() / 360 * width());
        look::Turning::current().turnsAt(this, rect());
    }
    if (layoutDirection() == Qt::RightToLeft)
        part.moveLeft(width() - part.right());
    painter.fillRect(part, look::color(look::Token::Series1));
}

} // namespace slipway::feedback
