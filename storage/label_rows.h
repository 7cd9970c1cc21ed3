#pragma once

#include "core/sample.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace atlas::storage {

class Connection;

/// The rows of sample_label behind a sample's labels: names become permanent class ids, made as needed.
/// Keeps the ids it has seen; use one object for one transaction.
class LabelRows {
public:
    explicit LabelRows(Connection &connection) : m_connection(connection) {}

    std::vector<Label> read(std::int64_t sample);

    /// Errors: BadInput for an empty name, a name given twice or a weight that is not above zero.
    void replace(std::int64_t dataset, std::int64_t sample, const std::vector<Label> &labels);
    void insert(std::int64_t dataset, std::int64_t sample, const std::vector<Label> &labels);

    /// As the history shows it: "cat", "cat, dog", "red (0.6), blue (0.3)"; empty = unlabelled.
    static std::string describe(const std::vector<Label> &labels);

private:
    std::int64_t classId(std::int64_t dataset, const std::string &name);

    Connection &m_connection;
    std::map<std::pair<std::int64_t, std::string>, std::int64_t> m_ids;
};

}  // namespace atlas::storage
