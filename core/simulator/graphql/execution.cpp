// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/graphql/execution.h"

#include "core/simulator/graphql/parser.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::simulator::graphql
{
namespace
{

QJsonArray locations(Place place)
{
    return {QJsonObject{{u"line"_s, place.line}, {u"column"_s, place.column}}};
}

/// A request that is wrong in itself: nothing of it is run. Leaves execute() never.
struct Refusal
{
    QJsonObject error;
};

/// The fields that are asked of one object, those of the same name in the answer together.
struct Asked
{
    Selection field; ///< the first of that name
    QList<Selection> selections = {};
};

class Execution
{
public:
    Execution(const Document &document, QJsonObject variables)
        : m_document(document)
        , m_variables(std::move(variables))
    {
    }

    QJsonObject run(const Object &root, const QList<Selection> &selections)
    {
        QJsonObject answer{{u"data"_s, object(root, selections, {})}};
        if (!m_errors.isEmpty())
            answer.insert(u"errors"_s, m_errors);
        return answer;
    }

private:
    QJsonObject object(const Object &object, const QList<Selection> &selections, const QJsonArray &path)
    {
        QList<Asked> asked;
        collect(object, selections, asked);
        QJsonObject answer;
        for (const auto &[field, inner] : std::as_const(asked)) {
            auto place = path;
            place.append(field.alias);
            answer.insert(field.alias, complete(resolve(object, field), field, inner, place));
        }
        return answer;
    }

    void collect(const Object &object, const QList<Selection> &selections, QList<Asked> &asked)
    {
        for (const auto &selection : selections) {
            if (!isWanted(selection))
                continue;
            if (selection.kind == Selection::Kind::Field) {
                auto known =
                    std::ranges::find(asked, selection.alias, [](const Asked &one) { return one.field.alias; });
                if (known == asked.end())
                    known = asked.insert(asked.end(), {selection});
                known->selections += selection.selections;
                continue;
            }
            const auto [type, inner] = fragment(selection);
            if (type.isEmpty() || type == object.type || object.interfaces.contains(type))
                collect(object, inner, asked);
        }
    }

    [[nodiscard]] Fragment fragment(const Selection &selection) const
    {
        if (selection.kind == Selection::Kind::Inline)
            return {selection.name, selection.selections};
        const auto found = m_document.fragments.find(selection.name);
        if (found == m_document.fragments.end())
            throw Refusal{{{u"message"_s, u"Fragment %1 was used, but not defined"_s.arg(selection.name)},
                           {u"locations"_s, locations(selection.place)}}};
        return *found;
    }

    /// @skip and @include.
    [[nodiscard]] bool isWanted(const Selection &selection) const
    {
        return std::ranges::all_of(selection.directives, [this](const Directive &directive) {
            const bool condition = argumentsOf(directive.arguments).value(u"if"_s).toBool();
            return directive.name == u"skip" ? !condition : condition;
        });
    }

    [[nodiscard]] Value resolve(const Object &object, const Selection &field) const
    {
        if (field.name == u"__typename")
            return object.type;
        const auto found = object.fields.find(field.name);
        if (found == object.fields.end())
            throw Refusal{{{u"message"_s, u"Field '%1' doesn't exist on type '%2'"_s.arg(field.name, object.type)},
                           {u"locations"_s, locations(field.place)},
                           {u"extensions"_s, QJsonObject{{u"code"_s, u"undefinedField"_s},
                                                         {u"typeName"_s, object.type},
                                                         {u"fieldName"_s, field.name}}}}};
        return (*found)(argumentsOf(field.arguments));
    }

    QJsonValue complete(const Value &value, const Selection &field, const QList<Selection> &inner,
                        const QJsonArray &path)
    {
        if (const auto *leaf = std::get_if<QJsonValue>(&value))
            return leaf->isUndefined() ? QJsonValue{} : *leaf;
        if (const auto *problem = std::get_if<Problem>(&value)) {
            m_errors.append(QJsonObject{{u"type"_s, problem->type},
                                        {u"path"_s, path},
                                        {u"locations"_s, locations(field.place)},
                                        {u"message"_s, problem->message}});
            return {};
        }
        if (const auto *list = std::get_if<Values>(&value)) {
            QJsonArray items;
            for (const auto &item : *list) {
                auto place = path;
                place.append(items.size());
                items.append(complete(item, field, inner, place));
            }
            return items;
        }
        const auto &nested = *std::get<ObjectPtr>(value);
        if (inner.isEmpty())
            throw Refusal{
                {{u"message"_s, u"Field must have selections (field '%1' returns %2 but has no selections)"_s.arg(
                                    field.name, nested.type)},
                 {u"locations"_s, locations(field.place)}}};
        return object(nested, inner, path);
    }

    [[nodiscard]] QJsonObject argumentsOf(const Arguments &arguments) const
    {
        QJsonObject values;
        for (const auto &[name, written] : arguments)
            if (!isLeftOut(written))
                values.insert(name, valueOf(written));
        return values;
    }

    /// A variable that nobody gave leaves its argument out.
    [[nodiscard]] bool isLeftOut(const Written &written) const
    {
        return written.kind == Written::Kind::Variable && !m_variables.contains(written.variable);
    }

    [[nodiscard]] QJsonValue valueOf(const Written &written) const
    {
        switch (written.kind) {
        case Written::Kind::Literal: return written.literal;
        case Written::Kind::Variable: return m_variables.value(written.variable);
        case Written::Kind::Object: return argumentsOf(written.fields);
        case Written::Kind::List: break;
        }
        QJsonArray items;
        for (const auto &item : written.items)
            items.append(valueOf(item));
        return items;
    }

    const Document &m_document;
    QJsonObject m_variables;
    QJsonArray m_errors;
};

const Operation &chosen(const Document &document, const QString &name)
{
    if (document.operations.isEmpty() || (name.isEmpty() && document.operations.size() > 1))
        throw Refusal{{{u"message"_s, u"An operation name is required"_s}}};
    const auto found =
        name.isEmpty() ? document.operations.begin() : std::ranges::find(document.operations, name, &Operation::name);
    if (found == document.operations.end())
        throw Refusal{{{u"message"_s, u"No operation named \"%1\""_s.arg(name)}}};
    return *found;
}

/// The variables as given, with the defaults of those that were not.
QJsonObject variablesOf(const Operation &operation, const QJsonObject &given)
{
    auto variables = given;
    for (const auto &definition : operation.variables) {
        const bool isGiven = given.contains(definition.name),
                   isNull = !isGiven || given.value(definition.name).isNull();
        if (!isGiven && definition.fallback)
            variables.insert(definition.name, definition.fallback->literal);
        else if (definition.type.endsWith(u'!') && isNull)
            throw Refusal{{{u"message"_s, u"Variable $%1 of type %2 was provided invalid value"_s.arg(
                                              definition.name, definition.type)}}};
    }
    return variables;
}

QJsonObject refused(const QJsonObject &error)
{
    return {{u"errors"_s, QJsonArray{error}}};
}

} // namespace

QJsonObject execute(const Request &request, const Roots &roots)
{
    const auto document = parse(request.query);
    if (!document)
        return refused({{u"message"_s, document.error().message}, {u"locations"_s, locations(document.error().place)}});
    try {
        const auto &operation = chosen(*document, request.operationName);
        Execution execution{*document, variablesOf(operation, request.variables)};
        return execution.run(operation.kind == Operation::Kind::Query ? roots.query : roots.mutation,
                             operation.selections);
    } catch (const Refusal &refusal) {
        return refused(refusal.error);
    }
}

} // namespace slipway::simulator::graphql
