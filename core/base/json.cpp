// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include "core/base/clock.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace slipway::json
{

using namespace Qt::StringLiterals;

namespace
{

Error unexpectedAnswer(QString details)
{
    return {
        .kind = Error::Kind::Protocol,
        .message = QCoreApplication::translate("base", "The answer is not what its specification says."),
        .details = std::move(details),
    };
}

} // namespace

Value::Value(QJsonValue value, QString path)
    : m_value(std::move(value))
    , m_path(std::move(path))
{
}

Value Value::operator[](QLatin1StringView field) const
{
    if (auto value = find(field))
        return *std::move(value);
    Value{{}, m_path + u'.' + field}.fail(u"is missing"_s);
}

std::optional<Value> Value::find(QLatin1StringView field) const
{
    auto value = object().value(field);
    if (value.isUndefined() || value.isNull())
        return {};
    return Value{std::move(value), m_path + u'.' + field};
}

QString Value::text() const
{
    if (!m_value.isString())
        fail(u"is not a text"_s);
    return m_value.toString();
}

qint64 Value::integer() const
{
    // A number that is no integer of 64 bits gives back the default, whatever that is.
    const auto number = m_value.toInteger(0);
    if (number != m_value.toInteger(1))
        fail(u"is not an integer"_s);
    return number;
}

qint64 Value::count() const
{
    const auto count = integer();
    if (count < 0)
        fail(u"is negative"_s);
    return count;
}

qint64 Value::number() const
{
    const auto number = integer();
    if (number <= 0)
        fail(u"is not greater than zero"_s);
    return number;
}

bool Value::boolean() const
{
    if (!m_value.isBool())
        fail(u"is not true or false"_s);
    return m_value.toBool();
}

QDateTime Value::time() const
{
    return parsed(parseTime);
}

QJsonArray Value::array() const
{
    if (!m_value.isArray())
        fail(u"is not an array"_s);
    return m_value.toArray();
}

QJsonObject Value::object() const
{
    if (!m_value.isObject())
        fail(u"is not an object"_s);
    return m_value.toObject();
}

void Value::fail(const QString &what) const
{
    throw Mismatch{m_path, what};
}

Result<QJsonValue> parseDocument(const QByteArray &text)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        return failure(unexpectedAnswer(u"not JSON at byte %1: %2"_s.arg(error.offset).arg(error.errorString())));
    return document.isArray() ? QJsonValue{document.array()} : QJsonValue{document.object()};
}

Error errorOf(const Mismatch &mismatch)
{
    const auto path = mismatch.path.startsWith(u'.') ? mismatch.path.sliced(1) : mismatch.path;
    return unexpectedAnswer((path.isEmpty() ? u"the document"_s : path) + u' ' + mismatch.what);
}

} // namespace slipway::json
