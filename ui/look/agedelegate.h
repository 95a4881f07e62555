// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QStyledItemDelegate>

#include <functional>

namespace slipway::look
{

/// Shows a QDateTime as its age, "27 min"; its tooltip has the exact time. What time it is comes from outside.
class AgeDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using Now = std::function<QDateTime()>;

    explicit AgeDelegate(Now now, QObject *parent = nullptr);

    [[nodiscard]] QString displayText(const QVariant &value, const QLocale &locale) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    Now m_now;
};

} // namespace slipway::look
