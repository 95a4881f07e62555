// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QMap>

#include <functional>
#include <optional>

/// Strict reading of JSON: a reader looks like the document. What it asks for must be there and of that kind, what it
/// does not ask for does not matter. A reader is a function of a `const Value &`; decode() runs it.
namespace slipway::json
{

/// Ends a decode; never leaves it.
struct Mismatch
{
    QString path; ///< ".metadata.tags[3]"
    QString what; ///< "is missing"
};

/// A place in the document that is being decoded. Exists only within decode().
class Value
{
public:
    /// A field of an object; the decode ends where it is missing or null.
    [[nodiscard]] Value operator[](QLatin1StringView field) const;
    /// A field that may be missing or null.
    [[nodiscard]] std::optional<Value> find(QLatin1StringView field) const;

    [[nodiscard]] QString text() const;
    [[nodiscard]] qint64 integer() const; ///< all 64 bits
    [[nodiscard]] qint64 count() const;   ///< an integer that is not negative
    [[nodiscard]] qint64 number() const;  ///< an integer greater than zero: the number or id of something
    [[nodiscard]] bool boolean() const;
    [[nodiscard]] QDateTime time() const; ///< RFC 3339; in UTC

    /// The text as another type, through `Result<T> parse(QStringView)`.
    template<class Parse> [[nodiscard]] auto parsed(Parse parse) const;
    /// The items of an array, each read by `read`.
    template<class Read> [[nodiscard]] auto each(Read read) const;
    /// The fields of an object whose names are not known in advance, each read by `read`.
    template<class Read> [[nodiscard]] auto entries(Read read) const;

private:
    explicit Value(QJsonValue value, QString path = {});

    [[nodiscard]] QJsonArray array() const;
    [[nodiscard]] QJsonObject object() const;
    [[noreturn]] void fail(const QString &what) const;
    template<class Read> [[nodiscard]] auto inside(QJsonValue value, Read &read, auto step) const;

    template<class Read>
    friend Result<std::invoke_result_t<Read, const Value &>> decode(const QByteArray &text, Read read);

    QJsonValue m_value;
    QString m_path; ///< from the innermost array or map that is being read, so that long lists build no paths
};

/// The value of a whole document, and the error for one that is not JSON. For decode() alone.
[[nodiscard]] Result<QJsonValue> parseDocument(const QByteArray &text);
[[nodiscard]] Error errorOf(const Mismatch &mismatch);

/// Reads a document with `read`. Errors: Protocol; the details name the place: `[0].name is missing`.
template<class Read>
[[nodiscard]] Result<std::invoke_result_t<Read, const Value &>> decode(const QByteArray &text, Read read)
{
    auto document = parseDocument(text);
    if (!document)
        return failure(std::move(document).error());
    try {
        return std::invoke(read, Value{*document});
    } catch (const Mismatch &mismatch) {
        return failure(errorOf(mismatch));
    }
}

/// A reader for an array of what `read` reads.
template<class Read> [[nodiscard]] auto listOf(Read read)
{
    return [read](const Value &in) { return in.each(read); };
}

template<class Parse> auto Value::parsed(Parse parse) const
{
    auto result = std::invoke(parse, QStringView{text()});
    if (!result)
        fail(u"is wrong: " + result.error().message);
    return *std::move(result);
}

template<class Read> auto Value::inside(QJsonValue value, Read &read, auto step) const
{
    try {
        return std::invoke(read, Value{std::move(value)});
    } catch (Mismatch &mismatch) {
        mismatch.path.prepend(m_path + step());
        throw;
    }
}

template<class Read> auto Value::each(Read read) const
{
    const auto items = array();
    QList<std::invoke_result_t<Read, const Value &>> list;
    list.reserve(items.size());
    for (qsizetype i = 0; i < items.size(); ++i)
        list.append(inside(items.at(i), read, [i] { return u'[' + QString::number(i) + u']'; }));
    return list;
}

template<class Read> auto Value::entries(Read read) const
{
    const auto fields = object();
    QMap<QString, std::invoke_result_t<Read, const Value &>> map;
    for (auto field = fields.begin(); field != fields.end(); ++field)
        map.insert(field.key(), inside(field.value(), read, [&] { return u'.' + field.key(); }));
    return map;
}

} // namespace slipway::json
