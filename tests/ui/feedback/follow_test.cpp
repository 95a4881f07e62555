// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feedback/confirm.h"
#include "ui/feedback/follow.h"
#include "ui/feedback/toast.h"

#include "tests/support/testcase.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::feedback
{

class FollowTest final : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void keep(const QUrl &url) { m_opened.append(url); }

private Q_SLOTS:
    void init()
    {
        m_opened.clear();
        QDesktopServices::setUrlHandler(u"https"_s, this, "keep");
        m_window.show();
    }

    void cleanup() { QDesktopServices::unsetUrlHandler(u"https"_s); }

    void aKnownHostOpensAtOnce()
    {
        follow(u"https://github.com/acme/api"_s, known, &m_window, &m_toast);

        QCOMPARE(m_opened, QList{QUrl(u"https://github.com/acme/api"_s)});
    }

    void anotherHostIsNamedFirst()
    {
        follow(u"https://gıthub.com/acme"_s, known, &m_window, &m_toast);

        auto *dialog = m_window.findChild<ConfirmDialog *>();
        QVERIFY(dialog);
        QVERIFY(dialog->windowTitle().contains(u"xn--gthub-n4a.com"_s));
        QVERIFY(m_opened.isEmpty());
        dialog->verbButton()->click();
        QCOMPARE(m_opened.size(), 1);
    }

    void theDemoOffersTheLink()
    {
        auto demo = known;
        demo.isDemo = true;

        follow(u"https://github.com/acme/api"_s, demo, &m_window, &m_toast);
        QCOMPARE(m_toast.text(), u"The demo has no web page for this."_s);
        m_toast.actionButton()->click();

        QCOMPARE(QApplication::clipboard()->text(), u"https://github.com/acme/api"_s);
        QVERIFY(m_opened.isEmpty());
    }

    void aFileIsNotOpened()
    {
        follow(u"file:///etc/passwd"_s, known, &m_window, &m_toast);

        QCOMPARE(m_toast.text(), u"This is no https address, so it was not opened."_s);
        QVERIFY(m_opened.isEmpty());
    }

private:
    const words::LinkRules known{.knownHosts = {u"github.com"_s}};
    QList<QUrl> m_opened;
    QWidget m_window;
    Toast m_toast{&m_window};
};

namespace
{
const test::Registered<FollowTest> registered;
}

} // namespace slipway::feedback

#include "follow_test.moc"
