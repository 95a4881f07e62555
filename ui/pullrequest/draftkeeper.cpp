// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pullrequest/draftkeeper.h"

#include "ui/pullrequest/pullrequestform.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway::pullrequest
{
namespace
{

constexpr auto settingsKey = "pullRequest/draft"_L1;
constexpr auto delay = 500ms;

QJsonObject keptIn(const QSettings &settings)
{
    return QJsonDocument::fromJson(settings.value(settingsKey).toByteArray()).object();
}

} // namespace

DraftKeeper::DraftKeeper(QSettings &settings, PullRequestForm *form)
    : QObject{form}
    , m_settings{settings}
    , m_form{form}
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(delay);
    connect(&m_soon, &QTimer::timeout, this, &DraftKeeper::keep);
    connect(form, &PullRequestForm::edited, &m_soon, qOverload<>(&QTimer::start));
}

/// Which draft it is: the same services, or the same change of the policy, in the same pull request.
QString DraftKeeper::key() const
{
    const auto &draft = m_form->draft();
    QStringList parts{m_place, draft.into, draft.branch, QString::number(draft.pullRequest), draft.policyChange};
    for (const auto &service : draft.services)
        parts.append(service.project + u' ' + service.service);
    return draft.title.isEmpty() || m_place.isEmpty() ? QString{} : parts.join(u'\n');
}

void DraftKeeper::keep()
{
    const auto key = this->key();
    if (key.isEmpty())
        return;
    if (!m_form->isTouched())
        return forget();
    const auto written = m_form->written();
    const QJsonObject kept{{u"key"_s, key},
                           {u"title"_s, written.title},
                           {u"text"_s, written.text},
                           {u"labels"_s, QJsonArray::fromStringList(written.labels)},
                           {u"of"_s, m_form->draft().text}};
    m_settings.setValue(settingsKey, QJsonDocument{kept}.toJson(QJsonDocument::Compact));
    m_settings.sync(); // a crash leaves no time for it
}

DraftKeeper::Kept DraftKeeper::restore()
{
    const auto key = this->key();
    const auto kept = keptIn(m_settings);
    if (key.isEmpty() || kept[u"key"_s].toString() != key)
        return Kept::Nothing;
    const bool isOfOthers = kept[u"of"_s].toString() != m_form->draft().text;
    m_form->write(kept[u"title"_s].toString(), kept[u"text"_s].toString(),
                  kept[u"labels"_s].toVariant().toStringList());
    return isOfOthers ? Kept::OfOthers : Kept::TheSame;
}

void DraftKeeper::forget()
{
    m_soon.stop();
    if (keptIn(m_settings).value(u"key"_s).toString() == key())
        m_settings.remove(settingsKey);
}

void forgetDraft(QSettings &settings, const QString &place)
{
    if (keptIn(settings).value(u"key"_s).toString().startsWith(QString(place + u'\n'), Qt::CaseInsensitive))
        settings.remove(settingsKey);
}

void DraftKeeper::flush()
{
    if (!m_soon.isActive())
        return;
    m_soon.stop();
    keep();
}

} // namespace slipway::pullrequest
