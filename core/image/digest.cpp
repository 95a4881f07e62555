// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/digest.h"

#include "core/image/characters.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

bool isHex(QStringView text, qsizetype length)
{
    return text.size() == length && std::ranges::all_of(text, characters::isLowerHex);
}

} // namespace

Digest::Digest(QString text)
    : m_text(std::move(text))
{
}

Result<Digest> Digest::parse(QStringView text)
{
    const auto hex = text.sliced(text.indexOf(u':') + 1);
    if ((text.startsWith("sha256:"_L1) && isHex(hex, 64)) || (text.startsWith("sha512:"_L1) && isHex(hex, 128)))
        return Digest{text.toString()};
    return failure({
        .kind = Error::Kind::InvalidInput,
        .message = QCoreApplication::translate("image", "“%1” is not a digest.").arg(text),
        .remedy = QCoreApplication::translate("image", "A digest is sha256: and 64 hexadecimal digits in lower case."),
    });
}

Digest Digest::of(QByteArrayView bytes)
{
    const auto hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    return Digest{"sha256:"_L1 + QString::fromLatin1(hash.toHex())};
}

QString Digest::shortText() const
{
    return m_text.sliced(m_text.indexOf(u':') + 1, 12);
}

bool Digest::matches(QByteArrayView bytes) const
{
    const auto algorithm = m_text.startsWith("sha512:"_L1) ? QCryptographicHash::Sha512 : QCryptographicHash::Sha256;
    const auto hash = QString::fromLatin1(QCryptographicHash::hash(bytes, algorithm).toHex());
    return QStringView{m_text}.sliced(m_text.indexOf(u':') + 1) == hash;
}

size_t qHash(const Digest &digest, size_t seed) noexcept
{
    return qHash(digest.text(), seed);
}

} // namespace slipway
