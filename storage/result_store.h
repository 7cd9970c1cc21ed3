#pragma once

#include "storage/records.h"

#include <span>

namespace atlas::storage {

class Connection;

/// What runs measured. Everything here is written again idempotently when a run is resumed: the same key replaces.
class ResultStore {
public:
    explicit ResultStore(Connection &connection) : m_connection(connection) {}

    void addPoints(std::int64_t run, const std::vector<std::pair<SeriesKey, SeriesPoint>> &points);
    std::vector<Series> series(std::int64_t run);
    /// Points with step > afterStep, ascending. NaN survives.
    std::vector<SeriesPoint> points(std::int64_t series, std::int64_t afterStep = -1);

    void putCell(std::int64_t run, const AccuracyCell &cell, const std::vector<Prediction> &predictions);
    std::vector<AccuracyCell> cells(std::int64_t run);
    std::vector<Prediction> predictions(std::int64_t run, int afterTask, int evalTask);

    void putDecision(std::int64_t run, const DecisionRecord &decision);
    std::vector<DecisionRecord> decisions(std::int64_t run);

    void putEffect(std::int64_t run, const AdapterEffect &effect);
    std::vector<AdapterEffect> effects(std::int64_t run);

    void putCost(std::int64_t run, const TaskCost &cost);
    std::vector<TaskCost> costs(std::int64_t run);

private:
    Connection &m_connection;
};

}  // namespace atlas::storage
