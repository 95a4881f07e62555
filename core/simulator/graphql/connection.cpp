// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/graphql/connection.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::simulator::graphql
{
namespace
{

struct Range
{
    qsizetype begin;
    qsizetype end;
    qsizetype total;
};

QString cursorOf(qsizetype index)
{
    return QString::fromLatin1(QByteArray{"cursor:" + QByteArray::number(index)}.toBase64());
}

/// Where a cursor points; `otherwise` where there is none.
qsizetype indexOf(const QJsonValue &cursor, qsizetype otherwise)
{
    const auto text = QByteArray::fromBase64(cursor.toString().toLatin1());
    return text.startsWith("cursor:") ? text.sliced(7).toLongLong() : otherwise;
}

Range rangeOf(qsizetype total, const QJsonObject &arguments)
{
    qsizetype begin = std::clamp<qsizetype>(indexOf(arguments.value("after"_L1), -1) + 1, 0, total);
    qsizetype end = std::clamp<qsizetype>(indexOf(arguments.value("before"_L1), total), begin, total);
    if (arguments.contains("first"_L1))
        end = std::min<qsizetype>(end, begin + arguments.value("first"_L1).toInteger());
    else if (arguments.contains("last"_L1))
        begin = std::max<qsizetype>(begin, end - arguments.value("last"_L1).toInteger());
    return {begin, end, total};
}

Object pageInfo(Range range)
{
    const bool isEmpty = range.begin == range.end;
    return {.type = u"PageInfo"_s,
            .fields = {
                {u"hasNextPage"_s, fixed(range.end < range.total)},
                {u"hasPreviousPage"_s, fixed(range.begin > 0)},
                {u"startCursor"_s, fixed(isEmpty ? QJsonValue{} : cursorOf(range.begin))},
                {u"endCursor"_s, fixed(isEmpty ? QJsonValue{} : cursorOf(range.end - 1))},
            }};
}

} // namespace

Value connection(const QString &type, qsizetype total, const NodeAt &node, const QJsonObject &arguments)
{
    const auto wanted = arguments.value("first"_L1).toInteger(arguments.value("last"_L1).toInteger(1));
    if (wanted < 0 || wanted > 100)
        return Problem{
            u"EXCESSIVE_PAGINATION"_s,
            u"Requesting %1 records on the `%2` connection exceeds the `first` limit of 100 records."_s.arg(wanted).arg(
                type)};
    const auto range = rangeOf(total, arguments);
    const auto each = [range](auto make) {
        Values values;
        for (auto i = range.begin; i < range.end; ++i)
            values.append(make(i));
        return Value{values};
    };
    const auto edge = [type, node](qsizetype i) {
        return Value{Object{.type = type.chopped(10) + u"Edge"_s,
                            .fields = {{u"cursor"_s, fixed(cursorOf(i))},
                                       {u"node"_s, [node, i](const QJsonObject &) { return node(i); }}}}};
    };
    return Object{.type = type,
                  .fields = {
                      {u"totalCount"_s, fixed(total)},
                      {u"nodes"_s, [each, node](const QJsonObject &) { return each(node); }},
                      {u"edges"_s, [each, edge](const QJsonObject &) { return each(edge); }},
                      {u"pageInfo"_s, [range](const QJsonObject &) { return Value{pageInfo(range)}; }},
                  }};
}

} // namespace slipway::simulator::graphql
