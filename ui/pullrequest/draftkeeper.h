// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

class QSettings;

namespace slipway::pullrequest
{

class PullRequestForm;

/// Keeps what a person wrote into a draft until it is sent, also through a crash: of the last one that was written
/// into.
class DraftKeeper final : public QObject
{
    Q_OBJECT

public:
    enum class Kept { Nothing, TheSame, OfOthers };

    DraftKeeper(QSettings &settings, PullRequestForm *form);

    /// Whose drafts they are, "github.com/owner/repository"; nothing is kept while it is empty.
    void setPlace(const QString &place) { m_place = place; }
    /// Puts what was kept of the draft that the form shows back into it. OfOthers: it was written for other images.
    Kept restore();
    /// It was sent.
    void forget();
    /// What is kept soon, at once.
    void flush();

private:
    void keep();
    [[nodiscard]] QString key() const;

    QSettings &m_settings;
    PullRequestForm *m_form;
    QString m_place;
    QTimer m_soon;
};

/// What was written for a place, see DraftKeeper::setPlace().
void forgetDraft(QSettings &settings, const QString &place);

} // namespace slipway::pullrequest
