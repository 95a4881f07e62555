// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/graphql/parser.h"

using namespace Qt::StringLiterals;

namespace slipway::simulator::graphql
{
namespace
{

constexpr int deepest = 100; ///< lists, objects and selections within each other

/// Goes down the grammar; the first mistake ends it, by an exception that stays in this file.
class Parser
{
public:
    explicit Parser(QList<Token> tokens)
        : m_tokens(std::move(tokens))
    {
    }

    Document document()
    {
        Document document;
        do {
            if (isName(u"fragment"))
                fragment(document);
            else
                document.operations.append(operation());
        } while (peek().kind != Token::Kind::End);
        return document;
    }

private:
    /// Counts how deep it goes, so that a hostile text does not use up the stack.
    struct Level
    {
        explicit Level(Parser &parser)
            : depth(parser.m_depth)
        {
            if (++depth > deepest)
                parser.fail();
        }
        ~Level() { --depth; }
        Q_DISABLE_COPY_MOVE(Level)
        int &depth;
    };

    [[nodiscard]] const Token &peek() const { return m_tokens.at(m_at); }
    Token take() { return m_tokens.at(m_at == m_tokens.size() - 1 ? m_at : m_at++); }

    [[noreturn]] void fail() const
    {
        const auto &token = peek();
        throw SyntaxError{token.kind == Token::Kind::End ? u"Unexpected end of document"_s
                                                         : u"Parse error on \"%1\""_s.arg(token.text),
                          token.place};
    }

    [[nodiscard]] bool isName(QStringView text) const
    {
        return peek().kind == Token::Kind::Name && peek().text == text;
    }
    [[nodiscard]] bool is(QStringView punctuator) const
    {
        return peek().kind == Token::Kind::Punctuator && peek().text == punctuator;
    }
    bool skip(QStringView punctuator)
    {
        const bool there = is(punctuator);
        if (there)
            take();
        return there;
    }
    void expect(QStringView punctuator)
    {
        if (!skip(punctuator))
            fail();
    }
    QString name()
    {
        if (peek().kind != Token::Kind::Name)
            fail();
        return take().text;
    }

    void fragment(Document &document)
    {
        take();
        const auto called = name();
        if (!isName(u"on"))
            fail();
        take();
        const auto type = name();
        directives();
        document.fragments.insert(called, {type, selections()});
    }

    Operation operation()
    {
        if (is(u"{"))
            return {.selections = selections()};
        if (!isName(u"query") && !isName(u"mutation"))
            fail();
        Operation operation{.kind = take().text == u"query" ? Operation::Kind::Query : Operation::Kind::Mutation};
        if (peek().kind == Token::Kind::Name)
            operation.name = name();
        if (skip(u"("))
            while (!skip(u")"))
                operation.variables.append(variable());
        directives();
        operation.selections = selections();
        return operation;
    }

    VariableDefinition variable()
    {
        expect(u"$");
        VariableDefinition definition{.name = name(), .type = {}};
        expect(u":");
        definition.type = type();
        if (skip(u"="))
            definition.fallback = value();
        directives();
        return definition;
    }

    QString type()
    {
        const Level level{*this};
        QString text;
        if (skip(u"[")) {
            text = u'[' + type() + u']';
            expect(u"]");
        } else {
            text = name();
        }
        return skip(u"!") ? text + u'!' : text;
    }

    QList<Selection> selections()
    {
        const Level level{*this};
        QList<Selection> list;
        expect(u"{");
        do
            list.append(is(u"...") ? spread() : field());
        while (!skip(u"}"));
        return list;
    }

    Selection field()
    {
        Selection field{.place = peek().place};
        field.name = field.alias = name();
        if (skip(u":"))
            field.name = name();
        field.arguments = arguments();
        field.directives = directives();
        if (is(u"{"))
            field.selections = selections();
        return field;
    }

    Selection spread()
    {
        const auto place = take().place;
        if (peek().kind == Token::Kind::Name && peek().text != u"on") {
            const auto of = name();
            return {.kind = Selection::Kind::Spread, .name = of, .directives = directives(), .place = place};
        }
        Selection inlined{.kind = Selection::Kind::Inline, .place = place};
        if (isName(u"on")) {
            take();
            inlined.name = name();
        }
        inlined.directives = directives();
        inlined.selections = selections();
        return inlined;
    }

    Arguments arguments()
    {
        Arguments list;
        if (skip(u"("))
            while (!skip(u")")) {
                const auto called = name();
                expect(u":");
                list.append({called, value()});
            }
        return list;
    }

    QList<Directive> directives()
    {
        QList<Directive> list;
        while (skip(u"@")) {
            const auto called = name();
            list.append({called, arguments()});
        }
        return list;
    }

    Written value()
    {
        const Level level{*this};
        if (skip(u"$"))
            return {.kind = Written::Kind::Variable, .variable = name()};
        if (skip(u"[")) {
            Written list{.kind = Written::Kind::List};
            while (!skip(u"]"))
                list.items.append(value());
            return list;
        }
        if (skip(u"{")) {
            Written object{.kind = Written::Kind::Object};
            while (!skip(u"}")) {
                const auto called = name();
                expect(u":");
                object.fields.append({called, value()});
            }
            return object;
        }
        return {.literal = literal()};
    }

    QJsonValue literal()
    {
        switch (peek().kind) {
        case Token::Kind::String: return take().text;
        case Token::Kind::Integer: return take().text.toLongLong();
        case Token::Kind::Float: return take().text.toDouble();
        case Token::Kind::Name: break;
        default: fail();
        }
        const auto text = take().text;
        if (text == u"true" || text == u"false")
            return text == u"true";
        return text == u"null" ? QJsonValue{} : QJsonValue{text};
    }

    QList<Token> m_tokens;
    qsizetype m_at = 0;
    int m_depth = 0;
};

} // namespace

std::expected<Document, SyntaxError> parse(QStringView text)
{
    auto tokens = tokensOf(text);
    if (!tokens)
        return std::unexpected(tokens.error());
    try {
        return Parser{*std::move(tokens)}.document();
    } catch (const SyntaxError &error) {
        return std::unexpected(error);
    }
}

} // namespace slipway::simulator::graphql
