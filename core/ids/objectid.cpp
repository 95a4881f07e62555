// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ids/objectid.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

namespace slipway
{

namespace
{

constexpr qsizetype sha1Digits = 40;
constexpr qsizetype sha256Digits = 64;

bool isLowerHex(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
}

QString blobHash(QByteArrayView content, QCryptographicHash::Algorithm algorithm)
{
    QCryptographicHash hash{algorithm};
    const QByteArray header = "blob " + QByteArray::number(content.size()) + '\0';
    hash.addData(header);
    hash.addData(content);
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace

ObjectId::ObjectId(QString text)
    : m_text(std::move(text))
{
}

Result<ObjectId> ObjectId::parse(QStringView text)
{
    if ((text.size() == sha1Digits || text.size() == sha256Digits) && std::ranges::all_of(text, isLowerHex))
        return ObjectId{text.toString()};
    return failure({
        .kind = Error::Kind::InvalidInput,
        .message = QCoreApplication::translate("ids", "“%1” is not the id of a Git object.").arg(text.left(80)),
        .remedy = QCoreApplication::translate("ids", "It has 40 or 64 hexadecimal digits in lower case."),
    });
}

ObjectId ObjectId::ofBlob(QByteArrayView content)
{
    return ObjectId{blobHash(content, QCryptographicHash::Sha1)};
}

QString ObjectId::shortText() const
{
    return m_text.first(7);
}

bool ObjectId::matchesBlob(QByteArrayView content) const
{
    const auto algorithm = m_text.size() == sha1Digits ? QCryptographicHash::Sha1 : QCryptographicHash::Sha256;
    return m_text == blobHash(content, algorithm);
}

size_t qHash(const ObjectId &id, size_t seed) noexcept
{
    return qHash(id.text(), seed);
}

} // namespace slipway
