// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/diffaccessible.h"

#include "ui/diff/diffview.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include <algorithm>

namespace slipway::diffview
{
namespace
{

/// The rows as one text, a line each; it cannot be edited.
class AccessibleDiff final : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit AccessibleDiff(DiffView *view)
        : QAccessibleWidget{view, QAccessible::EditableText}
    {
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface *>(this)
                                                  : QAccessibleWidget::interface_cast(type);
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        auto state = QAccessibleWidget::state();
        state.readOnly = true;
        state.multiLine = true;
        state.selectableText = true;
        return state;
    }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? view().plainText() : QAccessibleWidget::text(kind);
    }

    [[nodiscard]] int selectionCount() const override { return view().selectedText().isEmpty() ? 0 : 1; }
    void selection(int, int *start, int *end) const override
    {
        const auto selected = view().selectedText();
        const auto begin = view().plainText().indexOf(selected);
        *start = int(std::max<qsizetype>(0, begin));
        *end = *start + int(selected.size());
    }
    void addSelection(int, int) override {}
    void removeSelection(int) override {}
    void setSelection(int, int, int) override {}
    [[nodiscard]] int cursorPosition() const override { return 0; }
    void setCursorPosition(int) override {}
    [[nodiscard]] QString text(int start, int end) const override { return view().plainText().mid(start, end - start); }
    [[nodiscard]] int characterCount() const override { return int(view().plainText().size()); }
    [[nodiscard]] QRect characterRect(int) const override { return rect(); }
    [[nodiscard]] int offsetAtPoint(const QPoint &) const override { return 0; }
    void scrollToSubstring(int, int) override {}
    QString attributes(int, int *start, int *end) const override
    {
        *start = 0;
        *end = characterCount();
        return {};
    }

private:
    [[nodiscard]] const DiffView &view() const { return *static_cast<const DiffView *>(widget()); }
};

QAccessibleInterface *make(const QString &, QObject *object)
{
    auto *view = qobject_cast<DiffView *>(object);
    return view ? new AccessibleDiff{view} : nullptr;
}

} // namespace

void installDiffAccessibility()
{
    QAccessible::installFactory(make);
}

} // namespace slipway::diffview
