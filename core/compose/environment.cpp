// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/environment.h"

#include "core/compose/environmentvalue.h"
#include "core/compose/interpolate.h"
#include "core/compose/text.h"
#include "core/yaml/encoding.h"

#include <algorithm>
#include <cctype>

using namespace Qt::StringLiterals;

namespace slipway::compose
{
namespace
{

constexpr QByteArrayView byteOrderMark = "\xEF\xBB\xBF";
constexpr qsizetype longestValue = 64 * 1024;
constexpr qsizetype mostBytes = 16 * 1024 * 1024; ///< of all values, which others may multiply

using Done = std::expected<void, Problem>;

bool isSpace(char c)
{
    return isEnvironmentBlank(c) || c == '\n';
}

bool isKeyPart(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalnum(byte) || QByteArrayView("_.-[]").contains(c);
}

qsizetype skipped(QByteArrayView text, qsizetype at, bool (*isSkipped)(char))
{
    return std::find_if_not(text.begin() + at, text.end(), isSkipped) - text.begin();
}

class EnvironmentReader
{
public:
    EnvironmentReader(QByteArrayView text, QString file, QString path, const EnvironmentPointer &known, bool isInside)
        : m_text(text)
        , m_file(std::move(file))
        , m_path(std::move(path))
        , m_isInside(isInside)
        , m_variables(known)
    {
    }

    std::expected<Environment, Problem> read();

private:
    Done readDefinition();
    std::expected<QByteArrayView, Problem> readKey();
    Done set(QByteArrayView name, const EnvironmentValue &raw);
    Done replaceVariables(Variable &variable, const QByteArray &text);
    std::unexpected<Problem> problem(qsizetype at, const char *message);
    int lineOf(qsizetype at);
    [[nodiscard]] int columnOf(qsizetype at) const;

    QByteArrayView m_text;
    QString m_file;
    QString m_path;
    bool m_isInside;
    Environment m_variables;
    qsizetype m_at = 0;
    qsizetype m_bytes = 0;   ///< of all values so far
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

/// In code points; a byte order mark is not counted.
int EnvironmentReader::columnOf(qsizetype at) const
{
    auto before = m_text.first(at);
    if (before.startsWith(byteOrderMark))
        before = before.sliced(byteOrderMark.size());
    const auto begin = before.lastIndexOf('\n') + 1;
    return static_cast<int>(QString::fromUtf8(before.sliced(begin)).toUcs4().size()) + 1;
}

std::unexpected<Problem> EnvironmentReader::problem(qsizetype at, const char *message)
{
    return std::unexpected(Problem{.file = m_file,
                                   .line = lineOf(at),
                                   .column = columnOf(at),
                                   .code = u"interpolation-invalid"_s,
                                   .message = Text::tr(message)});
}

Done EnvironmentReader::replaceVariables(Variable &variable, const QByteArray &text)
{
    const auto names = variablesIn(text);
    const auto effective = interpolate(text, m_variables, longestValue);
    if (!names || !effective)
        return problem(variable.begin,
                       QT_TRANSLATE_NOOP("compose", "A variable in this value is not written as Compose "
                                                    "reads it; write `$$` for a plain dollar sign."));
    variable.value = effective->text;
    for (const auto &name : *names) {
        if (auto used = m_variables.find(name); used && !variable.uses.contains(used))
            variable.uses.append(std::move(used));
    }
    return {};
}

Done EnvironmentReader::set(QByteArrayView name, const EnvironmentValue &raw)
{
    const auto bytes = m_text.sliced(raw.begin, raw.end - raw.begin);
    Variable variable{.name = name.toByteArray(),
                      .value = unescaped(bytes, raw.quote),
                      .file = m_file,
                      .path = m_path,
                      .line = lineOf(raw.begin),
                      .begin = raw.begin,
                      .end = raw.end,
                      .isInside = m_isInside};
    if (raw.quote != '\'' && variable.value.contains('$')) {
        const auto text = variable.value;
        if (const auto done = replaceVariables(variable, text); !done)
            return done;
    }
    m_bytes += variable.value.size();
    if (m_bytes > mostBytes)
        return problem(raw.begin, QT_TRANSLATE_NOOP("compose", "The values of this file add up to more than 16 MiB."));
    variable.verbatim = variable.value == bytes && !bytes.contains('\n');
    m_variables.add(std::make_shared<const Variable>(std::move(variable)));
    return {};
}

/// The name up to `=`, `:` or the line's end, at which m_at then is.
std::expected<QByteArrayView, Problem> EnvironmentReader::readKey()
{
    static constexpr QByteArrayView prefix = "export";
    const auto afterPrefix = m_at + prefix.size();
    if (m_text.sliced(m_at).startsWith(prefix) && afterPrefix < m_text.size() && isSpace(m_text[afterPrefix]))
        m_at = skipped(m_text, afterPrefix, isEnvironmentBlank);
    const auto begin = m_at;
    const auto end = skipped(m_text, begin, isKeyPart);
    m_at = skipped(m_text, end, isEnvironmentBlank);
    if (m_at < m_text.size() && !QByteArrayView("=:\n").contains(m_text[m_at]))
        return problem(begin, QT_TRANSLATE_NOOP("compose", "This line is not of the form KEY=value."));
    return m_text.sliced(begin, end - begin);
}

Done EnvironmentReader::readDefinition()
{
    const auto name = readKey();
    if (!name)
        return std::unexpected(name.error());
    if (m_at == m_text.size() || m_text[m_at] == '\n')
        return {};
    const auto at = skipped(m_text, m_at + 1, isEnvironmentBlank);
    const auto raw = environmentValueAt(m_text, at);
    if (!raw)
        return problem(at, QT_TRANSLATE_NOOP("compose", "The quote that begins here is never closed."));
    m_at = raw->next;
    return set(*name, *raw);
}

std::expected<Environment, Problem> EnvironmentReader::read()
{
    if (m_text.startsWith(byteOrderMark))
        m_at = byteOrderMark.size();
    for (m_at = skipped(m_text, m_at, isSpace); m_at < m_text.size(); m_at = skipped(m_text, m_at, isSpace)) {
        if (m_text[m_at] == '#')
            m_at = skipped(m_text, m_at, [](char c) { return c != '\n'; });
        else if (auto done = readDefinition(); !done)
            return std::unexpected(done.error());
    }
    Environment own;
    own.add(m_variables);
    return own;
}

} // namespace

VariablePointer Environment::find(QByteArrayView name) const
{
    if (auto stronger = m_outer ? m_outer->find(name) : nullptr)
        return stronger;
    return m_variables.value(QByteArray::fromRawData(name.data(), name.size()));
}

void Environment::add(const VariablePointer &variable)
{
    m_variables.insert(variable->name, variable);
}

std::expected<Environment, Problem> readEnvironment(const QByteArray &text, const QString &file, const QString &path,
                                                    const EnvironmentPointer &known, bool isInside)
{
    if (const auto error = yaml::unreadable(text); error && error->code == yaml::ParseError::Code::Encoding)
        return std::unexpected(Problem{.file = file,
                                       .line = error->line,
                                       .column = error->column,
                                       .code = u"encoding"_s,
                                       .message = error->message});
    return EnvironmentReader(text, file, path, known, isInside).read();
}

} // namespace slipway::compose
