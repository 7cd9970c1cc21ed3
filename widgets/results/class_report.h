#pragma once

#include "core/run_record.h"
#include "core/task.h"

#include <QString>

#include <vector>

namespace atlas::widgets {

/// How one class fared in one evaluation.
struct ClassRow {
    QString name;
    qint64 n = 0;         ///< test samples of the class
    qint64 right = 0;     ///< of them answered with it
    qint64 answered = 0;  ///< samples answered with it, right or wrong

    double recall() const { return n > 0 ? double(right) / double(n) : 0; }
    double precision() const { return answered > 0 ? double(right) / double(answered) : 0; }
};

/// One evaluation by class, from its predictions.
struct ClassReport {
    std::vector<ClassRow> rows;                  ///< in the order of the task's classes
    std::vector<std::vector<qint64>> confusion;  ///< [expected][predicted]
    qint64 n = 0;
};

ClassReport classReport(const Task &task, const std::vector<Prediction> &predictions);

/// The two classes most often taken for each other, as a sentence.
QString confusionSentence(const ClassReport &report);

}  // namespace atlas::widgets
