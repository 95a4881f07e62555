// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/updates/survey.h"

#include "core/base/aside.h"
#include "core/base/nearest.h"
#include "core/updates/text.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <deque>
#include <functional>

using namespace Qt::StringLiterals;

namespace slipway::updates
{
namespace
{

/// Where `.github/slipway.yml` is: in the current folder, else in the work tree's root; empty if in neither.
QString findWorkspaceFile(const compose::Reader &reader)
{
    for (const auto &parent : {reader.folder, reader.root}) {
        if (const QString path = parent + u"/.github/slipway.yml"_s; reader.isFile(path))
            return path;
    }
    return {};
}

/// slipway.yml as read, with where it is.
struct Policies
{
    std::optional<config::WorkspaceFile> file = config::WorkspaceFile{};
    QString path;
    QList<Problem> problems;
};

/// Without the words of a file outside of the work tree.
QList<Problem> unquoted(QList<Problem> problems)
{
    for (auto &problem : problems)
        problem.message =
            Text::tr("This file lies outside of the work tree and is not as it must be; nothing of it is shown.");
    return problems;
}

Policies readPolicies(const compose::Reader &reader)
{
    Policies policies;
    policies.path = findWorkspaceFile(reader);
    if (policies.path.isEmpty())
        return policies;
    const auto name = compose::nameOf(reader, policies.path);
    const auto text = reader.read(policies.path);
    if (!text) {
        policies.file.reset();
        policies.problems = {
            {.file = name, .line = {}, .column = {}, .code = u"policy-invalid"_s, .message = text.error().message}};
        return policies;
    }
    auto read = config::readWorkspaceFile(*text, name);
    if (read) {
        policies.file = *read;
    } else {
        policies.file.reset();
        policies.problems = reader.isInside(policies.path) ? read.error() : unquoted(read.error());
    }
    return policies;
}

/// The folder that holds `.github`.
QString policyFolder(const QString &path)
{
    return compose::pathIn(path, u"../.."_s);
}

/// A scalar by its file's path: a file of several projects is read for each few of them.
using Scalar = std::pair<QString, yaml::NodeId>;

Scalar scalarAt(const compose::Place &place)
{
    return {place.file ? place.file->path : QString{}, place.node};
}

/// Variables whose values go anywhere but into image references.
void addUsedElsewhere(const compose::Project &project, const QSet<Scalar> &images, Survey &survey)
{
    for (const auto &[variable, place] : project.mentions) {
        if (!images.contains(scalarAt(place)))
            survey.usedElsewhere.insert({variable->path, variable->name});
    }
}

QSet<Scalar> imagesOf(const QList<compose::Site> &sites)
{
    QSet<Scalar> images;
    for (const auto &site : sites)
        images.insert(scalarAt(site.place));
    return images;
}

void addUnknownServices(const config::WorkspaceFile &file, const QString &name, const QSet<QString> &known,
                        QList<Problem> &problems)
{
    for (auto it = file.serviceLines.cbegin(); it != file.serviceLines.cend(); ++it) {
        if (known.contains(it.key()))
            continue;
        problems.append({.file = name,
                         .line = it.value(),
                         .column = {},
                         .severity = Problem::Severity::Warning,
                         .code = u"policy-unknown-service"_s,
                         .message = Text::tr("No project has a service %1.").arg(it.key())});
    }
}

/// Whether all services that were asked for are there.
Result<> checkServices(const QStringList &services, const QSet<QString> &known)
{
    for (const auto &service : services) {
        if (known.contains(service))
            continue;
        const auto meant = nearest(service, known.values());
        return failure({.kind = Error::Kind::InvalidInput,
                        .message = Text::tr("There is no service %1 here.").arg(service),
                        .remedy = meant ? Text::tr("Did you mean %1?").arg(*meant) : QString{}});
    }
    return {};
}

/// Projects on their way into a survey.
struct Gathering
{
    Keep keep;
    compose::SiteCollection collection = {};
    QList<compose::Project> projects = {};
    QSet<QString> services = {};
    QSet<QString> files = {};

    void add(compose::Project project, Survey &survey);
};

void Gathering::add(compose::Project project, Survey &survey)
{
    for (const auto &file : std::as_const(project.files)) {
        if (!files.contains(file))
            survey.files.append(file);
        files.insert(file);
    }
    survey.projects.append(project.files);
    survey.problems += project.problems;
    for (auto it = project.services.cbegin(); it != project.services.cend(); ++it)
        services.insert(QString::fromUtf8(it.key()));
    if (project.isBroken())
        return;
    collection.add(project);
    if (keep == Keep::Places)
        projects.append(std::move(project));
    else
        collection.dropSources();
}

QList<compose::Project> loaded(const compose::Reader &reader, const QList<compose::ProjectFiles> &found)
{
    compose::SourceCache cache;
    QList<compose::Project> projects;
    for (const auto &files : found)
        projects.append(compose::loadProject(reader, files, cache));
    return projects;
}

/// A few projects at a time on each processor: not all have to be in memory at once.
void readProjects(const compose::Reader &reader, const QList<compose::ProjectFiles> &found, Gathering &gathering,
                  Survey &survey)
{
    constexpr qsizetype atOnce = 8;
    const auto mostAhead = static_cast<size_t>(std::clamp(QThread::idealThreadCount(), 1, 4));
    std::deque<QFuture<QList<compose::Project>>> ahead;
    for (qsizetype begun = 0; begun < found.size() || !ahead.empty();) {
        for (; begun < found.size() && ahead.size() < mostAhead; begun += atOnce)
            ahead.push_back(QtConcurrent::run(loaded, std::cref(reader), found.mid(begun, atOnce)));
        auto projects = ahead.front().takeResult();
        ahead.pop_front();
        for (auto &project : projects)
            gathering.add(std::move(project), survey);
    }
}

} // namespace

Result<Survey> survey(const Scope &scope, Keep keep)
{
    const auto &reader = scope.source;
    const auto policies = readPolicies(reader);
    Survey survey{.services = scope.services, .policies = policies.file};
    survey.problems = policies.problems;
    const auto listed = policies.file ? policies.file->compose : QStringList{};
    const auto found = compose::findProjects(reader, scope.files, listed,
                                             policies.path.isEmpty() ? reader.folder : policyFolder(policies.path));
    survey.problems += found.problems;

    Gathering gathering{.keep = keep};
    readProjects(reader, found.projects, gathering, survey);
    survey.sites = std::move(gathering.collection).sorted();
    const auto places = keep == Keep::Places ? imagesOf(survey.sites) : QSet<Scalar>{};
    for (const auto &project : std::as_const(gathering.projects))
        addUsedElsewhere(project, places, survey);
    if (policies.file)
        addUnknownServices(*policies.file, compose::nameOf(reader, policies.path), gathering.services, survey.problems);
    if (const auto known = checkServices(scope.services, gathering.services); !known)
        return failure(known.error());
    return survey;
}

QCoro::Task<Result<Survey>> surveyAside(Scope scope, Keep keep)
{
    co_return co_await Aside([scope = std::move(scope), keep] { return survey(scope, keep); });
}

bool isWanted(const Survey &survey, const compose::Site &site)
{
    return survey.services.isEmpty() ||
           std::ranges::any_of(site.use.services, [&](const QString &name) { return survey.services.contains(name); });
}

std::expected<Subject, Refusal> subjectOf(const Survey &survey, const compose::Site &site)
{
    QList<config::Policy> policies;
    for (const auto &service : site.use.services)
        policies.append(survey.policies->policyFor(service));
    if (policies.isEmpty())
        policies.append(survey.policies->defaults);
    return subjectOf(site, policies);
}

} // namespace slipway::updates
