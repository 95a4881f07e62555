// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/query.h"

#include "core/base/nearest.h"
#include "ui/filter/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::filter
{
namespace
{

/// A character, and whether it stood in quotes: then it separates nothing.
struct Typed
{
    QChar character;
    bool isQuoted;

    [[nodiscard]] bool is(char16_t separator) const { return !isQuoted && character == separator; }
};

using Word = QList<Typed>;

QList<Word> wordsOf(QStringView text)
{
    QList<Word> words;
    bool isQuoted = false;
    bool begins = true;
    for (const auto character : text) {
        if (character == u'"') {
            isQuoted = !isQuoted;
        } else if (character.isSpace() && !isQuoted) {
            begins = true;
        } else {
            if (begins)
                words.append(Word{});
            begins = false;
            words.last().append({character, isQuoted});
        }
    }
    return words;
}

QString textOf(const Word &word)
{
    QString text;
    for (const auto &typed : word)
        text.append(typed.character);
    return text;
}

QStringList valuesOf(const Word &word)
{
    QStringList values{QString{}};
    for (const auto &typed : word) {
        if (typed.is(u','))
            values.append(QString{});
        else
            values.last().append(typed.character);
    }
    values.removeAll(QString{});
    return values;
}

const Key *find(const QList<Key> &keys, const QString &name)
{
    const auto found =
        std::ranges::find_if(keys, [&](const Key &key) { return key.name.compare(name, Qt::CaseInsensitive) == 0; });
    return found == keys.end() ? nullptr : &*found;
}

QString unknownKey(const QString &name, const QList<Key> &keys)
{
    QStringList names;
    for (const auto &key : keys)
        names.append(key.name);
    if (const auto meant = nearest(name, names))
        return Text::tr("There is no key \"%1\". Did you mean \"%2\"?").arg(name, *meant);
    return Text::tr("There is no key \"%1\". Known are %2.").arg(name, names.join(u", "));
}

QString unknownValue(const QString &value, const Key &key)
{
    if (const auto meant = nearest(value, key.values))
        return Text::tr("No %1 is called \"%2\". Did you mean \"%3\"?").arg(key.name, value, *meant);
    return Text::tr("No %1 is called \"%2\". Known are %3.").arg(key.name, value, key.values.join(u", "));
}

/// The values of the key that begin with what was typed.
QStringList completed(const QString &typed, const Key &key)
{
    QStringList values;
    for (const auto &value : key.values) {
        if (value.startsWith(typed, Qt::CaseInsensitive))
            values.append(value);
    }
    return values;
}

void addTerm(Query &query, Term term, const Key &key)
{
    if (!key.values.isEmpty()) {
        QStringList known;
        for (const auto &typed : std::as_const(term.values)) {
            const auto values = completed(typed, key);
            if (values.isEmpty() && query.objection.isEmpty())
                query.objection = unknownValue(typed, key);
            known.append(values);
        }
        term.values = known;
    }
    if (!term.values.isEmpty())
        query.terms.append(term);
}

void addWord(Query &query, Word word, const QList<Key> &keys)
{
    const bool isNegated = word.size() > 1 && word.first().is(u'-');
    if (isNegated)
        word.removeFirst();
    const auto colon = std::ranges::find_if(word, [](const Typed &typed) { return typed.is(u':'); });
    if (colon == word.end()) {
        query.terms.append({.key = {}, .values = {textOf(word)}, .isNegated = isNegated});
        return;
    }
    const auto at = std::distance(word.begin(), colon);
    const auto name = textOf(word.first(at));
    if (const auto *key = find(keys, name))
        addTerm(query, {.key = key->name, .values = valuesOf(word.sliced(at + 1)), .isNegated = isNegated}, *key);
    else if (query.objection.isEmpty())
        query.objection = unknownKey(name, keys);
}

/// Whether the text is the pattern, in which `*` stands for any characters. Goes back to the last star alone, so that
/// no pattern takes long.
bool isLike(QStringView text, QStringView pattern)
{
    qsizetype at = 0;
    qsizetype in = 0;
    qsizetype star = -1;
    qsizetype tried = 0;
    while (at < text.size()) {
        if (in < pattern.size() && pattern[in] == u'*') {
            star = in++;
            tried = at;
        } else if (in < pattern.size() && pattern[in].toCaseFolded() == text[at].toCaseFolded()) {
            ++at, ++in;
        } else if (star >= 0) {
            in = star + 1;
            at = ++tried;
        } else {
            return false;
        }
    }
    return std::ranges::all_of(pattern.sliced(in), [](QChar rest) { return rest == u'*'; });
}

bool holds(const Term &term, const Key *key, const QStringList &texts)
{
    const bool isWhole = key && (key->isWhole || !key->values.isEmpty());
    return std::ranges::any_of(term.values, [&](const QString &value) {
        return std::ranges::any_of(texts, [&](const QString &text) {
            return isWhole ? isLike(text, value) : text.contains(value, Qt::CaseInsensitive);
        });
    });
}

} // namespace

Query parse(QStringView text, const QList<Key> &keys)
{
    Query query;
    const auto words = wordsOf(text);
    for (const auto &word : words)
        addWord(query, word, keys);
    return query;
}

bool accepts(const Query &query, const QList<Key> &keys, const Texts &texts)
{
    return std::ranges::all_of(query.terms, [&](const Term &term) {
        return holds(term, find(keys, term.key), texts(term.key)) != term.isNegated;
    });
}

} // namespace slipway::filter
