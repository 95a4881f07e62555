// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/program.h"

#include "ui/feedback/toast.h"
#include "ui/images/imagesscreen.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace slipway::desktop
{
namespace
{

constexpr auto folderKey = "export/folder"_L1;

Result<> write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file{path};
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return failure({.kind = Error::Kind::Storage,
                    .message = Program::tr("%1 was not written: %2.").arg(path, file.errorString()),
                    .remedy = Program::tr("Choose another folder, or make room on the disk.")});
}

} // namespace

/// What the Images screen shows, in the order in which it stands there.
void Program::exportImages()
{
    auto *dialog = new QFileDialog{m_window.get(), tr("Export images")};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Table for a spreadsheet (*.csv)"), tr("Markdown (*.md)")});
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter == dialog->nameFilters().constFirst() ? u"csv"_s : u"md"_s);
    });
    if (const auto folder = m_settings.value(folderKey).toString(); !folder.isEmpty())
        dialog->setDirectory(folder);
    dialog->selectFile(u"%1-images.csv"_s.arg(m_session->workspace().snapshot().repository));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_settings.setValue(folderKey, QFileInfo{path}.absolutePath());
        const auto format =
            path.endsWith(".md"_L1, Qt::CaseInsensitive) ? images::Format::Markdown : images::Format::Csv;
        if (const auto written = write(path, m_images->exported(format)); !written) {
            m_window->go(u"images"_s);
            m_images->showError(written.error());
            return;
        }
        toast(tr("Wrote %1.").arg(QFileInfo{path}.fileName()));
    });
    dialog->open();
}

} // namespace slipway::desktop
