// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/projects.h"
#include "tests/core/compose/memoryfolder.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;
using test::MemoryFolder;

namespace
{

/// Each project as its files' names, joined with spaces.
QStringList names(const compose::Reader &reader, const compose::Projects &found)
{
    QStringList projects;
    for (const auto &project : found.projects) {
        QStringList files;
        for (const auto &path : project.paths)
            files.append(compose::nameOf(reader, path));
        projects.append(files.join(u' '));
    }
    return projects;
}

MemoryFolder folderOf(const QStringList &files)
{
    MemoryFolder folder{};
    for (const auto &file : files)
        folder.add(file, {});
    return folder;
}

} // namespace

class ProjectsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheFirstBaseAndTheFirstOverride_data();
    void takesTheFirstBaseAndTheFirstOverride();
    void warnsOfABaseFileThatComposeIgnores();
    void missesABaseFile();
    void looksIntoNoParentFolder();
    void takesArgumentsBeforeAllElse();
    void joinsFilesOfOneProject();
    void readsAFolderAsComposeDoes();
    void missesAnArgumentAndGoesOn();
    void takesAProjectOnce();
    void takesAFileWhoseNameHasAColon();
    void takesTheListBeforeTheEnvironment();
    void matchesAPattern();
    void missesWhatNoFileMatches();
    void readsTheFilesFromTheEnvironment_data();
    void readsTheFilesFromTheEnvironment();
    void findsNothingBesideABrokenEnvironment();
};

void ProjectsTest::takesTheFirstBaseAndTheFirstOverride_data()
{
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<QString>("project");

    const auto row = [](const char *name, const QStringList &files, const QString &project) {
        QTest::newRow(name) << files << project;
    };
    row("the usual one", {u"compose.yaml"_s}, u"compose.yaml"_s);
    row("the old one", {u"docker-compose.yml"_s}, u"docker-compose.yml"_s);
    row("the last one", {u"docker-compose.yaml"_s}, u"docker-compose.yaml"_s);
    row("yaml before yml", {u"compose.yml"_s, u"compose.yaml"_s}, u"compose.yaml"_s);
    row("yml before yaml in the old name", {u"docker-compose.yaml"_s, u"docker-compose.yml"_s},
        u"docker-compose.yml"_s);
    row("with an override", {u"compose.yaml"_s, u"compose.override.yaml"_s}, u"compose.yaml compose.override.yaml"_s);
    row("override's yml before yaml", {u"compose.yaml"_s, u"compose.override.yaml"_s, u"compose.override.yml"_s},
        u"compose.yaml compose.override.yml"_s);
    row("an override of another name", {u"compose.yaml"_s, u"docker-compose.override.yml"_s},
        u"compose.yaml docker-compose.override.yml"_s);
    row("an override of no kind", {u"compose.yaml"_s, u"compose.prod.yaml"_s}, u"compose.yaml"_s);
}

void ProjectsTest::takesTheFirstBaseAndTheFirstOverride()
{
    QFETCH(const QStringList, files);
    const auto reader = folderOf(files).reader();

    const auto found = compose::findProjects(reader, {}, {}, {});

    QCOMPARE(found.projects.size(), 1);
    QTEST(names(reader, found).constFirst(), "project");
}

void ProjectsTest::warnsOfABaseFileThatComposeIgnores()
{
    const auto reader = folderOf({u"compose.yml"_s, u"docker-compose.yml"_s}).reader();

    const auto found = compose::findProjects(reader, {}, {}, {});

    QCOMPARE(names(reader, found), QStringList{u"compose.yml"_s});
    QCOMPARE(test::lines(found.problems), QStringList{u"docker-compose.yml warning several-base-files"_s});
    QVERIFY(found.problems.first().message.contains(u"compose.yml"_s));
}

void ProjectsTest::missesABaseFile()
{
    const auto found = compose::findProjects(folderOf({u"compose.prod.yaml"_s}).reader(), {}, {}, {});

    QVERIFY(found.projects.isEmpty());
    QCOMPARE(test::lines(found.problems), QStringList{u"compose.yaml error file-missing"_s});
}

void ProjectsTest::looksIntoNoParentFolder()
{
    auto reader = folderOf({u"compose.yaml"_s, u"sub/other.yaml"_s}).reader();
    reader.folder = u"/stack/sub"_s;

    const auto found = compose::findProjects(reader, {}, {}, {});

    QVERIFY(found.projects.isEmpty());
}

void ProjectsTest::takesArgumentsBeforeAllElse()
{
    auto folder = folderOf({u"compose.yaml"_s, u"compose.override.yaml"_s, u"a.yaml"_s, u"sub/b.yaml"_s});
    folder.add(u".env"_s, "COMPOSE_FILE=c.yaml");
    const auto reader = folder.reader();

    const auto found = compose::findProjects(reader, {u"compose.yaml"_s, u"./a.yaml"_s, u"/stack/sub/../sub/b.yaml"_s},
                                             {u"list.yaml"_s}, u"/stack"_s);

    QCOMPARE(names(reader, found), (QStringList{u"compose.yaml"_s, u"a.yaml"_s, u"sub/b.yaml"_s}));
    QVERIFY(found.problems.isEmpty());
}

void ProjectsTest::joinsFilesOfOneProject()
{
    const auto reader = folderOf({u"compose.yaml"_s, u"compose.prod.yaml"_s}).reader();

    const auto found = compose::findProjects(reader, {u"compose.yaml:compose.prod.yaml"_s}, {}, {});

    QCOMPARE(names(reader, found), QStringList{u"compose.yaml compose.prod.yaml"_s});
}

void ProjectsTest::readsAFolderAsComposeDoes()
{
    auto folder = folderOf({u"web/compose.yaml"_s, u"web/compose.override.yaml"_s, u"api/readme"_s});
    folder.add(u"web/.env"_s, "COMPOSE_FILE=other.yaml");
    const auto reader = folder.reader();

    const auto found = compose::findProjects(reader, {u"web/"_s, u"api"_s}, {}, {});

    QCOMPARE(names(reader, found), QStringList{u"web/compose.yaml web/compose.override.yaml"_s});
    QCOMPARE(test::lines(found.problems), QStringList{u"api/compose.yaml error file-missing"_s});
}

void ProjectsTest::missesAnArgumentAndGoesOn()
{
    const auto reader = folderOf({u"a.yaml"_s}).reader();

    const auto found = compose::findProjects(reader, {u"gone.yaml"_s, u"a.yaml:gone too.yaml"_s, u"a.yaml"_s}, {}, {});

    QCOMPARE(names(reader, found), QStringList{u"a.yaml"_s});
    QCOMPARE(test::lines(found.problems),
             (QStringList{u"gone.yaml error file-missing"_s, u"gone too.yaml error file-missing"_s}));
}

void ProjectsTest::takesAProjectOnce()
{
    const auto reader = folderOf({u"a.yaml"_s, u"b.yaml"_s}).reader();

    const auto found = compose::findProjects(reader, {u"a.yaml"_s, u"./a.yaml"_s, u"a.yaml:b.yaml"_s}, {}, {});

    QCOMPARE(names(reader, found), (QStringList{u"a.yaml"_s, u"a.yaml b.yaml"_s}));
}

void ProjectsTest::takesAFileWhoseNameHasAColon()
{
    const auto reader = folderOf({u"a:b.yaml"_s}).reader();

    QCOMPARE(names(reader, compose::findProjects(reader, {u"a:b.yaml"_s}, {}, {})), QStringList{u"a:b.yaml"_s});
}

void ProjectsTest::takesTheListBeforeTheEnvironment()
{
    auto folder =
        folderOf({u"compose.yaml"_s, u"stacks/a/compose.yaml"_s, u"stacks/a/compose.override.yaml"_s, u"b.yaml"_s});
    folder.add(u"stacks/.env"_s, "COMPOSE_FILE=c.yaml");
    auto reader = folder.reader();
    reader.folder = u"/stack/stacks"_s;

    const auto found =
        compose::findProjects(reader, {}, {u"stacks/a/compose.yaml"_s, u"b.yaml"_s, u"stacks/a"_s}, u"/stack"_s);

    QCOMPARE(names(reader, found),
             (QStringList{u"a/compose.yaml"_s, u"../b.yaml"_s, u"a/compose.yaml a/compose.override.yaml"_s}));
}

void ProjectsTest::matchesAPattern()
{
    const auto reader = folderOf({u"stacks/b/compose.yaml"_s, u"stacks/a/compose.yaml"_s,
                                  u"stacks/a/compose.override.yaml"_s, u"stacks/readme"_s})
                            .reader();

    const auto files = compose::findProjects(reader, {}, {u"stacks/*/compose.yaml"_s}, u"/stack"_s);
    const auto folders = compose::findProjects(reader, {}, {u"stacks/?"_s}, u"/stack"_s);

    QCOMPARE(names(reader, files), (QStringList{u"stacks/a/compose.yaml"_s, u"stacks/b/compose.yaml"_s}));
    QCOMPARE(names(reader, folders),
             (QStringList{u"stacks/a/compose.yaml stacks/a/compose.override.yaml"_s, u"stacks/b/compose.yaml"_s}));
}

void ProjectsTest::missesWhatNoFileMatches()
{
    const auto found =
        compose::findProjects(folderOf({u"compose.yaml"_s}).reader(), {}, {u"stacks/*.yaml"_s}, u"/stack"_s);

    QVERIFY(found.projects.isEmpty());
    QCOMPARE(test::lines(found.problems), QStringList{u"stacks/*.yaml error file-missing"_s});
}

void ProjectsTest::readsTheFilesFromTheEnvironment_data()
{
    QTest::addColumn<QByteArray>("environment");
    QTest::addColumn<QStringList>("projects");

    const auto row = [](const char *name, const char *environment, const QStringList &projects) {
        QTest::newRow(name) << QByteArray{environment} << projects;
    };
    row("one", "COMPOSE_FILE=a.yaml", {u"a.yaml"_s});
    row("two", "COMPOSE_FILE=a.yaml:sub/b.yaml", {u"a.yaml sub/b.yaml"_s});
    row("another separator", "COMPOSE_PATH_SEPARATOR=;\nCOMPOSE_FILE=a.yaml;sub/b.yaml", {u"a.yaml sub/b.yaml"_s});
    row("made of variables", "F=sub/b\nCOMPOSE_FILE=a.yaml:${F}.yaml", {u"a.yaml sub/b.yaml"_s});
    row("empty", "COMPOSE_FILE=", {u"compose.yaml compose.override.yaml"_s});
    row("not named", "OTHER=a.yaml", {u"compose.yaml compose.override.yaml"_s});
}

void ProjectsTest::readsTheFilesFromTheEnvironment()
{
    QFETCH(const QByteArray, environment);
    auto folder = folderOf({u"compose.yaml"_s, u"compose.override.yaml"_s, u"a.yaml"_s, u"sub/b.yaml"_s});
    folder.add(u".env"_s, environment);
    const auto reader = folder.reader();

    QTEST(names(reader, compose::findProjects(reader, {}, {}, {})), "projects");
}

void ProjectsTest::findsNothingBesideABrokenEnvironment()
{
    auto folder = folderOf({u"compose.yaml"_s});
    folder.add(u".env"_s, "\nno variable\n");

    const auto found = compose::findProjects(folder.reader(), {}, {}, {});

    QVERIFY(found.projects.isEmpty());
    QCOMPARE(test::lines(found.problems), QStringList{u".env:2:1 error interpolation-invalid"_s});
}

const slipway::test::Registered<ProjectsTest> registered;

#include "projects_test.moc"
