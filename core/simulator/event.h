// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/repository.h"

#include <random>

namespace slipway::simulator
{

/// Something that will happen by itself.
struct Event
{
    enum class Kind {
        PushNote,     ///< a person adds a line to the README of the deployment repository
        Publish,      ///< a version of a service comes out
        PublishPatch, ///< one of whichever service has waited longest
        Propose,      ///< automation opens the pull request for it, or moves the one that is open
        StartChecks,  ///< of the head of a pull request
        EndCheck,     ///< one of them ends
    };

    QDateTime at;
    Kind kind;
    QString service = {}; ///< as the deployment repository names it
    QString version = {}; ///< empty: a push of main
    QString message = {}; ///< of its one commit
    QString author = {};
    bool withoutArm = false;
    QString fails = {}; ///< the check that will fail
    QString says = {};  ///< what that check, or the one that ends, says
    ObjectId commit = {};
    QString check = {};
    CheckRun::Conclusion conclusion = CheckRun::Conclusion::Success;
};

/// What is still to come, and the chance that decides about it.
struct Life
{
    QList<Event> upcoming; ///< the earliest first
    std::mt19937 chance;
    int patches = 0; ///< so far
};

} // namespace slipway::simulator
