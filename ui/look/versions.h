// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QString>
#include <QWidget>

class QPainter;

namespace slipway::look
{

/// What runs, and what is newer: `1.4.2 → 1.5.0`, or `latest d580323 → 7e5e913` for a tag whose digest moves.
struct VersionPair
{
    QString from = {};
    QString to = {};  ///< empty if nothing is newer
    QString tag = {}; ///< the tag that both digests belong to; then from and to are digests, cut as they shall be shown

    bool operator==(const VersionPair &) const = default;
};

enum class VersionSize { Row, Pane };

[[nodiscard]] int versionsWidth(const VersionPair &pair, VersionSize size = VersionSize::Row);

/// In one line from the start of `box`. The arrow follows the direction of writing, each version stays left to right.
/// `isStale`: all of it muted.
void paintVersions(QPainter &painter, const QRect &box, const VersionPair &pair, Qt::LayoutDirection direction,
                   VersionSize size = VersionSize::Row, bool isStale = false);

/// For screen readers and tooltips, "1.4.2 → 1.5.0", with each version kept left to right.
[[nodiscard]] QString versionsText(const VersionPair &pair, Qt::LayoutDirection direction = Qt::LeftToRight);

/// The pair as a widget, in the size of the pane.
class VersionsLabel final : public QWidget
{
    Q_OBJECT

public:
    explicit VersionsLabel(VersionSize size, QWidget *parent = nullptr);
    void show(const VersionPair &pair);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    VersionSize m_size;
    VersionPair m_pair;
};

} // namespace slipway::look
