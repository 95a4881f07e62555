// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/heights.h"
#include "ui/look/paragraph.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"

#include <QLabel>

namespace slipway::look
{

/// Plain text of a type in a colour; both follow the scheme. Text from outside may be given as it is.
class Label final : public QLabel
{
    Q_OBJECT

public:
    explicit Label(QWidget *parent = nullptr);
    explicit Label(const QString &text, Type type = Type::Body, Token token = Token::Text, QWidget *parent = nullptr);

    /// Characters that a person would not see, or that turn words around, are shown as their code points.
    void setText(const QString &text);
    void setType(Type type);
    void setToken(Token token);

    /// One line that gives way: what does not fit is elided there, and the tooltip has the whole.
    /// Names elide at the end, image references in the middle; numbers and states never.
    void setElided(Qt::TextElideMode mode);
    /// The same at its end, and these parts of it, SHAs and digests, stand in the fixed font, as high as Type::Small.
    void setMono(const QStringList &parts);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] Paragraph laidOut(int width) const;
    [[nodiscard]] Paragraph inOneLine(qsizetype length) const;
    [[nodiscard]] int textWidth() const;
    void paintElided();
    void paintMixed(QPainter &painter, const QRect &box);
    void paintWrapped();

    Qt::TextElideMode m_elided = Qt::ElideNone;
    QStringList m_mono;
    mutable Heights m_heights; ///< of a text that wraps
};

} // namespace slipway::look
