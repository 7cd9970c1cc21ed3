#include "storage/result_store.h"

#include "core/decision_json.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/query.h"
#include "storage/run_summary.h"

namespace atlas::storage {

void ResultStore::putCell(std::int64_t run, const AccuracyCell &cell, const std::vector<Prediction> &predictions)
{
    // Scores and predictions go with their cell.
    Query(m_connection, "DELETE FROM cell WHERE run_id = ? AND after_task = ? AND eval_task = ?")
        .bind(run, cell.afterTask, cell.evalTask)
        .run();
    Query(m_connection, "INSERT INTO cell (run_id, after_task, eval_task, n, logits_sha256, seconds_per_sample) "
                        "VALUES (?, ?, ?, ?, ?, ?)")
        .bind(run, cell.afterTask, cell.evalTask, cell.n, cell.logitsSha256, cell.secondsPerSample)
        .run();
    for (const auto &[score, value] : cell.scores) {
        Query(m_connection,
              "INSERT INTO cell_score (run_id, after_task, eval_task, score, value) VALUES (?, ?, ?, ?, ?)")
            .bind(run, cell.afterTask, cell.evalTask, score, value)
            .run();
    }
    Query insert(m_connection, "INSERT INTO prediction (run_id, after_task, eval_task, position, sample_id, predicted, "
                               "expected, confidence, score) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (std::size_t i = 0; i < predictions.size(); ++i) {
        const Prediction &p = predictions[i];
        insert.bind(run, cell.afterTask, cell.evalTask, i, p.sampleId, p.predicted, p.expected, p.confidence, p.score)
            .run();
    }
    refreshSummary(m_connection, run);
}

std::vector<AccuracyCell> ResultStore::cells(std::int64_t run)
{
    std::vector<AccuracyCell> cells;
    Query query(m_connection, "SELECT c.after_task, c.eval_task, c.n, c.logits_sha256, c.seconds_per_sample, s.score, "
                              "s.value FROM cell c LEFT JOIN cell_score s ON s.run_id = c.run_id "
                              "AND s.after_task = c.after_task AND s.eval_task = c.eval_task "
                              "WHERE c.run_id = ? ORDER BY c.after_task, c.eval_task, s.score");
    query.bind(run);
    while (query.step()) {
        const int after = static_cast<int>(query.integer(0));
        const int eval = static_cast<int>(query.integer(1));
        if (cells.empty() || cells.back().afterTask != after || cells.back().evalTask != eval) {
            cells.push_back({after, eval, {}, query.integer(2), query.text(3), query.real(4)});
        }
        if (!query.isNull(5)) {
            cells.back().scores[query.text(5)] = query.real(6);
        }
    }
    return cells;
}

std::vector<Prediction> ResultStore::predictions(std::int64_t run, int afterTask, int evalTask)
{
    Query query(m_connection, "SELECT sample_id, predicted, expected, confidence, score FROM prediction "
                              "WHERE run_id = ? AND after_task = ? AND eval_task = ? ORDER BY position");
    query.bind(run, afterTask, evalTask);
    std::vector<Prediction> predictions;
    while (query.step()) {
        predictions.push_back({query.integer(0), static_cast<int>(query.integer(1)), static_cast<int>(query.integer(2)),
                               query.real(3), query.real(4)});
    }
    return predictions;
}

void ResultStore::putDecision(std::int64_t run, const DecisionRecord &decision)
{
    Query(m_connection, "INSERT OR REPLACE INTO decision (run_id, task, policy, stage1, gain, se, novelty, decision, "
                        "sites_kept, sites, reason, inputs) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(run, decision.task, decision.policy, decision.stage1, decision.gain, decision.se, decision.novelty,
              decision.decision, decision.sitesKept, decision.sites, decision.reason, decisionInputs(decision).dump())
        .run();
}

std::vector<DecisionRecord> ResultStore::decisions(std::int64_t run)
{
    Query query(m_connection, "SELECT task, policy, stage1, gain, se, novelty, decision, sites_kept, sites, reason, "
                              "inputs FROM decision WHERE run_id = ? ORDER BY task");
    query.bind(run);
    std::vector<DecisionRecord> decisions;
    while (query.step()) {
        DecisionRecord decision{.task = static_cast<int>(query.integer(0)),
                                .policy = query.text(1),
                                .stage1 = query.real(2),
                                .gain = query.optionalReal(3),
                                .se = query.optionalReal(4),
                                .novelty = query.optionalReal(5),
                                .decision = query.text(6),
                                .sitesKept = query.integer(7),
                                .sites = query.integer(8),
                                .reason = query.text(9)};
        try {
            setDecisionInputs(decision, nlohmann::ordered_json::parse(query.text(10)));
        } catch (const nlohmann::json::exception &error) {
            throw Error(ErrorCode::Damaged,
                        say(QT_TRANSLATE_NOOP("Sentence", "The inputs of the decision for task %1 cannot be read: %2."),
                            decision.task + 1, error.what()),
                        say(QT_TRANSLATE_NOOP("Sentence", "Run: atlas verify")));
        }
        decisions.push_back(std::move(decision));
    }
    return decisions;
}

void ResultStore::putEffect(std::int64_t run, const AdapterEffect &effect)
{
    Query(m_connection, "INSERT OR REPLACE INTO adapter_effect (run_id, task, adapter, first_layer, last_layer, "
                        "effect, se, n) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(run, effect.task, effect.adapter, effect.firstLayer, effect.lastLayer, effect.effect, effect.se, effect.n)
        .run();
}

std::vector<AdapterEffect> ResultStore::effects(std::int64_t run)
{
    Query query(m_connection, "SELECT task, adapter, first_layer, last_layer, effect, se, n FROM adapter_effect "
                              "WHERE run_id = ? ORDER BY task, adapter, first_layer, last_layer");
    query.bind(run);
    std::vector<AdapterEffect> effects;
    while (query.step()) {
        effects.push_back({.task = static_cast<int>(query.integer(0)),
                           .adapter = static_cast<int>(query.integer(1)),
                           .firstLayer = static_cast<int>(query.integer(2)),
                           .lastLayer = static_cast<int>(query.integer(3)),
                           .effect = query.real(4),
                           .se = query.real(5),
                           .n = query.integer(6)});
    }
    return effects;
}

void ResultStore::putCost(std::int64_t run, const TaskCost &cost)
{
    Query(m_connection, "INSERT OR REPLACE INTO cost (run_id, task, train_seconds, samples_per_second, "
                        "adapter_parameters, head_parameters, bytes_added, peak_memory_bytes, random_score) "
                        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(run, cost.task, cost.trainSeconds, cost.samplesPerSecond, cost.adapterParameters, cost.headParameters,
              cost.bytesAdded, cost.peakMemoryBytes, cost.randomScore)
        .run();
    refreshSummary(m_connection, run);
}

std::vector<TaskCost> ResultStore::costs(std::int64_t run)
{
    Query query(m_connection, "SELECT task, train_seconds, samples_per_second, adapter_parameters, head_parameters, "
                              "bytes_added, peak_memory_bytes, random_score FROM cost WHERE run_id = ? ORDER BY task");
    query.bind(run);
    std::vector<TaskCost> costs;
    while (query.step()) {
        costs.push_back({static_cast<int>(query.integer(0)), query.real(1), query.real(2), query.integer(3),
                         query.integer(4), query.integer(5), query.integer(6), query.real(7)});
    }
    return costs;
}

}  // namespace atlas::storage
