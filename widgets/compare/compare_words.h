#pragma once

#include "core/comparison.h"

#include <QString>

namespace atlas::widgets {

/// How a figure differs from the baseline's, short: "+1.2 ▲", "−0.4 MB ▲". ▲ is better, ▼ worse, whatever the sign.
QString deltaText(MeasureUnit unit, Better better, double difference);
/// The same as a sentence: "Better than the baseline by 1.2 points."
QString deltaSentence(MeasureUnit unit, Better better, double difference);
/// 1 = better, -1 = worse, 0 = neither, or too little to be seen.
int deltaSign(MeasureUnit unit, Better better, double difference);

/// "83.4 % ± 0.8 (n = 3)"
QString spreadText(MeasureUnit unit, double mean, std::optional<double> sd, qint64 n);

/// What a paired difference says, as one or two sentences.
QString differenceSentence(const PairedDifference &difference);
/// The same, with what the seeds say.
QString differenceSentence(const GroupDifference &difference);
/// For a cell of a table of points: "+1.2 (0.4 to 2.0)", with "could be chance" where it could.
QString differenceCell(const PairedDifference &difference);

}  // namespace atlas::widgets
