// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/appearance.h"

#include <QObject>

namespace slipway::look
{

/// The one source of how the program looks. It lives as long as the QApplication; everything painted asks it, and
/// paints again on changed().
class Scheme : public QObject
{
    Q_OBJECT

public:
    enum class Choice { System, Light, Dark };

    /// The program's; made at the first call, which needs a QApplication.
    [[nodiscard]] static Scheme &current();

    [[nodiscard]] const Appearance &appearance() const { return m_appearance; }
    [[nodiscard]] bool isDark() const { return m_appearance.isDark; }
    [[nodiscard]] QColor systemAccent() const { return m_systemAccent; } ///< invalid before install()

    /// System follows QStyleHints::colorScheme while the program runs; Unknown counts as light.
    void choose(Choice choice);
    [[nodiscard]] Choice choice() const { return m_choice; }

    /// 1 is the system's size of text; kept between 0.8 and 2.
    void setTextFactor(double factor);
    void setCompact(bool on);
    void setMoreContrast(bool on);
    /// The person's choice; the system's counts too.
    void setReducedMotion(bool on);
    [[nodiscard]] bool choseReducedMotion() const { return m_choseReducedMotion; }
    void setSystemReducesMotion(bool on);
    /// The system's accent instead of our blue; states never change hue.
    void setAccent(std::optional<QColor> system);
    /// The widgets of the system's own style, in our colours. Delegates stay ours.
    void setSystemStyle(bool on);

Q_SIGNALS:
    /// The palette and the application's font are already the new ones.
    void changed();

private:
    explicit Scheme(QObject *parent);
    void follow();
    void set(const Appearance &next);
    friend void install();

    Appearance m_appearance;
    Choice m_choice = Choice::System;
    bool m_choseReducedMotion = false;
    bool m_systemReducesMotion = false;
    bool m_isInstalled = false;
    QString m_systemStyle; ///< as it was before install()
    QColor m_systemAccent;
};

/// Puts style, palette and font on the application, and keeps them in step with Scheme::current().
void install();

} // namespace slipway::look
