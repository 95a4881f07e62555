// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/complaint.h"

#include "core/yaml/text.h"

namespace slipway::yaml
{

namespace
{

struct Wording
{
    QByteArrayView theirs; ///< a part of libfyaml's message; the first that is found counts
    const char *ours;
};

// libfyaml 0.8, fy-parse.c and fy-doc.c.
constexpr Wording wordings[] = {
    {"without whitespace", QT_TRANSLATE_NOOP("yaml", "A comment needs a space before its #.")},
    {"tab", QT_TRANSLATE_NOOP("yaml", "A tab stands where YAML wants spaces.")},
    {"blank or zero", QT_TRANSLATE_NOOP("yaml", "A tab stands where YAML wants spaces.")},
    {"without closing quote", QT_TRANSLATE_NOOP("yaml", "The text in quotes does not end.")},
    {"invalid escape",
     QT_TRANSLATE_NOOP("yaml", "YAML does not know this escape; in double quotes write \\\\ for a \\.")},
    {" escape", QT_TRANSLATE_NOOP("yaml", "This escape is not a character.")},
    {"surrogate", QT_TRANSLATE_NOOP("yaml", "This escape is not a character.")},
    {"plain scalar cannot start", QT_TRANSLATE_NOOP("yaml", "A text that begins with this character needs quotes.")},
    {"trailing content", QT_TRANSLATE_NOOP("yaml", "Something follows behind the closing quote.")},
    {"extra closing", QT_TRANSLATE_NOOP("yaml", "A closing bracket has no opening one.")},
    {"closing bracket", QT_TRANSLATE_NOOP("yaml", "A [ or { has no closing bracket.")},
    {"mismatched flow", QT_TRANSLATE_NOOP("yaml", "A [ or { is closed by the other kind of bracket.")},
    {"comma", QT_TRANSLATE_NOOP("yaml", "A comma between [ ] or { } is missing or too many.")},
    {"node content", QT_TRANSLATE_NOOP("yaml", "Something is missing here, between two commas or brackets.")},
    {"nested block mapping",
     QT_TRANSLATE_NOOP("yaml", "A second \": \" in one line: a value with \": \" in it needs quotes.")},
    {"multiline", QT_TRANSLATE_NOOP("yaml", "A key cannot go on over several lines; is a \":\" missing before?")},
    {"':'", QT_TRANSLATE_NOOP("yaml", "A \":\" is missing behind the key.")},
    {"invalid value after mapping",
     QT_TRANSLATE_NOOP("yaml", "This is no key: a \":\" is missing, or the value before it needs quotes.")},
    {"same line", QT_TRANSLATE_NOOP("yaml", "This must begin in a line of its own.")},
    {"allowed in this context", QT_TRANSLATE_NOOP("yaml", "This must begin in a line of its own.")},
    {"block scalar", QT_TRANSLATE_NOOP("yaml", "The text block after | or > is not written as YAML wants it.")},
    {"end of block sequence", QT_TRANSLATE_NOOP("yaml", "A list goes on here with something that is no \"- \" item.")},
    {"indent", QT_TRANSLATE_NOOP("yaml", "The indentation does not fit to the lines before.")},
    {"indend", QT_TRANSLATE_NOOP("yaml", "The indentation does not fit to the lines before.")},
    {"did not find expected",
     QT_TRANSLATE_NOOP("yaml", "A key or a \"- \" is expected here; does the indentation fit to the lines before?")},
    {"missing document start",
     QT_TRANSLATE_NOOP("yaml",
                       "This does not belong to what is before it; does the indentation fit to the lines before?")},
    {"undefined tag prefix", QT_TRANSLATE_NOOP("yaml", "This tag's prefix is not declared.")},
    {"tag", QT_TRANSLATE_NOOP("yaml", "This tag is not written as YAML wants it.")},
    {"uri", QT_TRANSLATE_NOOP("yaml", "This tag is not written as YAML wants it.")},
    {"anchor", QT_TRANSLATE_NOOP("yaml", "This anchor or alias may not stand here.")},
    {"alias", QT_TRANSLATE_NOOP("yaml", "This anchor or alias may not stand here.")},
    {"version", QT_TRANSLATE_NOOP("yaml", "Only YAML 1.1 and 1.2 are read.")},
    {"directive", QT_TRANSLATE_NOOP("yaml", "A line that begins with % is not written as YAML wants it.")},
    {"document", QT_TRANSLATE_NOOP("yaml", "A document's begin (---) or end (...) may not stand here.")},
};

} // namespace

QString plainComplaint(QByteArrayView message)
{
    for (const auto &[theirs, ours] : wordings) {
        if (message.contains(theirs))
            return Text::tr(ours);
    }
    return Text::tr("This is not valid YAML.");
}

} // namespace slipway::yaml
