// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenes/scene.h"
#include "tests/support/testcase.h"
#include "tests/ui/images/stage.h"
#include "ui/look/scheme.h"

#include <QTabBar>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace slipway::images
{

using look::Scheme;

/// Every state of the screen, in a few sizes.
class ScenesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }
    void init();
    void cleanup() { init(); }
    void scenes_data();
    void scenes();
};

namespace
{

using Prepare = std::function<void(Stage &)>;

void select(Stage &stage, const QString &service)
{
    stage.screen().select({.project = u"docker-compose.yml"_s, .service = service});
    stage.settle();
}

workspace::Snapshot offline()
{
    auto all = harbour::snapshot();
    all.offlineSince = harbour::now().addSecs(-420);
    for (auto &row : all.rows)
        row.checkedAt = harbour::now().addSecs(-660);
    return all;
}

workspace::Snapshot checking()
{
    auto all = harbour::snapshot();
    for (auto &row : all.rows) {
        row.state = workspace::State::Checking;
        row.judgement.reset();
        row.newestCreated = row.runningCreated = row.checkedAt = {};
        row.failure.reset();
    }
    all.pullRequests.clear();
    all.refreshedAt = {};
    return all;
}

workspace::Snapshot failing()
{
    auto all = harbour::snapshot();
    all.problem = Error{.kind = Error::Kind::Unauthorized,
                        .message = u"GitHub does not accept the token of PitchConnect any more."_s,
                        .remedy = u"Sign in again."_s};
    return all;
}

workspace::Snapshot empty()
{
    auto all = harbour::snapshot();
    all.rows.clear();
    return all;
}

} // namespace

void ScenesTest::init()
{
    Scheme::current().choose(Scheme::Choice::Light);
    Scheme::current().setTextFactor(1);
    Scheme::current().setCompact(false);
    qApp->setLayoutDirection(Qt::LeftToRight);
}

void ScenesTest::scenes_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<workspace::Snapshot>("snapshot");
    QTest::addColumn<std::function<void()>>("before");
    QTest::addColumn<Prepare>("prepare");

    const QSize usual(1360, 860);
    const Prepare nothing = [](Stage &) {};
    const auto scene = [&](
                           const char *name, QSize size, const workspace::Snapshot &snapshot, const Prepare &prepare,
                           const std::function<void()> &before = [] {}) {
        QTest::newRow(name) << size << snapshot << before << prepare;
    };
    const auto all = harbour::snapshot();
    const auto fogis = [](Stage &stage) { select(stage, u"fogis-api-client"_s); };
    const auto dark = [] { Scheme::current().choose(Scheme::Choice::Dark); };
    const auto large = [] { Scheme::current().setTextFactor(2); };
    scene("overview-light", usual, all, fogis);
    scene("overview-dark", usual, all, nothing, dark);
    scene("versions-light", usual, all, [fogis](Stage &stage) {
        fogis(stage);
        stage.screen().findChild<QTabBar *>()->setCurrentIndex(1);
    });
    scene("labels-light", usual, all, [fogis](Stage &stage) {
        fogis(stage);
        stage.screen().findChild<QTabBar *>()->setCurrentIndex(2);
    });
    scene("blocked-light", usual, all, [](Stage &stage) { select(stage, u"match-processor"_s); });
    scene("behind-light", usual, all, [](Stage &stage) { select(stage, u"google-drive"_s); });
    scene("unknown-light", usual, all, [](Stage &stage) { select(stage, u"logs"_s); });
    scene("held-light", usual, all, [](Stage &stage) { select(stage, u"reverse-proxy"_s); });
    scene("overview-light-900x600", {900, 600}, all, fogis);
    scene("pane-light-900x600", {900, 600}, all, [fogis](Stage &stage) {
        fogis(stage);
        stage.screen().deeds().of(Deed::TogglePane)->trigger();
    });
    scene("overview-dark-200", usual, all, fogis, [=] { dark(), large(); });
    scene("compact-light", usual, all, fogis, [] { Scheme::current().setCompact(true); });
    scene("ticked-light", usual, all, [](Stage &stage) {
        select(stage, u"queue"_s);
        stage.screen().deeds().of(Deed::Tick)->trigger();
        select(stage, u"google-drive"_s);
        stage.screen().deeds().of(Deed::Tick)->trigger();
    });
    scene("checking-light", usual, checking(), [](Stage &stage) { stage.screen().showProgress(3, 10); });
    scene("offline-light", usual, offline(), fogis);
    scene("error-light", usual, failing(), fogis);
    scene("empty-light", usual, empty(), nothing);
    scene("filtered-light", usual, all, [](Stage &stage) { stage.screen().setFilter(u"status:failed tag:2"_s); });
    scene("objection-light", usual, all, [](Stage &stage) { stage.screen().setFilter(u"stats:failed"_s); });
    scene("hostile-light", usual, harbour::hostileRows(), nothing);
    scene("hostile-light-900x600", {900, 600}, harbour::hostileRows(), nothing);
    scene("right-to-left-light", usual, all, fogis, [] { qApp->setLayoutDirection(Qt::RightToLeft); });
    scene(
        "pane-dark-200", usual, all,
        [fogis](Stage &stage) {
            fogis(stage);
            stage.screen().deeds().of(Deed::TogglePane)->trigger();
        },
        [=] { dark(), large(); });
    scene("overview-light-150-900x600", {900, 600}, all, fogis, [] { Scheme::current().setTextFactor(1.5); });
    scene("many-light", usual, harbour::manyRows(300), nothing);
}

void ScenesTest::scenes()
{
    QFETCH(const QSize, size);
    QFETCH(const workspace::Snapshot, snapshot);
    QFETCH(const std::function<void()>, before);
    QFETCH(const Prepare, prepare);
    before();
    Stage stage(size, snapshot);

    prepare(stage);
    stage.settle();

    const auto picture = test::grabbed(stage.window(), u"images-"_s + QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(picture.size(), size); // nothing pushes the window wider
    auto cut = test::cutWords(stage.window());
    cut.removeAll(QString()); // icons alone may be small
    QCOMPARE(cut.join(u", "_s), QString());
}

namespace
{
const test::Registered<ScenesTest> registered;
}

} // namespace slipway::images

#include "scenes_test.moc"
