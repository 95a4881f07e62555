// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ids/branchname.h"
#include "tests/support/testcase.h"

#include <QProcess>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

const QStringList names{
    u"main"_s,         u"slipway/image/api"_s,
    u"feature/ü"_s,    u"a.b"_s,
    u"a-b_c+d"_s,      u"x@y"_s,
    u"a..b"_s,         u"a."_s,
    u".a"_s,           u"a/.b"_s,
    u"a.lock"_s,       u"a.lock/b"_s,
    u"a b"_s,          u"a~b"_s,
    u"a^b"_s,          u"a:b"_s,
    u"a?b"_s,          u"a*b"_s,
    u"a[b"_s,          u"a\\b"_s,
    u"a@{b"_s,         u"a//b"_s,
    u"/a"_s,           u"a/"_s,
    u"a\x7f"_s,        u"a\tb"_s,
    u"a]b"_s,          u"a{b}"_s,
    u"a,b;c"_s,        u"@/a"_s,
    u"refs/heads/a"_s,
};

/// What Git itself says of it.
bool gitTakes(const QString &name)
{
    QProcess git;
    git.start(u"git"_s, {u"check-ref-format"_s, u"refs/heads/"_s + name});
    return git.waitForFinished(10'000) && git.exitStatus() == QProcess::NormalExit && git.exitCode() == 0;
}

} // namespace

class BranchNameTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWhatGitTakes()
    {
        for (const auto &name : names)
            QVERIFY2(BranchName::parse(name).has_value() == gitTakes(name), qUtf8Printable(name));
    }

    void isNothingThatCommandsReadAsSomethingElse()
    {
        for (const auto &name : {u""_s, u"-a"_s, u"@"_s, u"HEAD"_s, u"a\n"_s, QString(256, u'a')})
            QVERIFY2(!BranchName::parse(name), qUtf8Printable(name));
    }

    void knowsItsFullName() { QCOMPARE(BranchName::parse(u"slipway/policy")->ref(), u"refs/heads/slipway/policy"_s); }
};

const slipway::test::Registered<BranchNameTest> registered;

#include "branchname_test.moc"
