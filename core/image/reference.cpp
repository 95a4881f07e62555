// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/reference.h"

#include "core/image/characters.h"

#include <QCoreApplication>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;
using namespace characters;

namespace
{

constexpr qsizetype longestPath = 255;
constexpr qsizetype longestTag = 128;

bool isAlphanumeric(QChar c)
{
    return isLetter(c) || isDigit(c);
}

std::unexpected<Error> invalid(QString message, QString remedy = {})
{
    return failure({.kind = Error::Kind::InvalidInput, .message = std::move(message), .remedy = std::move(remedy)});
}

ReferenceParts split(QStringView text)
{
    const auto at = text.indexOf(u'@');
    const auto tagEnd = at < 0 ? text.size() : at;
    const auto colon = text.first(tagEnd).lastIndexOf(u':');
    const bool hasTag = colon > text.first(tagEnd).lastIndexOf(u'/');
    return {
        .nameEnd = hasTag ? colon : tagEnd,
        .tagBegin = hasTag ? colon + 1 : tagEnd,
        .tagEnd = tagEnd,
        .digestBegin = at < 0 ? text.size() : at + 1,
        .digestEnd = text.size(),
        .hasTag = hasTag,
        .hasDigest = at >= 0,
    };
}

/// A part of a path: runs of small letters and digits, joined by one dot, one or two underscores, or dashes.
bool isPathPart(QStringView part)
{
    const auto joins = [](QStringView join) {
        return join == "."_L1 || join == "_"_L1 || join == "__"_L1 ||
               std::ranges::all_of(join, [](QChar c) { return c == u'-'; });
    };
    const auto isRun = [](QChar c) { return isDigit(c) || isLower(c); };
    if (part.isEmpty() || !isRun(part.front()) || !isRun(part.back()))
        return false;
    for (auto begin = part.begin(); begin != part.end();) {
        const auto join = std::find_if_not(begin, part.end(), isRun);
        begin = std::find_if(join, part.end(), isRun);
        if (!joins(QStringView{join, begin}))
            return false;
    }
    return true;
}

bool isHostName(QStringView host)
{
    if (host.startsWith(u'[') && host.endsWith(u']'))
        return host.size() > 2 &&
               std::ranges::all_of(host.sliced(1).chopped(1), [](QChar c) { return isHex(c) || c == u':'; });
    return std::ranges::all_of(host.split(u'.'), [](QStringView label) {
        return !label.isEmpty() && isAlphanumeric(label.front()) && isAlphanumeric(label.back()) &&
               std::ranges::all_of(label, [](QChar c) { return isAlphanumeric(c) || c == u'-'; });
    });
}

bool isHost(QStringView host)
{
    const auto colon = host.lastIndexOf(u':');
    if (colon <= host.lastIndexOf(u']'))
        return isHostName(host);
    const auto port = host.sliced(colon + 1);
    return !port.isEmpty() && std::ranges::all_of(port, isDigit) && isHostName(host.first(colon));
}

bool isTag(QStringView tag)
{
    return !tag.isEmpty() && tag.size() <= longestTag && tag.front() != u'.' && tag.front() != u'-' &&
           std::ranges::all_of(tag, [](QChar c) { return isAlphanumeric(c) || c == u'_' || c == u'.' || c == u'-'; });
}

bool isImageId(QStringView text)
{
    const auto id = text.startsWith("sha256:"_L1) ? text.sliced(7) : text;
    return id.size() == 64 && std::ranges::all_of(id, isLowerHex);
}

/// Docker's rule for what the first part of a name is, without its exception for capitals.
bool namesHost(QStringView part)
{
    return part.contains(u'.') || part.contains(u':') || part == "localhost"_L1;
}

/// The valid name as registry and path.
ImageRepository normalised(QStringView name)
{
    const auto slash = name.indexOf(u'/');
    if (slash >= 0 && namesHost(name.first(slash))) {
        const auto host = name.first(slash);
        const bool isHub = host == "docker.io"_L1 || host == "index.docker.io"_L1 || host == "registry-1.docker.io"_L1;
        if (!isHub)
            return {host.toString(), name.sliced(slash + 1).toString()};
        name = name.sliced(slash + 1);
    }
    const auto path = name.toString();
    return {u"docker.io"_s, path.contains(u'/') ? path : u"library/" + path};
}

/// The name's parts are well formed, and it is not too long.
Result<ImageRepository> parseName(QStringView name)
{
    const auto slash = name.indexOf(u'/');
    const bool hasHost = slash >= 0 && namesHost(name.first(slash));
    const auto path = hasHost ? name.sliced(slash + 1) : name;
    if (hasHost && !isHost(name.first(slash)))
        return invalid(
            QCoreApplication::translate("image", "“%1” is not the host of a registry.").arg(name.first(slash)));

    const auto lower = path.toString().toLower();
    if (!std::ranges::all_of(QStringView{lower}.split(u'/'), isPathPart))
        return invalid(QCoreApplication::translate("image", "“%1” is not the name of an image.").arg(name));
    if (lower != path)
        return invalid(QCoreApplication::translate("image", "“%1” has capitals; registries want “%2”.")
                           .arg(name, name.chopped(path.size()) + lower));

    auto repository = normalised(name);
    if (repository.path.size() > longestPath)
        return invalid(QCoreApplication::translate(
                           "image", "The name “%1” is longer than the 255 characters that registries take.")
                           .arg(name));
    return repository;
}

} // namespace

size_t qHash(const ImageRepository &repository, size_t seed) noexcept
{
    return qHashMulti(seed, repository.registry, repository.path);
}

QString text(const ImageRepository &repository)
{
    return repository.registry + u'/' + repository.path;
}

Result<ImageReference> ImageReference::parse(QStringView text)
{
    if (text.isEmpty())
        return invalid(QCoreApplication::translate("image", "There is no image name."));
    if (std::ranges::any_of(text, [](QChar c) { return c.isSpace(); }))
        return invalid(
            QCoreApplication::translate("image", "“%1” has a space or a line end in it.").arg(text.trimmed()),
            QCoreApplication::translate("image", "A block scalar ends without a line end if it begins with |- or >-."));
    if (isImageId(text))
        return invalid(
            QCoreApplication::translate("image", "“%1” is the id of a local image; no registry has anything newer.")
                .arg(text));

    const auto parts = split(text);
    const auto repository = parseName(text.first(parts.nameEnd));
    if (!repository)
        return failure(repository.error());

    ImageReference reference{.repository = *repository, .tag = {}, .digest = {}};
    if (parts.hasTag) {
        const auto tag = text.sliced(parts.tagBegin, parts.tagEnd - parts.tagBegin);
        if (!isTag(tag))
            return invalid(QCoreApplication::translate("image", "“%1” is not a tag.").arg(tag));
        reference.tag = tag.toString();
    }
    if (parts.hasDigest) {
        auto digest = Digest::parse(text.sliced(parts.digestBegin));
        if (!digest)
            return failure(std::move(digest).error());
        reference.digest = *std::move(digest);
    }
    return reference;
}

std::optional<ReferenceParts> referenceParts(QStringView text)
{
    return ImageReference::parse(text) ? std::optional{split(text)} : std::nullopt;
}

} // namespace slipway
