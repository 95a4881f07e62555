// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/demo/publications.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace slipway::simulator::demo
{

namespace
{

constexpr auto bea = "bartesch"_L1;
constexpr auto mats = "mfager"_L1;
constexpr auto bot = "dependabot[bot]"_L1;

using Steps = QHash<QString, QList<Step>>; // by version

Steps fogisApiClient()
{
    return {
        {u"1.5.0"_s,
         {{u"Cache club metadata between requests"_s, bea},
          {u"Retry once on HTTP 429 from FOGIS"_s, mats},
          {u"Add /health/ready endpoint"_s, bea},
          {u"Bump requests to 2.32.3"_s, bot},
          {u"Typed responses for match list"_s, mats},
          {u"Log the request id of FOGIS"_s, bea},
          {u"Drop Python 3.10"_s, mats}}},
        {u"1.4.2"_s,
         {{u"Close the session after a login error"_s, mats},
          {u"Bump certifi to 2026.10.1"_s, bot},
          {u"Read timeouts from the environment"_s, bea},
          {u"Fix the time zone of postponed matches"_s, mats}}},
    };
}

Steps matchListProcessor()
{
    return {
        {u"2.0.0"_s, {{u"Release 2.0.0"_s, mats}}},
        {u"2.0.0-rc.2"_s, {{u"Keep old match files readable"_s, mats}, {u"Migrate on the first start"_s, bea}}},
        {u"2.0.0-rc.1"_s,
         {{u"Store matches in SQLite instead of JSON"_s, mats},
          {u"Remove the /v1 endpoints"_s, mats},
          {u"Bump python to 3.14-slim"_s, bot}}},
        {u"1.8.3"_s, {{u"Skip cancelled matches"_s, mats}, {u"Healthcheck as a program"_s, bea}}},
    };
}

Steps teamLogoCombiner()
{
    return {
        {u"1.1.8"_s, {{u"Smaller base image"_s, bea}}},
        {u"1.1.7"_s, {{u"Bump pillow to 12.0.1"_s, bot}, {u"Keep the alpha channel"_s, mats}}},
    };
}

Steps calendarSync()
{
    return {
        {u"2.2.0"_s,
         {{u"Put contacts of a team in a phonebook group"_s, mats},
          {u"Read settings from one file"_s, mats},
          {u"Sync referees too"_s, bea}}},
        {u"2.1.0"_s,
         {{u"Refresh the Google token before it ends"_s, bea},
          {u"Two calendars at once"_s, mats},
          {u"Bump google-api-python-client to 2.187.0"_s, bot}}},
        {u"2.0.4"_s, {{u"Do not delete private events"_s, mats}}},
    };
}

Steps changeDetector()
{
    return {
        {u"3.0.1"_s, {{u"Compare kick-off times in UTC"_s, bea}, {u"Quieter log"_s, mats}}},
        {u"3.0.0"_s, {{u"Webhook instead of file drop"_s, mats}}},
    };
}

Steps googleDrive()
{
    return {
        {u"-5h1m"_s,
         {{u"Upload in parts of 8 MiB"_s, mats},
          {u"Retry on quota errors"_s, bea},
          {u"Bump python to 3.13.9-slim"_s, bot}}},
        {u"-3d"_s, {{u"Folder per season"_s, bea}}},
        {u"-9d"_s, {{u"Set the MIME type of images"_s, mats}, {u"Shared drives"_s, mats}}},
    };
}

} // namespace

QList<Step> steps(const QString &service, const QString &version)
{
    static const QHash<QString, Steps> all{
        {u"fogis-api-client-python"_s, fogisApiClient()},    {u"match-list-processor"_s, matchListProcessor()},
        {u"team-logo-combiner"_s, teamLogoCombiner()},       {u"fogis-calendar-phonebook-sync"_s, calendarSync()},
        {u"match-list-change-detector"_s, changeDetector()}, {u"google-drive-service"_s, googleDrive()},
    };
    return all.value(service).value(version);
}

} // namespace slipway::simulator::demo
