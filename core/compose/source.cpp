// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/source.h"

#include "core/compose/projects.h"
#include "core/compose/text.h"

using namespace Qt::StringLiterals;

namespace slipway::compose
{
namespace
{

QString codeOf(yaml::ParseError::Code code)
{
    switch (code) {
    case yaml::ParseError::Code::Encoding: return u"encoding"_s;
    case yaml::ParseError::Code::DuplicateKey: return u"duplicate-key"_s;
    case yaml::ParseError::Code::Invalid: break;
    }
    return u"yaml-invalid"_s;
}

std::expected<SourcePointer, Problem> parsed(const Reader &reader, const QString &path)
{
    const auto name = nameOf(reader, path);
    auto text = reader.read(path);
    if (!text) {
        const auto isTooLarge = text.error().kind == Error::Kind::InvalidInput;
        return std::unexpected(Problem{.file = name,
                                       .line = {},
                                       .column = {},
                                       .code = isTooLarge ? u"yaml-invalid"_s : u"file-missing"_s,
                                       .message = text.error().message});
    }
    const auto isInside = reader.isInside(path);
    auto stream = yaml::Stream::parse(std::move(*text));
    if (!stream) {
        const auto &error = stream.error();
        return std::unexpected(Problem{.file = name,
                                       .line = error.line,
                                       .column = error.column,
                                       .code = codeOf(error.code),
                                       .message = isInside ? error.message : unquotedMessage()});
    }
    return std::make_shared<const SourceFile>(path, name, std::move(*stream), isInside);
}

} // namespace

std::expected<SourcePointer, Problem> readSource(const Reader &reader, const QString &path, SourceCache &cache)
{
    if (auto known = cache.value(path).lock())
        return known;
    auto file = parsed(reader, path);
    if (file)
        cache.insert(path, *file);
    return file;
}

QString unquotedMessage()
{
    return Text::tr("This file lies outside of the work tree and is not as Compose wants "
                    "it; nothing of it is shown.");
}

} // namespace slipway::compose
