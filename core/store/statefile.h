// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/image/reference.h"

#include <QDateTime>

#include <memory>
#include <optional>

class QProcessEnvironment;

namespace slipway::store
{

/// Where this person's state is: $XDG_STATE_HOME/slipway, else ~/.local/state/slipway; empty if neither is known.
[[nodiscard]] QString statePath(const QProcessEnvironment &environment);

/// Something that was begun and of which nobody has said yet that it ended.
struct Begun
{
    qint64 id = 0;
    QString kind;    ///< in the words of who began it
    QByteArray what; ///< likewise: all that is needed to go on
    QDateTime at;

    bool operator==(const Begun &) const = default;
};

/// What the program remembers from one run to the next, in one SQLite file: what was begun, what was known last, when
/// something was seen first. A kill at any point loses nothing that was written before.
/// What only makes things faster or nicer fails silently; what must be there before something is done has an error.
class StateFile
{
public:
    explicit StateFile(const QString &path); ///< without one, all is forgotten at its end
    ~StateFile();

    /// Writes down what is about to be done, before it is. Errors: Storage.
    [[nodiscard]] Result<qint64> begin(const QString &workspace, const QString &kind, const QByteArray &what);
    /// How far it has come. Errors: Storage.
    [[nodiscard]] Result<> note(qint64 id, const QByteArray &what);
    void end(qint64 id);
    [[nodiscard]] QList<Begun> begun(const QString &workspace) const; ///< oldest first

    /// A value of a workspace's own, by name: its last snapshot, a draft.
    void keep(const QString &workspace, const QString &name, const QByteArray &value);
    [[nodiscard]] std::optional<QByteArray> kept(const QString &workspace, const QString &name) const;
    void drop(const QString &workspace, const QString &name);

    /// When this image was first seen: now, if it never was.
    [[nodiscard]] QDateTime firstSeen(const ImageRepository &repository, const Digest &digest, const QDateTime &now);

    void forget(const QString &workspace); ///< all that was begun and kept for it

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace slipway::store
