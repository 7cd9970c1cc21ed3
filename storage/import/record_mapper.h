#pragma once

#include "core/sentence.h"
#include "storage/import/field_names.h"
#include "storage/import/label_values.h"
#include "storage/import/table_source.h"

#include <optional>

namespace atlas::storage {

/// Makes samples of the records of one table, whatever the table's syntax: CSV, JSON Lines, a JSON array or the
/// metadata of an image folder. Every record becomes one sample or one error.
class RecordMapper {
public:
    RecordMapper(const ImportRequest &request, const SourceRoot &root, TableFile table, ImportSink &sink);

    /// Tells the columns (or all keys that occur). False when the table cannot be read with them: then the sink has
    /// a problem that forbids the import.
    bool setColumns(const std::vector<std::string> &columns);

    /// The next record: an object of the columns' values, from that line.
    void map(const nlohmann::json &record, std::int64_t line);

    /// The next record was mended, a clause; empty = it was not.
    void tellRepair(const Sentence &what, std::int64_t line);

    /// The next record cannot be read.
    void skip(const char *code, std::int64_t line, const Sentence &fault);

    /// After the last record: whether the labels beside the table were as many.
    void finish();

    const std::string &where() const { return m_where; }

private:
    bool checkRequired();
    bool takeImages(const nlohmann::json &record, std::int64_t line, Sample &sample);
    bool takeImage(const nlohmann::json &value, std::int64_t line, std::optional<AssetRef> &image);
    bool takeChoices(const nlohmann::json &record, std::int64_t line, Sample &sample);
    bool takeLabels(const nlohmann::json &record, std::int64_t line, Sample &sample);
    void takeReview(const nlohmann::json &record, std::int64_t line, Sample &sample);
    bool takeSplit(const nlohmann::json &record, std::int64_t line, Sample &sample);
    void tellMixedLabels();
    void settleTexts(Sample &sample) const;
    bool refuse(const char *code, std::int64_t line, Sentence message, Sentence hint = {});

    const ImportRequest &m_request;
    const SourceRoot &m_root;
    TableFile m_table;
    ImportSink &m_sink;
    std::string m_where;  ///< the table's name in reports
    FieldPlan m_plan;
    std::optional<std::vector<std::string>> m_labelLines;
    std::size_t m_records = 0;
    bool m_wordLabels = false;                 ///< some label is a string
    std::vector<std::int64_t> m_numberLabels;  ///< lines whose label is a number or a truth value
};

}  // namespace atlas::storage
