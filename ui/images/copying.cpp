// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/copying.h"

#include "ui/images/cellwords.h"
#include "ui/images/text.h"

#include <array>

using namespace Qt::StringLiterals;

namespace slipway::images
{

using workspace::Row;
using workspace::Snapshot;

namespace
{

constexpr std::array copiedColumns{Column::State, Column::Service, Column::Versions, Column::PullRequest,
                                   Column::Updated};

QStringList titles()
{
    QStringList titles;
    for (const auto column : copiedColumns)
        titles.append(columnName(column));
    return titles << Text::tr("Image");
}

/// All cells but the reference.
QStringList cells(const Row &row, const Snapshot &snapshot, const QDateTime &now)
{
    QStringList cells;
    for (const auto column : copiedColumns)
        cells.append(cellText(row, column, snapshot, now));
    return cells;
}

/// A tab or line break in a name would begin another cell.
QString tabbed(QStringList cells)
{
    for (auto &cell : cells)
        cell = cell.simplified();
    return cells.join(u'\t');
}

/// What begins like a formula gets an apostrophe, by which spreadsheets know a text.
QString quoted(QString cell)
{
    constexpr QLatin1StringView formulas{"=+-@\t\r"};
    if (!cell.isEmpty() && formulas.contains(cell.front()))
        cell.prepend(u'\'');
    return u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
}

QString csvRow(const QStringList &cells)
{
    QStringList written;
    for (const auto &cell : cells)
        written.append(quoted(cell));
    return written.join(u',') + u"\r\n"_s;
}

QString escaped(const QString &text)
{
    auto cell = text.simplified();
    for (const auto *mark : {"\\", "|", "<", ">", "*", "_", "`", "[", "]", "#", "~", "&"})
        cell.replace(QLatin1StringView(mark), u'\\' + QString::fromLatin1(mark));
    return cell;
}

QString markdownRow(const QStringList &cells)
{
    return u"| "_s + cells.join(u" | ") + u" |"_s;
}

} // namespace

QString referenceText(const Row &row)
{
    if (row.image.repository.registry.isEmpty())
        return {}; // it cannot be read
    auto reference = slipway::text(row.image.repository);
    if (row.image.tag)
        reference += u':' + *row.image.tag;
    if (row.image.digest)
        reference += u'@' + row.image.digest->text();
    return reference;
}

QString copied(const QList<const Row *> &rows, const Snapshot &snapshot, const QDateTime &now)
{
    if (rows.size() == 1 && !rows.first()->image.repository.registry.isEmpty())
        return referenceText(*rows.first());
    QStringList lines{tabbed(titles())};
    for (const auto *row : rows)
        lines.append(tabbed(cells(*row, snapshot, now) << referenceText(*row)));
    return lines.join(u'\n');
}

QString copiedAsMarkdown(const QList<const Row *> &rows, const Snapshot &snapshot, const QDateTime &now)
{
    QStringList lines{markdownRow(titles()), u"|"_s + u"---|"_s.repeated(titles().size())};
    for (const auto *row : rows) {
        QStringList written;
        const auto all = cells(*row, snapshot, now);
        for (const auto &cell : all)
            written.append(escaped(cell));
        const auto reference = referenceText(*row);
        lines.append(markdownRow(
            written << (reference.isEmpty() ? reference : u'`' + reference + u'`'))); // as code: its @ names nobody
    }
    return lines.join(u'\n');
}

QByteArray exported(Format format, const QList<const Row *> &rows, const Snapshot &snapshot, const QDateTime &now)
{
    if (format == Format::Markdown)
        return (copiedAsMarkdown(rows, snapshot, now) + u'\n').toUtf8();
    QString table = u'\ufeff' + csvRow(titles());
    for (const auto *row : rows)
        table += csvRow(cells(*row, snapshot, now) << referenceText(*row));
    return table.toUtf8();
}

} // namespace slipway::images
