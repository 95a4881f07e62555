// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/generated.h"

#include "core/simulator/demo.h"
#include "core/simulator/generatednames.h"
#include "core/simulator/pulls.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway::simulator;
using namespace Qt::StringLiterals;

namespace
{

const Repository &deployment(const World &world)
{
    return *repository(world, QString::fromLatin1(generatedOwner), QString::fromLatin1(generatedRepository));
}

/// The references of all services on main.
QStringList references(const World &world)
{
    const auto &repository = deployment(world);
    const auto tree = repository.objects.commits.value(branch(repository, u"main"_s)).tree;
    QStringList all;
    for (const auto &[path, entry] : git::pathsOf(repository.objects, tree).asKeyValueRange()) {
        for (const auto &line : repository.objects.blobs.value(entry.id).split('\n')) {
            if (line.trimmed().startsWith("image: "))
                all.append(QString::fromUtf8(line.trimmed().sliced(7)));
        }
    }
    return all;
}

} // namespace

class GeneratedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreNeverAlike();
    void everyServiceIsReferredTo();
    void referencesAreInTheRegistry();
    void someAreBehindAndProposed();
    void isTheSameForTheSameSeed();
};

void GeneratedTest::namesAreNeverAlike()
{
    QSet<QString> names;
    for (int index = 0; index < 1000; ++index)
        names.insert(serviceName(index).name);

    QCOMPARE(names.size(), 1000);
    QCOMPARE(serviceName(0).name, u"accounts-api"_s);
    QCOMPARE(serviceName(360).name, u"accounts-api-2"_s);
}

void GeneratedTest::everyServiceIsReferredTo()
{
    QCOMPARE(references(generatedWorld(stillStart(), 30, 1)).size(), 30);
    QCOMPARE(references(generatedWorld(stillStart(), 0, 1)).size(), 0);
}

void GeneratedTest::referencesAreInTheRegistry()
{
    const auto world = generatedWorld(stillStart(), 40, 1);
    int pinned = 0;
    for (const auto &reference : references(world)) {
        const auto path = reference.section(u':', 0, 0).section(u'/', 1);
        const auto tag = reference.section(u':', 1, 1).section(u'@', 0, 0);
        const auto digest = reference.section(u'@', 1);
        const auto *found = images(world, u"ghcr.io"_s, path);
        QVERIFY2(found, qPrintable(reference));
        QVERIFY2(!digestOf(*found, tag).isEmpty(), qPrintable(reference));
        if (!digest.isEmpty())
            QCOMPARE(digestOf(*found, tag), digest);
        pinned += digest.isEmpty() ? 0 : 1;
    }
    QVERIFY(pinned > 0 && pinned < 40);
}

void GeneratedTest::someAreBehindAndProposed()
{
    const auto world = generatedWorld(stillStart(), 40, 1);
    const auto &repository = deployment(world);

    QVERIFY(!repository.pulls.isEmpty());
    for (const auto &pull : repository.pulls) {
        QVERIFY(pull.isOpen());
        QVERIFY(mergeability(repository, pull).mergeable);
        QVERIFY(!repository.checkRuns.value(pull.headCommit).isEmpty());
    }
}

void GeneratedTest::isTheSameForTheSameSeed()
{
    const auto mainOf = [](quint32 seed) {
        return branch(deployment(generatedWorld(stillStart(), 10, seed)), u"main"_s);
    };

    QCOMPARE(mainOf(1), mainOf(1));
    QVERIFY(mainOf(1) != mainOf(2));
}

const slipway::test::Registered<GeneratedTest> registered;
#include "generated_test.moc"
