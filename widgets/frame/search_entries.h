#pragma once

#include "widgets/frame/command_search.h"

#include <QVariant>

class QWidget;

namespace atlas::widgets {

class Session;

/// The enabled actions of a widget as entries.
void appendCommands(std::vector<CommandSearch::Entry> &entries, const QWidget *widget);

/// Reads the names of datasets, tasks and runs and hands them over as entries that open their page. Does not block.
void readSearchEntries(Session *session, QObject *context,
                       std::function<void(const QString &id, const QVariant &argument)> openPage,
                       std::function<void(std::vector<CommandSearch::Entry>)> done);

}  // namespace atlas::widgets
