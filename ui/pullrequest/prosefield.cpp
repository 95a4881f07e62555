// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pullrequest/prosefield.h"

#include "ui/look/paragraph.h"
#include "ui/look/type.h"

#include <QFontMetricsF>
#include <QSignalBlocker>
#include <QTextBlockFormat>
#include <QTextCursor>

#include <cmath>

namespace slipway::pullrequest
{

ProseField::ProseField(QWidget *parent)
    : QTextEdit{parent}
{
    setAcceptRichText(false);
    setTabChangesFocus(true);
    look::keepFont(this, look::Type::Body);
}

/// Blocks that are typed later take over what the one before them has, and so does text of another size: the lines are
/// set by a factor. That is nothing to undo.
void ProseField::write(const QString &text)
{
    {
        const QSignalBlocker untilItStands{this};
        setPlainText(text);
        const QFontMetricsF metrics{font()};
        QTextBlockFormat format;
        format.setLineHeight(100 * look::lineHeight(font()) / std::ceil(metrics.height() + metrics.leading()),
                             QTextBlockFormat::ProportionalHeight);
        QTextCursor all{document()};
        all.select(QTextCursor::Document);
        document()->setUndoRedoEnabled(false);
        all.mergeBlockFormat(format);
        document()->setUndoRedoEnabled(true);
    }
    Q_EMIT textChanged();
}

} // namespace slipway::pullrequest
