// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diff/worddiff.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

class QObject;

namespace slipway::diffview
{

/// A stretch of a line that has a meaning of its own.
struct Span
{
    enum class Meaning { Key, String, Number, Comment, Variable, Anchor };

    qsizetype begin;
    qsizetype end;
    Meaning meaning;

    bool operator==(const Span &) const = default;
};

/// What the lines of one text mean, by its file name: YAML, and .env files; others are plain. Lines are read as they
/// are asked for, never more than that.
class Highlighting
{
public:
    Highlighting(const QString &path, QStringList lines);
    ~Highlighting();
    Highlighting(Highlighting &&) noexcept;
    Highlighting &operator=(Highlighting &&) noexcept;

    [[nodiscard]] const QList<Span> &spans(qsizetype line);

private:
    class Reader;
    std::unique_ptr<Reader> m_reader;
};

/// Reads what any line of YAML needs, so that the first diff need not wait for it: the index of languages now, the rest
/// in some turns of the event loop, while `context` lives.
void warmUp(QObject *context);

} // namespace slipway::diffview
