// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/heap.h"

#include "tests/support/testcase.h"

#include <QFile>
#include <QTest>

namespace slipway::ctl
{

class HeapTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForHugePages();
};

namespace
{

/// proc_pid_smaps(5): one paragraph for each mapping, which ends with its flags.
QByteArrayList flagsOfTheHeap()
{
    QFile file(QStringLiteral("/proc/self/smaps"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArrayList flags;
    bool isHeap = false;
    for (const auto &line : file.readAll().split('\n')) {
        if (line.endsWith("[heap]"))
            isHeap = true;
        if (isHeap && line.startsWith("VmFlags:")) {
            flags += line.simplified().split(' ');
            isHeap = false;
        }
    }
    return flags;
}

} // namespace

void HeapTest::asksForHugePages()
{
#if defined(__SANITIZE_ADDRESS__) || !defined(__GLIBC__)
    QSKIP("another malloc");
#endif
    if (!QFile::exists(QStringLiteral("/sys/kernel/mm/transparent_hugepage/enabled")))
        QSKIP("the system has none");
    QVERIFY(!flagsOfTheHeap().contains("hg"));
    useHugePages();
    QVERIFY(flagsOfTheHeap().contains("hg"));
}

const slipway::test::Registered<HeapTest> registered;

} // namespace slipway::ctl

#include "heap_test.moc"
