// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/content.h"

#include "ui/look/type.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace slipway::diffview
{
namespace
{

double characterWidth()
{
    return QFontMetricsF{look::font(look::Type::Mono)}.horizontalAdvance(u'0');
}

/// How many characters are shown of a line. Most lines are shown as they are.
qsizetype shownLength(const QString &line, bool wholeDigests)
{
    const bool isPlain =
        !line.contains(u'\t') && (wholeDigests || !line.contains("sha256:"_L1)) && !hasHiddenCharacters(line);
    return isPlain ? line.size() : displayLine(line, wholeDigests).text.size();
}

/// The lines of one side of a file, for its highlighting.
QStringList textOf(const FileDiff &file, DiffLine::Kind without)
{
    QStringList lines;
    for (const auto &line : file.lines)
        if (line.kind != without)
            lines.append(line.text);
    return lines;
}

} // namespace

void Content::setFiles(QList<FileDiff> files)
{
    m_files = std::move(files);
    m_folding = {};
    selection.reset();
    matches.clear();
    currentMatch = -1;
    m_highlighting.clear();
    for (const auto &file : std::as_const(m_files))
        m_highlighting.emplace_back(Highlighting{file.path, textOf(file, DiffLine::Kind::Added)},
                                    Highlighting{file.path, textOf(file, DiffLine::Kind::Removed)});
}

int Content::lineHeight() const
{
    return look::height(look::Part::DiffLine);
}

void Content::arrange(int width, bool isSideBySide, bool wholeDigests)
{
    m_width = width;
    m_isSideBySide = isSideBySide;
    m_wholeDigests = wholeDigests;
    m_rows = isSideBySide ? sideBySideRows(m_files, m_folding) : unifiedRows(m_files, m_folding);
    m_tops.clear();
    m_changeRows.clear();
    int top = 0;
    qsizetype longest = 0;
    int lastFile = -1;
    qsizetype lastChange = -1;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const auto &row = m_rows.at(i);
        m_tops.append(top);
        if (row.kind == Row::Kind::File)
            top += look::scaled(36);
        else
            top += lineHeight() * (isSideBySide && row.kind == Row::Kind::Lines ? wrappedCount(row) : 1);
        if (row.kind == Row::Kind::Lines && !isSideBySide)
            longest = std::max(longest, shownLength(lineOf(row, 0)->text, wholeDigests));
        if (row.change >= 0 && (row.change != lastChange || row.file != lastFile))
            m_changeRows.append(i);
        lastFile = row.file;
        lastChange = row.change;
    }
    m_tops.append(top);
    m_textWidth = int(std::ceil(double(longest) * characterWidth())) + look::scaled(140);
}

const DiffLine *Content::lineOf(const Row &row, int side) const
{
    const auto line = side == 0 ? row.left : row.right;
    return row.kind == Row::Kind::Lines && line >= 0 ? &m_files.at(row.file).lines.at(line) : nullptr;
}

int Content::columnCount() const
{
    const int room = m_width / 2 - look::scaled(44 + 20) - 2 * textMargin();
    return std::max(8, int(room / characterWidth()));
}

int Content::textMargin()
{
    return look::scaled(8);
}

Wrapping Content::wrappingOf(const DisplayLine &shown) const
{
    return m_isSideBySide ? Wrapping{shown.text, columnCount()} : Wrapping{};
}

int Content::wrappedCount(const Row &row) const
{
    qsizetype count = 1;
    for (const int side : {0, 1}) {
        const auto *line = lineOf(row, side);
        if (!line || shownLength(line->text, m_wholeDigests) <= columnCount())
            continue;
        const auto shown = displayLine(line->text, m_wholeDigests);
        count = std::max(count, wrappingOf(shown).rowCount(shown.text.size()));
    }
    return int(count);
}

qsizetype Content::rowAt(int y) const
{
    const auto found = std::ranges::upper_bound(m_tops, y) - m_tops.begin() - 1;
    return std::clamp<qsizetype>(found, 0, std::max<qsizetype>(0, m_rows.size() - 1));
}

Content::Columns Content::columnsOf(qsizetype row, int side) const
{
    const QRect all{0, topOf(row), m_width, heightOf(row)};
    const auto cut = [&all](int x, int width) { return QRect{all.left() + x, all.top(), width, all.height()}; };
    if (!m_isSideBySide) {
        const int number = look::scaled(48);
        const int sign = look::scaled(22);
        return {.numbers = {cut(0, number), cut(number, number)},
                .sign = cut(2 * number, sign),
                .text = cut(2 * number + sign, m_width - 2 * number - sign)};
    }
    const int half = m_width / 2;
    const int begin = side == 0 ? 0 : half;
    const int number = look::scaled(44);
    const int sign = look::scaled(20);
    const int width = side == 0 ? half : m_width - half;
    return {.numbers = {cut(begin, number)},
            .sign = cut(begin + number, sign),
            .text = cut(begin + number + sign, width - number - sign)};
}

Hit Content::hitAt(QPoint point, int scrolledX) const
{
    if (m_rows.isEmpty() || point.y() < 0 || point.y() >= height())
        return {};
    const auto number = rowAt(point.y());
    const auto &row = m_rows.at(number);
    if (row.kind == Row::Kind::Fold)
        return {Hit::What::Fold, {.row = number}};
    if (row.kind == Row::Kind::File)
        return {point.x() > m_width - look::scaled(40) ? Hit::What::FileCopy : Hit::What::FileFold, {.row = number}};
    if (row.kind != Row::Kind::Lines)
        return {};
    const int side = m_isSideBySide && point.x() >= m_width / 2 ? 1 : 0;
    const auto *line = lineOf(row, side);
    if (!line)
        return {Hit::What::Nothing, {.row = number, .side = side}};
    const auto columns = columnsOf(number, side);
    const auto shown = displayLine(line->text, m_wholeDigests);
    const double x = point.x() - columns.text.left() - textMargin() + (m_isSideBySide ? 0 : scrolledX);
    const auto wrapping = wrappingOf(shown);
    const auto wrapped = m_isSideBySide ? qsizetype((point.y() - topOf(number)) / lineHeight()) : 0;
    const auto column = qsizetype{std::lround(x / characterWidth())} - wrapping.indentOf(wrapped);
    const auto pointed = wrapping.beginOf(wrapped) + std::max(qsizetype{0}, column);
    const auto at = std::min({pointed, wrapping.beginOf(wrapped + 1), shown.text.size()});
    for (const auto &box : shown.boxes)
        if (box.kind == DisplayLine::Box::Kind::CutDigest && column >= 0 && at == pointed && at >= box.range.begin &&
            at < box.range.end)
            return {Hit::What::Digest, {number, side, shown.sourceAt(at)}};
    return {Hit::What::Text, {number, side, shown.sourceAt(at)}};
}

const QList<Span> &Content::spansOf(const Row &row, const DiffLine &line)
{
    auto &[before, after] = m_highlighting.at(size_t(row.file));
    return line.kind == DiffLine::Kind::Removed ? before.spans(line.oldNumber - 1) : after.spans(line.newNumber - 1);
}

} // namespace slipway::diffview
