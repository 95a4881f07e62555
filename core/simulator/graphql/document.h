// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <utility>

/// A GraphQL request as a tree, as far as clients of GitHub use the language. Source: GraphQL specification of
/// October 2021, section 2.
namespace slipway::simulator::graphql
{

/// Where something stands in the text of the request, from 1.
struct Place
{
    int line = 1;
    int column = 1;
};

/// A value as it is written: a literal (also an enumerator, as its name), a variable, or a list or object of values.
struct Written
{
    enum class Kind { Literal, Variable, List, Object };

    Kind kind = Kind::Literal;
    QJsonValue literal = {};
    QString variable = {};
    QList<Written> items = {};
    QList<std::pair<QString, Written>> fields = {};
};

using Arguments = QList<std::pair<QString, Written>>;

struct Directive
{
    QString name;
    Arguments arguments = {};
};

/// One thing that is asked of an object: a field, or the selections of a fragment.
struct Selection
{
    enum class Kind { Field, Spread, Inline };

    Kind kind = Kind::Field;
    QString name = {};  ///< of the field or the fragment; the type that an inline fragment is for, empty for any
    QString alias = {}; ///< what the field is called in the answer
    Arguments arguments = {};
    QList<Directive> directives = {};
    QList<Selection> selections = {};
    Place place = {};
};

struct Fragment
{
    QString type;
    QList<Selection> selections;
};

struct VariableDefinition
{
    QString name;
    QString type; ///< as written, "[String!]!"
    std::optional<Written> fallback = {};
};

struct Operation
{
    enum class Kind { Query, Mutation };

    Kind kind = Kind::Query;
    QString name = {};
    QList<VariableDefinition> variables = {};
    QList<Selection> selections = {};
};

struct Document
{
    QList<Operation> operations = {};
    QHash<QString, Fragment> fragments = {};
};

} // namespace slipway::simulator::graphql
