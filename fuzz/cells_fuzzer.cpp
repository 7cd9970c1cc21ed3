#include "fuzz/input.h"
#include "fuzz/promise.h"
#include "storage/import/cell_guard.h"
#include "storage/import/field_names.h"
#include "storage/import/label_values.h"
#include "storage/import/table_source.h"

#include <set>

using namespace atlas;
using namespace atlas::storage;
using atlas::fuzz::promise;

namespace {

void checkLabels(const LabelReading &reading)
{
    promise(reading.fault.empty() == reading.code.empty(), "a fault has a code");
    promise(reading.fault.empty() || reading.labels.empty(), "there are labels or a fault");
    std::set<std::string> names;
    for (const Label &label : reading.labels) {
        promise(!label.name.empty() && names.insert(label.name).second, "labels have different names");
        promise(label.weight > 0 && label.weight <= 1, "a label holds by more than 0, at most 1");
    }
}

void checkField(const std::string &name, const FieldPlan &plan)
{
    promise(plan.choices.size() + plan.extra.size() + plan.repeated.size() < 1000, "columns are not made up");
    isFieldName(name);
    splitOfName(name);
}

}  // namespace

/// What stands in one cell: lines of the input are cells, names of columns and options.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const fuzz::Input input(data, size);
    const std::string text = input.string();
    promise(unguardedCell(guardedCell(text)) == text, "a guarded cell comes back");

    std::vector<std::string> lines = splitLines(text);
    lines.resize(std::min<std::size_t>(lines.size(), 100));
    const FieldPlan plan = planFields(lines, {{"text", "column 1"}, {"choice1", "b"}});
    for (const std::string &line : lines) {
        checkField(line, plan);
    }
    const nlohmann::json parsed = nlohmann::json::parse(text, nullptr, false);
    for (const bool multiLabel : {false, true}) {
        checkLabels(readLabels(text, multiLabel, false));
        if (!parsed.is_discarded()) {
            checkLabels(readLabels(parsed, multiLabel, false));
            checkLabels(readLabels(parsed, multiLabel, true));
        }
    }
    checkLabels(readChoiceLabel(parsed.is_discarded() ? nlohmann::json(text) : parsed, lines));
    return 0;
}
