// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QDebug>
#include <QElapsedTimer>
#include <QList>

/// An application that knows how long its longest step took: one event, with all that comes of it before the next.
class Turns final : public QApplication
{
    static constexpr double tooLong = 8; // milliseconds

public:
    Turns(int &argc, char **argv)
        : QApplication{argc, argv}
    {
    }

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        const QByteArray whose = receiver->metaObject()->className(); // it may be gone afterwards
        const auto type = event->type();
        QElapsedTimer time;
        time.start();
        ++m_depth;
        const bool done = QApplication::notify(receiver, event);
        --m_depth;
        const auto took = double(time.nsecsElapsed()) / 1e6;
        m_longest = std::max(m_longest, took);
        if (took > tooLong)
            qInfo() << "a step of" << took << "ms:" << type << "to" << whose;
        return done;
    }

    /// The longest step since forget(), in milliseconds.
    double longest() const { return m_longest; }
    void forget() { m_longest = 0; }

    /// Does that, and all that follows from it; the longest step of it in milliseconds.
    double longestOf(const std::function<void()> &act)
    {
        m_longest = 0;
        QMetaObject::invokeMethod(this, act, Qt::QueuedConnection);
        for (int rounds = 0; rounds < 20; ++rounds)
            processEvents();
        return m_longest;
    }

private:
    int m_depth = 0;
    double m_longest = 0;
};
