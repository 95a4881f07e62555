// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/scalartype.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace slipway::yaml
{

namespace
{

bool isOneOf(QByteArrayView value, std::initializer_list<QByteArrayView> words)
{
    return std::ranges::find(words, value) != words.end();
}

bool mayBeNumberOrDate(QByteArrayView value)
{
    constexpr qsizetype longest = 64;
    const char first = value.front();
    return value.size() <= longest && ((first >= '0' && first <= '9') || first == '.' || first == '-' || first == '+');
}

ScalarType typeOfPlain(QByteArrayView value)
{
    static const QRegularExpression number{
        uR"(\A[-+]?(?:0[xX][0-9a-fA-F_]+|0[oO]?[0-7_]+|0[bB][01_]+|(?:\.[0-9][0-9_]*|[0-9][0-9_]*(?:\.[0-9_]*)?)(?:[eE][-+]?[0-9]+)?|\.(?:inf|Inf|INF))\z|\A\.(?:nan|NaN|NAN)\z)"_s};
    static const QRegularExpression date{uR"(\A[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:\z|[Tt ]))"_s};

    if (value.isEmpty() || isOneOf(value, {"~", "null", "Null", "NULL"}))
        return ScalarType::Null;
    if (isOneOf(value, {"true", "True", "TRUE", "false", "False", "FALSE"}))
        return ScalarType::Bool;
    if (!mayBeNumberOrDate(value))
        return ScalarType::Text;
    const auto text = QString::fromUtf8(value);
    if (number.matchView(text).hasMatch())
        return ScalarType::Number;
    return date.matchView(text).hasMatch() ? ScalarType::Date : ScalarType::Text;
}

} // namespace

ScalarType typeOf(const Node &scalar)
{
    const bool isText = scalar.style != Style::Plain || scalar.tag == "!" || scalar.tag == "tag:yaml.org,2002:str";
    return isText ? ScalarType::Text : typeOfPlain(scalar.value);
}

} // namespace slipway::yaml
