// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/images/versions.h"

#include <QWidget>

namespace slipway::images
{

/// The version pair in large, and the digests below it in twelve characters each.
class VersionHeadline final : public QWidget
{
    Q_OBJECT

public:
    explicit VersionHeadline(QWidget *parent = nullptr);

    void show(const VersionPair &pair, const QString &digests);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int pairHeight() const;

    look::VersionPair m_pair;
    QString m_digests;
};

} // namespace slipway::images
