// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/highlighting.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>

#include <QRegularExpression>
#include <QTimer>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace slipway::diffview
{
namespace
{

using Meaning = Span::Meaning;

KSyntaxHighlighting::Repository &repository()
{
    static KSyntaxHighlighting::Repository all; // reading its index takes some milliseconds: once, when first asked
    return all;
}

QString definitionOf(const QString &path)
{
    const auto name = path.sliced(path.lastIndexOf(u'/') + 1);
    if (name.endsWith(".yml"_L1) || name.endsWith(".yaml"_L1))
        return u"YAML"_s;
    return name.startsWith(".env"_L1) || name.endsWith(".env"_L1) ? u"Bash"_s : QString{};
}

/// In the YAML definition plain values are Attribute, and anchors and aliases have names of their own.
std::optional<Meaning> meaningOf(const KSyntaxHighlighting::Format &format)
{
    using Style = KSyntaxHighlighting::Theme::TextStyle;
    if (format.name().contains("Alias"_L1, Qt::CaseInsensitive) ||
        format.name().contains("Anchor"_L1, Qt::CaseInsensitive))
        return Meaning::Anchor;
    switch (format.textStyle()) {
    case Style::Keyword:
    case Style::Function:
    case Style::DataType:
    case Style::Variable: return Meaning::Key;
    case Style::Attribute:
    case Style::String:
    case Style::Char:
    case Style::VerbatimString:
    case Style::SpecialString: return Meaning::String;
    case Style::DecVal:
    case Style::BaseN:
    case Style::Float:
    case Style::Constant: return Meaning::Number;
    case Style::Comment:
    case Style::Documentation: return Meaning::Comment;
    default: return std::nullopt;
    }
}

/// `${…}` and `$NAME`, as Compose's interpolation reads them; `$$` is a dollar. Source: Compose specification,
/// "Interpolation".
QList<diff::Range> variablesIn(const QString &line)
{
    QList<diff::Range> found;
    for (qsizetype i = line.indexOf(u'$'); i >= 0 && i + 1 < line.size(); i = line.indexOf(u'$', i)) {
        const auto begin = i;
        if (line.at(i + 1) == u'{') {
            int depth = 0;
            for (++i; i < line.size(); ++i) {
                depth += line.at(i) == u'{' ? 1 : line.at(i) == u'}' ? -1 : 0;
                if (depth == 0)
                    break;
            }
            if (i == line.size())
                break;
            found.append({begin, ++i});
        } else if (line.at(i + 1).isLetter() || line.at(i + 1) == u'_') {
            for (++i; i < line.size() && (line.at(i).isLetterOrNumber() || line.at(i) == u'_'); ++i) {
            }
            found.append({begin, i});
        } else {
            i += 2;
        }
    }
    return found;
}

bool isComment(const QList<Span> &spans, qsizetype place)
{
    return std::ranges::any_of(spans, [place](const Span &span) {
        return span.meaning == Meaning::Comment && place >= span.begin && place < span.end;
    });
}

} // namespace

class Highlighting::Reader final : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    Reader(const QString &path, QStringList lines)
        : m_lines{std::move(lines)}
    {
        if (const auto name = definitionOf(path); !name.isEmpty())
            setDefinition(repository().definitionForName(name));
    }

    const QList<Span> &spans(qsizetype line)
    {
        while (m_spans.size() <= line) {
            m_spans.append(QList<Span>{});
            const auto &text = m_lines.at(m_spans.size() - 1);
            if (!definition().isValid())
                continue;
            m_state = highlightLine(text, m_state);
            const auto variables = variablesIn(text);
            for (const auto &variable : variables)
                if (!isComment(m_spans.last(), variable.begin))
                    m_spans.last().append({variable.begin, variable.end, Meaning::Variable});
        }
        return m_spans.at(line);
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        if (const auto meaning = meaningOf(format); meaning && length > 0)
            m_spans.last().append({offset, offset + length, *meaning});
    }

private:
    QStringList m_lines;
    KSyntaxHighlighting::State m_state;
    QList<QList<Span>> m_spans;
};

Highlighting::Highlighting(const QString &path, QStringList lines)
    : m_reader{std::make_unique<Reader>(path, std::move(lines))}
{
}

Highlighting::~Highlighting() = default;
Highlighting::Highlighting(Highlighting &&) noexcept = default;
Highlighting &Highlighting::operator=(Highlighting &&) noexcept = default;

const QList<Span> &Highlighting::spans(qsizetype line)
{
    return m_reader->spans(line);
}

namespace
{

/// From one line to the next, each in a turn of the event loop.
void readOn(QObject *context, const std::shared_ptr<Highlighting> &sample, qsizetype line, qsizetype end)
{
    if (line == end)
        return;
    static_cast<void>(sample->spans(line));
    QTimer::singleShot(0, context, [=] { readOn(context, sample, line + 1, end); });
}

} // namespace

void warmUp(QObject *context)
{
    const QStringList lines{u"# for everybody"_s, u"services:"_s,
                            u"  web: &web { image: \"web:1@sha256:0a\", on: true }"_s,
                            u"    ports: [*web, 'a', ${TAG:-1}] # all"_s};
    const auto sample = std::make_shared<Highlighting>(u"compose.yaml"_s, lines);
    QTimer::singleShot(0, context, [=] { readOn(context, sample, 0, lines.size()); });
}

} // namespace slipway::diffview
