// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/dockerconfig.h"

#include "core/base/json.h"
#include "core/registry/text.h"

using namespace Qt::StringLiterals;

namespace slipway::registry
{

namespace
{

using LoginPointer = std::shared_ptr<const Login>;

LoginPointer makeLogin(const QString &user, const QByteArray &secret)
{
    if (secret.isEmpty())
        return {};
    return std::make_shared<const Login>(user, Secret{secret}, user == "<token>"_L1);
}

LoginPointer readAuth(const json::Value &in)
{
    if (const auto identity = in.find("identitytoken"_L1); identity && !identity->text().isEmpty())
        return std::make_shared<const Login>(u"<token>"_s, Secret{identity->text().toUtf8()}, true);
    if (const auto auth = in.find("auth"_L1)) {
        const auto pair = QByteArray::fromBase64(auth->text().toLatin1());
        const auto colon = pair.indexOf(':');
        return colon < 0 ? LoginPointer{} : makeLogin(QString::fromUtf8(pair.first(colon)), pair.sliced(colon + 1));
    }
    const auto user = in.find("username"_L1);
    const auto password = in.find("password"_L1);
    return user && password ? makeLogin(user->text(), password->text().toUtf8()) : LoginPointer{};
}

/// The registry that a key stands for: Docker writes hosts, and URLs for Docker Hub and for old versions of itself.
QString registryOf(QString key)
{
    for (const auto prefix : {"https://"_L1, "http://"_L1}) {
        if (key.startsWith(prefix))
            key.slice(prefix.size());
    }
    for (const auto suffix : {"/"_L1, "/v1"_L1, "/v2"_L1}) {
        if (key.endsWith(suffix))
            key.chop(suffix.size());
    }
    return key == "index.docker.io"_L1 || key == "registry-1.docker.io"_L1 ? u"docker.io"_s : key;
}

template<class T> T entryOf(const QMap<QString, T> &entries, const QString &registry)
{
    if (const auto exact = entries.constFind(dockerServer(registry)); exact != entries.cend())
        return *exact;
    for (auto entry = entries.cbegin(); entry != entries.cend(); ++entry) {
        if (registryOf(entry.key()) == registry)
            return entry.value();
    }
    return {};
}

} // namespace

Result<DockerEntry> readDockerConfig(const QByteArray &json, const QString &registry)
{
    return json::decode(json,
                        [&registry](const json::Value &in) {
                            DockerEntry entry;
                            if (const auto auths = in.find("auths"_L1))
                                entry.login = entryOf(auths->entries(readAuth), registry);
                            if (const auto helpers = in.find("credHelpers"_L1))
                                entry.helper = entryOf(helpers->entries(&json::Value::text), registry);
                            if (const auto store = in.find("credsStore"_L1); store && entry.helper.isEmpty())
                                entry.helper = store->text();
                            return entry;
                        })
        .transform_error([](const Error &error) {
            return Error{
                Error::Kind::InvalidInput, Text::tr("Docker's config.json cannot be read."), {}, error.details};
        });
}

QString dockerServer(const QString &registry)
{
    return registry == "docker.io"_L1 ? u"https://index.docker.io/v1/"_s : registry;
}

Result<LoginPointer> readHelperAnswer(const QByteArray &json)
{
    return json::decode(json, [](const json::Value &in) {
        return makeLogin(in["Username"_L1].text(), in["Secret"_L1].text().toUtf8());
    });
}

} // namespace slipway::registry
