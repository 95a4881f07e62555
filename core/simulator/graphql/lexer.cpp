// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/graphql/lexer.h"

using namespace Qt::StringLiterals;

namespace slipway::simulator::graphql
{
namespace
{

bool isNameStart(QChar c)
{
    return c == u'_' || (c.unicode() < 128 && c.isLetter());
}

bool isNamePart(QChar c)
{
    return isNameStart(c) || (c >= u'0' && c <= u'9');
}

class Lexer
{
public:
    explicit Lexer(QStringView text)
        : m_text(text)
    {
    }

    std::expected<QList<Token>, SyntaxError> run()
    {
        QList<Token> tokens;
        for (;;) {
            skipIgnored();
            auto token = next();
            if (!token)
                return std::unexpected(token.error());
            tokens.append(*token);
            if (token->kind == Token::Kind::End)
                return tokens;
        }
    }

private:
    using Read = std::expected<Token, SyntaxError>;

    [[nodiscard]] QChar at(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text.at(m_at + ahead) : QChar{};
    }
    [[nodiscard]] bool startsWith(QStringView what) const { return m_text.sliced(m_at).startsWith(what); }
    [[nodiscard]] bool ended() const { return m_at == m_text.size(); }

    QChar step()
    {
        const auto c = m_text.at(m_at++);
        m_place = c == u'\n' ? Place{m_place.line + 1, 1} : Place{m_place.line, m_place.column + 1};
        return c;
    }
    void step(qsizetype count)
    {
        while (count-- > 0)
            step();
    }

    void skipIgnored()
    {
        while (!ended()) {
            if (at() == u'#')
                while (!ended() && at() != u'\n')
                    step();
            else if (at() == u',' || at() == u'\uFEFF' || at().isSpace())
                step();
            else
                return;
        }
    }

    Read next()
    {
        const auto start = m_place;
        if (ended())
            return Token{.place = start};
        if (isNameStart(at()))
            return Token{Token::Kind::Name, takeWhile(isNamePart), start};
        if (startsWith(u"...")) {
            step(3);
            return Token{Token::Kind::Punctuator, u"..."_s, start};
        }
        if (QStringView{u"!$&():=@[]{|}"}.contains(at()))
            return Token{Token::Kind::Punctuator, QString{step()}, start};
        if (at() == u'-' || at().isDigit())
            return number(start);
        if (startsWith(u"\"\"\""))
            return block(start);
        if (at() == u'"')
            return string(start);
        return std::unexpected(SyntaxError{u"Parse error on \"%1\" (UNKNOWN_CHAR)"_s.arg(at()), start});
    }

    QString takeWhile(auto belongs)
    {
        const auto start = m_at;
        while (!ended() && belongs(at()))
            step();
        return m_text.sliced(start, m_at - start).toString();
    }

    Read number(Place start)
    {
        const auto text = takeWhile([](QChar c) { return c.isDigit() || QStringView{u"-+.eE"}.contains(c); });
        bool isInteger = false, isNumber = false;
        text.toLongLong(&isInteger);
        text.toDouble(&isNumber);
        if (!isNumber)
            return std::unexpected(SyntaxError{u"Parse error on \"%1\" (UNKNOWN_CHAR)"_s.arg(text), start});
        return Token{isInteger ? Token::Kind::Integer : Token::Kind::Float, text, start};
    }

    Read string(Place start)
    {
        QString text;
        step();
        while (!ended() && at() != u'"' && at() != u'\n') {
            const auto c = step();
            text += c == u'\\' && !ended() ? escaped() : c;
        }
        if (ended() || step() != u'"')
            return std::unexpected(SyntaxError{u"Parse error on a string that does not end"_s, start});
        return Token{Token::Kind::String, text, start};
    }

    QChar escaped()
    {
        const auto c = step();
        switch (c.unicode()) {
        case 'b': return u'\b';
        case 'f': return u'\f';
        case 'n': return u'\n';
        case 'r': return u'\r';
        case 't': return u'\t';
        case 'u': {
            const auto code = m_text.sliced(m_at).first(std::min<qsizetype>(4, m_text.size() - m_at));
            step(code.size());
            return QChar{code.toUShort(nullptr, 16)};
        }
        default: return c;
        }
    }

    Read block(Place start)
    {
        step(3);
        QString text;
        while (!ended() && !startsWith(u"\"\"\"")) {
            if (startsWith(u"\\\"\"\"")) {
                step();
                text += m_text.sliced(m_at, 3);
                step(3);
            } else {
                text += step();
            }
        }
        if (ended())
            return std::unexpected(SyntaxError{u"Parse error on a string that does not end"_s, start});
        step(3);
        return Token{Token::Kind::String, unindented(text), start};
    }

    /// Section 2.9.4, BlockStringValue.
    static QString unindented(const QString &text)
    {
        auto lines = text.split(u'\n');
        const auto isBlank = [](const QString &line) { return line.trimmed().isEmpty(); };
        qsizetype common = text.size();
        const auto others = lines.sliced(1);
        for (const auto &line : others)
            if (!isBlank(line))
                common = std::min<qsizetype>(common, line.indexOf(line.trimmed().front()));
        for (qsizetype i = 1; i < lines.size(); ++i)
            lines[i] = lines.at(i).sliced(std::min(common, lines.at(i).size()));
        while (!lines.isEmpty() && isBlank(lines.front()))
            lines.removeFirst();
        while (!lines.isEmpty() && isBlank(lines.back()))
            lines.removeLast();
        return lines.join(u'\n');
    }

    QStringView m_text;
    qsizetype m_at = 0;
    Place m_place;
};

} // namespace

std::expected<QList<Token>, SyntaxError> tokensOf(QStringView text)
{
    return Lexer{text}.run();
}

} // namespace slipway::simulator::graphql
