// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <functional>
#include <memory>
#include <variant>

/// What resolvers give: objects whose fields are functions, so that only what is asked for is made.
namespace slipway::simulator::graphql
{

/// Why a field has no value. `type` as GitHub names it: "NOT_FOUND", "FORBIDDEN", "UNPROCESSABLE", "STALE_DATA".
struct Problem
{
    QString type;
    QString message;
};

struct Object;
using ObjectPtr = std::shared_ptr<const Object>;

struct Value;
using Values = QList<Value>;

/// A leaf (null among them), an object, a list, or a problem.
struct Value : std::variant<QJsonValue, ObjectPtr, Values, Problem>
{
    using variant::variant;
    Value(const QString &text)
        : Value(QJsonValue{text})
    {
    }
    Value(Object object);
};

/// How a field is worked out, from its arguments (all of them as JSON, enumerators as their names).
using Resolver = std::function<Value(const QJsonObject &arguments)>;

struct Object
{
    QString type;
    QStringList interfaces = {}; ///< and unions, which fragments may name too
    QHash<QString, Resolver> fields = {};
};

inline Value::Value(Object object)
    : Value(std::make_shared<const Object>(std::move(object)))
{
}

/// A field that has that value whatever its arguments are.
[[nodiscard]] inline Resolver fixed(QJsonValue value)
{
    return [value = std::move(value)](const QJsonObject &) { return Value{value}; };
}

/// The object with more fields.
[[nodiscard]] inline Object with(Object object, const QHash<QString, Resolver> &fields)
{
    object.fields.insert(fields);
    return object;
}

} // namespace slipway::simulator::graphql
