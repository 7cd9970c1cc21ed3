#include "storage/robustness_store.h"

#include "core/files.h"
#include "storage/query.h"

#include <map>
#include <span>

namespace atlas::storage {
namespace {

std::span<const std::byte> bytesOf(const std::string &text)
{
    return std::as_bytes(std::span(text));
}

std::string textOf(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

}  // namespace

void RobustnessStore::put(std::int64_t run, int task, const RobustnessCurve &curve)
{
    // Points and the turned sample go with their curve.
    Query(m_connection, "DELETE FROM robustness WHERE run_id = ? AND task = ? AND perturbation = ?")
        .bind(run, task, curve.perturbation)
        .run();
    Query(m_connection, "INSERT INTO robustness (run_id, task, perturbation, score, seed, measured_us) "
                        "VALUES (?, ?, ?, ?, ?, ?)")
        .bind(run, task, curve.perturbation, curve.score, curve.seed, nowUs())
        .run();
    Query point(m_connection, "INSERT INTO robustness_point (run_id, task, perturbation, strength, value, low, high, "
                              "confidence, n) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const RobustnessPoint &p : curve.points) {
        point.bind(run, task, curve.perturbation, p.strength, p.score, p.low, p.high, p.confidence, p.n).run();
    }
    if (const std::optional<TurnedSample> &turned = curve.turned) {
        const std::optional<std::span<const std::byte>> picture =
            turned->picture.empty() ? std::nullopt : std::optional(bytesOf(turned->picture));
        Query(m_connection, "INSERT INTO robustness_turned (run_id, task, perturbation, sample_id, strength, "
                            "before_class, before_confidence, after_class, after_confidence, text, picture) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .bind(run, task, curve.perturbation, turned->sample, turned->strength, turned->before,
                  turned->confidenceBefore, turned->after, turned->confidenceAfter, turned->text, picture)
            .run();
    }
}

std::vector<KeptCurve> RobustnessStore::curves(std::int64_t run)
{
    std::vector<KeptCurve> curves;
    std::map<std::pair<int, std::string>, std::size_t> places;
    Query heads(m_connection, "SELECT task, perturbation, score, seed, measured_us FROM robustness WHERE run_id = ? "
                              "ORDER BY task, measured_us, perturbation");
    heads.bind(run);
    while (heads.step()) {
        KeptCurve kept;
        kept.task = static_cast<int>(heads.integer(0));
        kept.curve.perturbation = heads.text(1);
        kept.curve.score = heads.text(2);
        kept.curve.seed = static_cast<std::uint64_t>(heads.integer(3));
        kept.measuredUs = heads.integer(4);
        places[{kept.task, kept.curve.perturbation}] = curves.size();
        curves.push_back(std::move(kept));
    }
    Query points(m_connection, "SELECT task, perturbation, strength, value, low, high, confidence, n "
                               "FROM robustness_point WHERE run_id = ? ORDER BY task, perturbation, strength");
    points.bind(run);
    while (points.step()) {
        RobustnessCurve &curve = curves[places.at({static_cast<int>(points.integer(0)), points.text(1)})].curve;
        curve.points.push_back({.strength = points.real(2),
                                .score = points.real(3),
                                .low = points.real(4),
                                .high = points.real(5),
                                .confidence = points.real(6),
                                .n = points.integer(7)});
    }
    Query turned(m_connection, "SELECT task, perturbation, sample_id, strength, before_class, before_confidence, "
                               "after_class, after_confidence, text, picture FROM robustness_turned WHERE run_id = ?");
    turned.bind(run);
    while (turned.step()) {
        curves[places.at({static_cast<int>(turned.integer(0)), turned.text(1)})].curve.turned =
            TurnedSample{.sample = turned.integer(2),
                         .strength = turned.real(3),
                         .before = turned.text(4),
                         .confidenceBefore = turned.real(5),
                         .after = turned.text(6),
                         .confidenceAfter = turned.real(7),
                         .text = turned.text(8),
                         .picture = turned.isNull(9) ? std::string() : textOf(turned.blob(9))};
    }
    return curves;
}

}  // namespace atlas::storage
