// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/stored.h"

#include "core/workspace/storedfields.h"

#include <QDataStream>
#include <QTimeZone>

#include <concepts>
#include <type_traits>

namespace slipway::workspace
{
namespace
{

constexpr quint32 magic = 0x534c5750; // "SLWP"
constexpr quint32 version = 3;        // of the lists of fields
constexpr quint32 most = 100'000;     // elements of one list

/// Both directions walk the same lists of fields.
class Writer
{
public:
    explicit Writer(QDataStream &stream)
        : m_stream(stream)
    {
    }
    void write(const Snapshot &snapshot) { one(snapshot); }

private:
    void one(const QString &text) { m_stream << text; }
    void one(bool value) { m_stream << value; }
    void one(int value) { m_stream << qint32(value); }
    void one(qint64 value) { m_stream << value; }
    void one(const QDateTime &time) { m_stream << (time.isValid() ? time.toMSecsSinceEpoch() : qint64(-1)); }
    void one(const QDate &day) { m_stream << day; }
    void one(const Digest &digest) { m_stream << digest.text(); }
    void one(std::chrono::hours hours) { m_stream << qint64(hours.count()); }
    template<class Value>
        requires std::is_enum_v<Value>
    void one(Value value)
    {
        m_stream << static_cast<quint8>(value);
    }
    template<class Value> void one(const std::optional<Value> &value)
    {
        m_stream << value.has_value();
        if (value)
            one(*value);
    }
    template<class Value> void one(const QList<Value> &list)
    {
        m_stream << quint32(list.size());
        for (const auto &value : list)
            one(value);
    }
    template<class Value>
        requires std::is_class_v<Value>
    void one(const Value &value)
    {
        std::apply([this](auto &...each) { (this->one(each), ...); }, fields(value));
    }
    void one(const config::Hold &hold)
    {
        m_stream << quint8(hold.index());
        if (const auto *day = std::get_if<QDate>(&hold))
            one(*day);
        if (const auto *until = std::get_if<config::HoldUntilVersion>(&hold))
            one(until->version);
    }

    QDataStream &m_stream;
};

/// Whatever is read is a value that can be; else the stream is marked as damaged.
class Reader
{
public:
    explicit Reader(QDataStream &stream)
        : m_stream(stream)
    {
    }
    void read(Snapshot &snapshot) { one(snapshot); }

private:
    template<class Value> Value next()
    {
        Value value{};
        m_stream >> value;
        return value;
    }
    void damaged() { m_stream.setStatus(QDataStream::ReadCorruptData); }

    void one(QString &text) { m_stream >> text; }
    void one(bool &value) { m_stream >> value; }
    void one(int &value) { value = next<qint32>(); }
    void one(qint64 &value) { m_stream >> value; }
    void one(QDateTime &time)
    {
        const auto milliseconds = next<qint64>();
        time = milliseconds < 0 ? QDateTime{} : QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::UTC);
    }
    void one(QDate &day) { m_stream >> day; }
    void one(std::chrono::hours &hours) { hours = std::chrono::hours(next<qint64>()); }
    template<class Value>
        requires std::is_enum_v<Value>
    void one(Value &value)
    {
        const auto number = next<quint8>();
        if (number > static_cast<quint8>(lastOf(value)))
            damaged();
        else
            value = static_cast<Value>(number);
    }
    template<class Value> void one(std::optional<Value> &value)
    {
        value.reset();
        if (!next<bool>())
            return;
        if constexpr (std::default_initializable<Value>) {
            Value inner{};
            one(inner);
            value = std::move(inner);
        } else {
            whole(value);
        }
    }
    template<class Value> void one(QList<Value> &list)
    {
        const auto size = next<quint32>();
        if (size > most)
            damaged();
        for (quint32 i = 0; i < size && m_stream.status() == QDataStream::Ok; ++i) {
            if constexpr (std::default_initializable<Value>) {
                Value value{};
                one(value);
                list.append(std::move(value));
            } else {
                std::optional<Value> value;
                whole(value);
                if (value)
                    list.append(*std::move(value));
            }
        }
    }
    template<class Value>
        requires std::is_class_v<Value>
    void one(Value &value)
    {
        std::apply([this](auto &...each) { (this->one(each), ...); }, fields(value));
    }
    void one(config::Hold &hold)
    {
        const auto index = next<quint8>();
        if (index > 2)
            damaged();
        if (index == 1)
            hold = next<QDate>();
        if (index == 2)
            hold = config::HoldUntilVersion{next<QString>()};
    }

    // those that cannot be empty
    void whole(std::optional<Digest> &digest)
    {
        if (auto parsed = Digest::parse(next<QString>()))
            digest = *std::move(parsed);
        else
            damaged();
    }
    void whole(std::optional<updates::Candidate> &candidate)
    {
        const auto tag = next<QString>();
        std::optional<Digest> digest;
        whole(digest);
        if (digest)
            candidate = updates::Candidate{.tag = tag, .digest = *digest};
    }

    // the last enumerator of each
    static constexpr State lastOf(State) { return State::UpToDate; }
    static constexpr Check::State lastOf(Check::State) { return Check::State::Skipped; }
    static constexpr PullRequest::Stage lastOf(PullRequest::Stage) { return PullRequest::Stage::Closed; }
    static constexpr PullRequest::Review lastOf(PullRequest::Review) { return PullRequest::Review::Approved; }
    static constexpr PullRequest::Mergeability lastOf(PullRequest::Mergeability)
    {
        return PullRequest::Mergeability::BaseMoved;
    }
    static constexpr updates::Outcome lastOf(updates::Outcome) { return updates::Outcome::Error; }
    static constexpr updates::Reason lastOf(updates::Reason) { return updates::Reason::TagGone; }
    static constexpr updates::Risk lastOf(updates::Risk) { return updates::Risk::StaleComment; }
    static constexpr config::Follow lastOf(config::Follow) { return config::Follow::Regex; }
    static constexpr config::Level lastOf(config::Level) { return config::Level::Major; }
    static constexpr config::Pin lastOf(config::Pin) { return config::Pin::Never; }
    static constexpr Problem::Severity lastOf(Problem::Severity) { return Problem::Severity::Warning; }

    QDataStream &m_stream;
};

void setUp(QDataStream &stream)
{
    stream.setVersion(QDataStream::Qt_6_8);
}

} // namespace

QByteArray toBytes(const Snapshot &snapshot)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    setUp(stream);
    stream << magic << version;
    Writer(stream).write(snapshot);
    return bytes;
}

std::optional<Snapshot> snapshotFrom(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    setUp(stream);
    quint32 itsMagic = 0;
    quint32 itsVersion = 0;
    stream >> itsMagic >> itsVersion;
    if (itsMagic != magic || itsVersion != version)
        return std::nullopt;
    Snapshot snapshot;
    Reader(stream).read(snapshot);
    return stream.status() == QDataStream::Ok && stream.atEnd() ? std::optional(std::move(snapshot)) : std::nullopt;
}

} // namespace slipway::workspace
