// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/filter/query.h"

#include <QLineEdit>
#include <QPointer>

namespace slipway::look
{
class Keycap;
class Label;
} // namespace slipway::look

namespace slipway::filter
{

/// Where the text of a filter is typed. What it does not understand is said below it.
class FilterField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterField(const QList<Key> &keys, QWidget *parent = nullptr);

    [[nodiscard]] const Query &query() const { return m_query; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void queryChanged(const Query &query);
    /// Escape or Return: the person is done here.
    void left();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void read();
    void showObjection();
    void placeKeycap();

    QList<Key> m_keys;
    Query m_query;
    look::Keycap *m_keycap;
    QPointer<QWidget> m_message; ///< lies over what is below the field
    QPointer<look::Label> m_words;
};

} // namespace slipway::filter
