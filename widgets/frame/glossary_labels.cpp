#include "widgets/frame/glossary.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace atlas::widgets {

namespace {

/// Which term stands behind a label. Labels are known by the stable names of what they stand for.
struct LabelTerm {
    const char *label;
    const char *term;
};

constexpr std::array kLabels{
    // Figures of a run
    LabelTerm{"averageAccuracy", "accuracy"},
    LabelTerm{"size", "adapter"},
    // Measures
    LabelTerm{"average_accuracy", "accuracy"},
    LabelTerm{"average_incremental", "accuracy"},
    LabelTerm{"minimum_accuracy", "accuracy"},
    LabelTerm{"intransigence", "joint training"},
    LabelTerm{"bwt", "backward transfer"},
    LabelTerm{"fwt", "forward transfer"},
    LabelTerm{"climb_transfer", "forward transfer"},
    LabelTerm{"low_shot_transfer", "forward transfer"},
    LabelTerm{"forgetting_from_first", "forgetting"},
    LabelTerm{"forgetting_from_max", "forgetting"},
    LabelTerm{"climb_forgetting", "forgetting"},
    LabelTerm{"stability_gap", "stability gap"},
    LabelTerm{"data_efficiency", "label"},
    LabelTerm{"class_recall", "class"},
    LabelTerm{"calibration_error", "calibration"},
    LabelTerm{"adapter_parameters", "adapter"},
    LabelTerm{"head_parameters", "head"},
    LabelTerm{"bytes_added", "adapter"},
    // Columns of the run table
    LabelTerm{"name", "run"},
    LabelTerm{"tasks", "task"},
    LabelTerm{"samples", "sample"},
    LabelTerm{"adapters", "adapter"},
    LabelTerm{"heads", "head"},
    LabelTerm{"bytes", "adapter"},
    // Targets
    LabelTerm{"minimum", "test"},
    LabelTerm{"average", "test"},
    LabelTerm{"drop", "forgetting"},
    LabelTerm{"worst_drop", "forgetting"},
    LabelTerm{"production_drop", "alias"},
    // Charts
    LabelTerm{"accuracyMatrix", "accuracy"},
    LabelTerm{"accuracyCurves", "accuracy"},
    LabelTerm{"forgettingCurves", "forgetting"},
    LabelTerm{"changeMatrix", "backward transfer"},
    LabelTerm{"stabilityGap", "stability gap"},
    LabelTerm{"forwardTransfer", "forward transfer"},
    LabelTerm{"backwardTransfer", "backward transfer"},
    LabelTerm{"learningCurves", "validation"},
    LabelTerm{"dataEfficiency", "label"},
    LabelTerm{"knowledgeMap", "knowledge map"},
    LabelTerm{"layerMap", "adapter"},
    LabelTerm{"taskSize", "adapter"},
    LabelTerm{"lossChart", "loss"},
    LabelTerm{"validationChart", "validation"},
    LabelTerm{"gateChart", "gate"},
};

const GlossaryEntry *entryOf(const QString &label)
{
    const auto known = std::ranges::find_if(
        kLabels, [&](const LabelTerm &candidate) { return label == QLatin1String(candidate.label); });
    const QString term = known == kLabels.end() ? label : QString::fromLatin1(known->term);
    const auto entries = glossary();
    const auto entry = std::ranges::find_if(
        entries, [&](const GlossaryEntry &candidate) { return term == QLatin1String(candidate.term); });
    return entry == entries.end() ? nullptr : &*entry;
}

}  // namespace

QString withTerm(const QString &help, const QString &label)
{
    const GlossaryEntry *entry = entryOf(label);
    if (entry == nullptr) {
        return help;
    }
    // Only rich text is wrapped in a tooltip.
    QString before = help;
    if (!help.isEmpty() && !Qt::mightBeRichText(help)) {
        before =
            QStringLiteral("<p>%1</p>").arg(help.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")));
    }
    return before + QStringLiteral("<p><b>%1</b>: %2</p>")
                        .arg(QCoreApplication::translate("Glossary", entry->title).toHtmlEscaped(),
                             QCoreApplication::translate("Glossary", entry->sentence).toHtmlEscaped());
}

}  // namespace atlas::widgets
