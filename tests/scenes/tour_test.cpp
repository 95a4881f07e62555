// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tour/guide.h"
#include "app/desktop/tour/tour.h"
#include "tests/scenes/scene.h"
#include "tests/support/testcase.h"
#include "ui/feedback/messagebar.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QEventLoop>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTextEdit>

using namespace Qt::StringLiterals;

namespace slipway::test
{

using desktop::tour::Guide;
using desktop::tour::View;

namespace
{

/// What a screen reader would say nothing about, though a person can press it or write into it.
QStringList namelessParts(const QWidget &window)
{
    QStringList nameless;
    const auto widgets = window.findChildren<QWidget *>();
    for (auto *widget : widgets) {
        const bool isPart = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget) ||
                            qobject_cast<QComboBox *>(widget) || qobject_cast<QPlainTextEdit *>(widget) ||
                            qobject_cast<QAbstractItemView *>(widget);
        const bool isPartOfAnother = qobject_cast<QComboBox *>(widget->parentWidget()) ||
                                     qobject_cast<QLineEdit *>(widget->parentWidget()) ||
                                     qobject_cast<QAbstractSpinBox *>(widget->parentWidget());
        if (!isPart || isPartOfAnother || !widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
            continue;
        const auto *interface = QAccessible::queryAccessibleInterface(widget);
        if (!interface || interface->text(QAccessible::Name).isEmpty())
            nameless.append(QString::fromLatin1(widget->metaObject()->className()) + u" in "_s +
                            QString::fromLatin1(widget->parentWidget()->metaObject()->className()));
    }
    return nameless;
}

/// Texts that may be taken for markup, or that turn the words around them.
QStringList riskyTexts(const QWidget &window)
{
    QStringList risky;
    const auto labels = window.findChildren<QLabel *>();
    for (const auto *label : labels) {
        const auto text = label->text();
        const bool mayBeMarkup = label->textFormat() != Qt::PlainText && !text.isEmpty();
        if (label->isVisible() && (mayBeMarkup || text.contains(QChar{0x202e})))
            risky.append(text);
    }
    const auto buttons = window.findChildren<QAbstractButton *>();
    for (const auto *button : buttons)
        if (button->isVisible() && (button->text().contains(QChar{0x202e}) || button->text().contains(" & "_L1)))
            risky.append(button->text());
    const auto widgets = window.findChildren<QWidget *>();
    for (const auto *widget : widgets)
        if (Qt::mightBeRichText(widget->toolTip()) && widget->toolTip().contains("<b>"_L1))
            risky.append(widget->toolTip());
    const auto texts = window.findChildren<QTextEdit *>();
    for (const auto *text : texts)
        if (text->acceptRichText() && text->isVisible())
            risky.append(text->toPlainText());
    return risky;
}

/// What a layout gives less height than it needs.
QStringList squeezedParts(const QWidget &window)
{
    QStringList squeezed;
    const auto buttons = window.findChildren<QPushButton *>();
    for (const auto *button : buttons)
        if (button->isVisible() && button->height() < button->sizeHint().height())
            squeezed.append(button->text());
    const auto messages = window.findChildren<feedback::MessageBar *>();
    for (const auto *message : messages)
        if (message->isVisible() && message->height() < message->heightForWidth(message->width()))
            squeezed.append(u"a message"_s);
    return squeezed;
}

QStringList objectionsTo(QWidget &window, const QString &scene)
{
    QStringList objections;
    const auto add = [&](const QString &what, QStringList found) {
        found.removeAll(QString());
        found.removeDuplicates();
        for (const auto &one : std::as_const(found))
            objections.append(u"%1: %2: %3"_s.arg(scene, what, one.left(80)));
    };
    add(u"cut"_s, cutWords(window));
    add(u"squeezed"_s, squeezedParts(window));
    add(u"nameless"_s, namelessParts(window));
    add(u"risky"_s, riskyTexts(window));
    return objections;
}

} // namespace

/// Every scene of the tour, in every view.
class TourTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "Europe/Berlin");
        QApplication::setQuitOnLastWindowClosed(false);
    }

    void everySceneIsWholeNamedAndPlain()
    {
        Guide guide{desktop::tour::acts(), desktop::tour::views()};
        QStringList objections;
        QStringList seen;
        bool showsMarkup = false; // as it is written
        QEventLoop loop;
        connect(&guide, &Guide::settled, this, [&](const QString &scene, const View &view) {
            auto &window = guide.stage().program().window();
            const QString name = scene + u'-' + view.name;
            seen.append(name);
            objections += objectionsTo(window, name);
            const auto labels = window.findChildren<QLabel *>();
            for (const auto *label : labels)
                showsMarkup = showsMarkup || (label->isVisible() && label->text().contains("<b>bold</b>"_L1));
            if (window.size() != view.window)
                objections.append(name + u": pushes the window wider"_s);
        });
        connect(&guide, &Guide::stuck, this, [&](const QString &scene, const QString &view) {
            objections.append(u"%1-%2 does not settle"_s.arg(scene, view));
            loop.quit();
        });
        connect(&guide, &Guide::ended, &loop, &QEventLoop::quit);
        QMetaObject::invokeMethod(&guide, &Guide::start, Qt::QueuedConnection);
        loop.exec();

        for (const auto &objection : std::as_const(objections))
            qWarning("%ls", qUtf16Printable(objection));
        QCOMPARE(objections.size(), 0);
        QVERIFY(showsMarkup);
        QVERIFY(seen.contains("review-hidden-dark-200"_L1));
        QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), seen.size()); // each has a name of its own
    }
};

namespace
{
const Registered<TourTest> registered;
}

} // namespace slipway::test

#include "tour_test.moc"
