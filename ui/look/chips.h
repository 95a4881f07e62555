// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/stateicon.h"

#include <QSize>
#include <QWidget>

class QPainter;
class QRect;

namespace slipway::look
{

/// A state with its word, on its tint if it has one. The icon stands at the same place with and without.
[[nodiscard]] QSize chipSize(const QString &word);

/// At the start of `cell`, in the middle of its height. On a selected row the tint vanishes, and a line takes its
/// place.
void paintChip(QPainter &painter, const QRect &cell, const StateLook &look, const QString &word, bool isSelected,
               Qt::LayoutDirection direction);

/// A small ground with a word: "pinned", "Recommended", "major".
enum class TagKind { Neutral, Accent, Ok, Attention, Danger };
[[nodiscard]] QSize tagSize(const QString &word);
void paintTag(QPainter &painter, const QRect &box, TagKind kind, const QString &word);

/// A key or shortcut in a small box.
[[nodiscard]] QSize keycapSize(const QString &keys);
void paintKeycap(QPainter &painter, const QRect &box, const QString &keys);

/// The chip as a widget.
class Chip final : public QWidget
{
    Q_OBJECT

public:
    explicit Chip(QWidget *parent = nullptr);
    void show(const StateLook &look, const QString &word);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    StateLook m_look;
    QString m_word;
};

/// The tag as a widget.
class Tag final : public QWidget
{
    Q_OBJECT

public:
    Tag(TagKind kind, const QString &word, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TagKind m_kind;
    QString m_word;
};

/// The keycap as a widget.
class Keycap final : public QWidget
{
    Q_OBJECT

public:
    explicit Keycap(const QString &keys, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_keys;
};

} // namespace slipway::look
