// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/challenge.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::registry
{

namespace
{

constexpr qsizetype longestHeader = 8192;
constexpr qsizetype mostChallenges = 16;

struct Parameter
{
    QByteArray name; ///< in lower case
    QByteArray value;
};

/// A challenge as the grammar has it, of whatever scheme.
struct RawChallenge
{
    QByteArray scheme; ///< in lower case
    QList<Parameter> parameters = {};
};

bool isSpace(char c)
{
    return c == ' ' || c == '\t';
}

bool isPrintable(char c)
{
    return c >= 0x20 && c < 0x7f;
}

bool isTokenCharacter(char c)
{
    return isPrintable(c) && c != ' ' && !QByteArrayView{"\"(),/:;<=>?@[\\]{}"}.contains(c);
}

/// Reads from the front of a header; each step says whether it found what it looks for.
class Reader
{
public:
    explicit Reader(QByteArrayView text)
        : m_rest{text}
    {
    }

    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }
    [[nodiscard]] bool sees(char c) const { return m_rest.startsWith(c); }

    void skipSpaces() { takeWhile(isSpace); }

    bool skip(char c)
    {
        const bool found = m_rest.startsWith(c);
        if (found)
            m_rest = m_rest.sliced(1);
        return found;
    }

    /// The token68 of other schemes' challenges: nothing in it is of interest.
    bool skipToken68()
    {
        auto probe = *this;
        const auto word = probe.takeWhile([](char c) { return isTokenCharacter(c) || c == '/'; });
        probe.takeWhile([](char c) { return c == '='; });
        probe.skipSpaces();
        if (word.isEmpty() || !(probe.atEnd() || probe.sees(',')))
            return false;
        *this = probe;
        return true;
    }

    QByteArray token() { return takeWhile(isTokenCharacter).toByteArray(); }

    /// A token or a quoted string; unquoted URLs, which some servers send, are taken as they are.
    std::optional<QByteArray> value()
    {
        if (skip('"'))
            return quoted();
        const auto plain = takeWhile([](char c) { return isPrintable(c) && !isSpace(c) && c != ',' && c != '"'; });
        return plain.isEmpty() ? std::nullopt : std::optional{plain.toByteArray()};
    }

private:
    template<class Predicate> QByteArrayView takeWhile(Predicate belongs)
    {
        const auto end = std::ranges::find_if_not(m_rest, belongs);
        const auto taken = m_rest.first(end - m_rest.begin());
        m_rest = m_rest.sliced(taken.size());
        return taken;
    }

    std::optional<QByteArray> quoted()
    {
        QByteArray text;
        while (!atEnd() && !sees('"')) {
            if (skip('\\') && atEnd())
                return std::nullopt;
            if (!isPrintable(m_rest.front()))
                return std::nullopt;
            text += m_rest.front();
            m_rest = m_rest.sliced(1);
        }
        return skip('"') ? std::optional{text} : std::nullopt;
    }

    QByteArrayView m_rest;
};

/// `name = value`, or nothing, with the reader where it was.
std::optional<Parameter> readParameter(Reader &reader)
{
    auto probe = reader;
    const auto name = probe.token().toLower();
    probe.skipSpaces();
    if (name.isEmpty() || !probe.skip('='))
        return std::nullopt;
    probe.skipSpaces();
    auto value = probe.value();
    if (!value)
        return std::nullopt;
    probe.skipSpaces();
    if (!probe.atEnd() && !probe.sees(','))
        return std::nullopt;
    reader = probe;
    return Parameter{name, *value};
}

/// The parameters behind a scheme; the comma between two of them may also begin the next challenge.
QList<Parameter> readParameters(Reader &reader)
{
    QList<Parameter> parameters;
    for (auto probe = reader;;) {
        auto parameter = readParameter(probe);
        if (!parameter)
            return parameters;
        parameters += std::move(*parameter);
        reader = probe;
        while (probe.skip(','))
            probe.skipSpaces();
    }
}

std::optional<RawChallenge> readRaw(Reader &reader)
{
    RawChallenge challenge{reader.token().toLower()};
    if (challenge.scheme.isEmpty())
        return std::nullopt;
    reader.skipSpaces();
    challenge.parameters = readParameters(reader);
    if (challenge.parameters.isEmpty() && !reader.atEnd() && !reader.sees(',') && !reader.skipToken68())
        return std::nullopt;
    return challenge;
}

bool hasRepeatedName(const QList<Parameter> &parameters)
{
    QByteArrayList names;
    for (const auto &parameter : parameters)
        names += parameter.name;
    std::ranges::sort(names);
    return std::ranges::adjacent_find(names) != names.end();
}

QString valueOf(const QList<Parameter> &parameters, QByteArrayView name)
{
    const auto found = std::ranges::find(parameters, name, &Parameter::name);
    return found == parameters.end() ? QString{} : QString::fromLatin1(found->value);
}

std::optional<Challenge> understood(const RawChallenge &raw)
{
    if (hasRepeatedName(raw.parameters))
        return std::nullopt;
    if (raw.scheme == "basic")
        return Challenge{.scheme = Challenge::Scheme::Basic};
    if (raw.scheme != "bearer")
        return std::nullopt;
    auto realm = valueOf(raw.parameters, "realm");
    if (realm.isEmpty())
        return std::nullopt;
    return Challenge{Challenge::Scheme::Bearer, std::move(realm), valueOf(raw.parameters, "service")};
}

QList<Challenge> readHeader(QByteArrayView header)
{
    QList<Challenge> challenges;
    if (header.size() > longestHeader)
        return challenges;
    Reader reader{header};
    while (challenges.size() < mostChallenges) {
        reader.skipSpaces();
        while (reader.skip(','))
            reader.skipSpaces();
        const auto raw = readRaw(reader);
        if (!raw)
            break;
        if (auto challenge = understood(*raw))
            challenges += std::move(*challenge);
    }
    return challenges;
}

QByteArray quotedText(const QString &value)
{
    auto escaped = value.toLatin1();
    escaped.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + escaped + '"';
}

} // namespace

QList<Challenge> readChallenges(const QByteArrayList &headers)
{
    QList<Challenge> challenges;
    for (const auto some = headers.first(std::min(headers.size(), mostChallenges)); const auto &header : some)
        challenges += readHeader(header);
    return challenges;
}

std::optional<Challenge> preferred(const QList<Challenge> &challenges)
{
    auto found = std::ranges::find(challenges, Challenge::Scheme::Bearer, &Challenge::scheme);
    if (found == challenges.end())
        found = challenges.begin();
    return found == challenges.end() ? std::nullopt : std::optional{*found};
}

QByteArray text(const Challenge &challenge)
{
    if (challenge.scheme == Challenge::Scheme::Basic)
        return "Basic";
    return "Bearer realm=" + quotedText(challenge.realm) + ",service=" + quotedText(challenge.service);
}

} // namespace slipway::registry
