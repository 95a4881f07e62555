// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>

#include <concepts>

namespace slipway::simulator
{

/// A JSON object that looks like one: `Json{{"id", 7}, {"url", api + u"/users"}}`.
class Json : public QJsonObject
{
public:
    struct Member
    {
        template<class T>
        Member(const char *of, const T &is)
            : name(QLatin1StringView{of})
            , value(valueOf(is))
        {
        }

        QString name;
        QJsonValue value;
    };

    Json() = default;
    Json(std::initializer_list<Member> members)
    {
        for (const auto &member : members)
            insert(member.name, member.value);
    }

    template<class T> void set(QAnyStringView name, const T &value) { insert(name.toString(), valueOf(value)); }

private:
    template<class T> static QJsonValue valueOf(const T &value)
    {
        if constexpr (std::integral<T> && !std::same_as<T, bool>)
            return QJsonValue(static_cast<qint64>(value));
        else
            return QJsonValue(value);
    }
};

/// The text, or null where it is empty.
[[nodiscard]] inline QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue{} : QJsonValue{text};
}

} // namespace slipway::simulator
