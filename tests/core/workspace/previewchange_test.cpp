// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/previewchange.h"

#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::workspace;

namespace
{

const FilePreview composeFile{.path = u"compose.yml"_s, .before = "1\n", .after = "2\n", .places = {{.line = 1}}};
const FilePreview env{.path = u".env"_s, .before = "A=1\n", .after = "A=2\n"};

Preview preview(const QList<FilePreview> &files)
{
    return {.into = u"main"_s, .baseCommit = {}, .files = files};
}

} // namespace

class PreviewChangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameBytesAreNoChange();
    void showsWhatEachFileWouldHaveBeenAndWouldBe();
    void showsWhatWasBeforeWhereTheResultIsTheSame();
    void aFileThatCameOrWentIsAChange();
};

void PreviewChangeTest::sameBytesAreNoChange()
{
    QCOMPARE(changedSince(preview({composeFile, env}), preview({env, composeFile})), QList<FilePreview>{});
}

void PreviewChangeTest::showsWhatEachFileWouldHaveBeenAndWouldBe()
{
    auto moved = composeFile;
    moved.before = "# by hand\n1\n";
    moved.after = "# by hand\n2\n";
    moved.places.first().line = 2;

    const auto changed = changedSince(preview({composeFile, env}), preview({moved, env}));

    const FilePreview expected{.path = composeFile.path, .before = composeFile.after, .after = moved.after};
    QCOMPARE(changed, QList{expected});
}

void PreviewChangeTest::showsWhatWasBeforeWhereTheResultIsTheSame()
{
    auto moved = composeFile;
    moved.before = "1.5\n";

    const auto changed = changedSince(preview({composeFile}), preview({moved}));

    const FilePreview expected{.path = composeFile.path, .before = composeFile.before, .after = moved.before};
    QCOMPARE(changed, QList{expected});
}

void PreviewChangeTest::aFileThatCameOrWentIsAChange()
{
    const auto changed = changedSince(preview({composeFile}), preview({env}));

    const FilePreview takenBack{.path = composeFile.path, .before = composeFile.after, .after = composeFile.before};
    QCOMPARE(changed, (QList{env, takenBack}));
}

const slipway::test::Registered<PreviewChangeTest> registered;

#include "previewchange_test.moc"
