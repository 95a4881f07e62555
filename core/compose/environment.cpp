// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/environment.h"

#include "core/compose/interpolate.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace slipway::compose
{
namespace
{

/// What stands behind the `=` of one definition.
struct RawValue
{
    qsizetype begin; ///< inside of quotes
    qsizetype end;
    qsizetype next; ///< where reading goes on
    char quote = 0; ///< ' or " or 0
};

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isKeyPart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' ||
           c == '-';
}

qsizetype skipBlanks(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && isBlank(text[at]))
        ++at;
    return at;
}

qsizetype lineEnd(QByteArrayView text, qsizetype at)
{
    const auto end = text.indexOf('\n', at);
    return end < 0 ? text.size() : end;
}

std::optional<RawValue> quotedValue(QByteArrayView text, qsizetype at)
{
    const auto quote = text[at];
    for (auto i = at + 1; i < text.size(); ++i) {
        if (text[i] == '\\' && quote == '"')
            ++i;
        else if (text[i] == quote)
            return RawValue{.begin = at + 1, .end = i, .next = lineEnd(text, i), .quote = quote};
    }
    return std::nullopt;
}

RawValue plainValue(QByteArrayView text, qsizetype at)
{
    const auto stop = lineEnd(text, at);
    auto end = stop;
    for (auto i = at; i < stop; ++i) {
        if (text[i] == '#' && (i == at || isBlank(text[i - 1]))) {
            end = i;
            break;
        }
    }
    while (end > at && (isBlank(text[end - 1]) || text[end - 1] == '\r'))
        --end;
    return {.begin = at, .end = end, .next = stop};
}

/// The escapes of a double-quoted value; `\$` becomes `$$`, so that it survives the variables.
QByteArray unescaped(QByteArrayView raw)
{
    QByteArray value;
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (raw[i] != '\\' || i + 1 == raw.size()) {
            value.append(raw[i]);
            continue;
        }
        switch (const auto c = raw[++i]; c) {
        case 'n': value.append('\n'); break;
        case 'r': value.append('\r'); break;
        case 't': value.append('\t'); break;
        case '$': value.append("$$"); break;
        default: value.append(c);
        }
    }
    return value;
}

class EnvironmentReader
{
public:
    EnvironmentReader(QByteArrayView text, QString file, QString path, Environment into)
        : m_text(text)
        , m_file(std::move(file))
        , m_path(std::move(path))
        , m_variables(std::move(into))
    {
    }

    std::expected<Environment, Problem> read();

private:
    std::expected<void, Problem> readDefinition();
    std::expected<void, Problem> set(const QByteArray &name, const RawValue &raw);
    Problem problem(qsizetype at, const char *message);
    int lineOf(qsizetype at);

    QByteArrayView m_text;
    QString m_file;
    QString m_path;
    Environment m_variables;
    qsizetype m_at = 0;
    qsizetype m_counted = 0; ///< how far line ends were counted
    int m_line = 1;          ///< of m_counted
};

/// Only asked of places further and further on.
int EnvironmentReader::lineOf(qsizetype at)
{
    m_line += static_cast<int>(m_text.sliced(m_counted, at - m_counted).count('\n'));
    m_counted = at;
    return m_line;
}

Problem EnvironmentReader::problem(qsizetype at, const char *message)
{
    return {.file = m_file,
            .line = lineOf(at),
            .column = {},
            .code = u"interpolation-invalid"_s,
            .message = QCoreApplication::translate("compose", message)};
}

std::expected<void, Problem> EnvironmentReader::set(const QByteArray &name, const RawValue &raw)
{
    const auto bytes = m_text.sliced(raw.begin, raw.end - raw.begin).toByteArray();
    Variable variable{.name = name,
                      .value = bytes,
                      .file = m_file,
                      .path = m_path,
                      .line = lineOf(raw.begin),
                      .begin = raw.begin,
                      .end = raw.end};
    if (raw.quote != '\'') {
        const auto text = raw.quote == '"' ? unescaped(bytes) : bytes;
        const auto effective = interpolate(text, m_variables);
        if (!effective)
            return std::unexpected(
                problem(raw.begin,
                        QT_TRANSLATE_NOOP("compose", "A variable in this value is not written as Compose reads it.")));
        variable.value = effective->text;
        variable.uses = mentionedVariables(text);
    }
    variable.verbatim = variable.value == bytes && !bytes.contains('\n');
    m_variables.set(std::make_shared<const Variable>(std::move(variable)));
    return {};
}

std::expected<void, Problem> EnvironmentReader::readDefinition()
{
    if (m_text.sliced(m_at).startsWith("export ") || m_text.sliced(m_at).startsWith("export\t"))
        m_at = skipBlanks(m_text, m_at + 6);
    const auto begin = m_at;
    while (m_at < m_text.size() && isKeyPart(m_text[m_at]))
        ++m_at;
    const auto name = m_text.sliced(begin, m_at - begin).toByteArray();
    m_at = skipBlanks(m_text, m_at);
    if (!name.isEmpty() &&
        (m_at == m_text.size() || m_text[m_at] == '\n' || m_text[m_at] == '\r' || m_text[m_at] == '#')) {
        m_at = lineEnd(m_text, m_at);
        return {};
    }
    if (name.isEmpty() || (m_text[m_at] != '=' && m_text[m_at] != ':'))
        return std::unexpected(problem(begin, QT_TRANSLATE_NOOP("compose", "This line is not of the form KEY=value.")));

    const auto at = skipBlanks(m_text, m_at + 1);
    const auto quoted = at < m_text.size() && (m_text[at] == '"' || m_text[at] == '\'');
    const auto raw = quoted ? quotedValue(m_text, at) : plainValue(m_text, at);
    if (!raw)
        return std::unexpected(
            problem(at, QT_TRANSLATE_NOOP("compose", "The quote that begins here is never closed.")));
    m_at = raw->next;
    return set(name, *raw);
}

std::expected<Environment, Problem> EnvironmentReader::read()
{
    if (m_text.startsWith("\xEF\xBB\xBF"))
        m_at = 3;
    while (m_at < m_text.size()) {
        m_at = skipBlanks(m_text, m_at);
        if (m_at == m_text.size())
            break;
        if (m_text[m_at] == '\n' || m_text[m_at] == '\r') {
            ++m_at;
        } else if (m_text[m_at] == '#') {
            m_at = lineEnd(m_text, m_at);
        } else if (auto done = readDefinition(); !done) {
            return std::unexpected(done.error());
        }
    }
    return m_variables;
}

} // namespace

void Environment::set(VariablePointer variable)
{
    m_variables.insert(variable->name, std::move(variable));
}

void Environment::overlay(const Environment &outer)
{
    m_variables.insert(outer.m_variables);
}

std::expected<Environment, Problem> readEnvironment(const QByteArray &text, const QString &file, const QString &path,
                                                    Environment into)
{
    if (!text.isValidUtf8())
        return std::unexpected(Problem{.file = file,
                                       .line = {},
                                       .column = {},
                                       .code = u"encoding"_s,
                                       .message = QCoreApplication::translate("compose", "This file is not UTF-8.")});
    return EnvironmentReader(text, file, path, std::move(into)).read();
}

} // namespace slipway::compose
