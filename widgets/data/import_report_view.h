#pragma once

#include "storage/records.h"

#include <QWidget>

class QLabel;
class QTableWidget;

namespace atlas::widgets {

class ClassBars;
class FactList;
class ProblemList;

/// A dry run's report: left what was found, right the first rows as they will be, below the problems by kind.
class ImportReportView final : public QWidget {
    Q_OBJECT

public:
    explicit ImportReportView(QWidget *parent = nullptr);

    /// `kind`: the chosen kind, or empty when it was found out.
    void show(const storage::ImportReport &report, const QString &kind);

private:
    void showPreview(const std::vector<Sample> &samples);

    FactList *m_facts;
    ClassBars *m_classes;
    QTableWidget *m_preview;
    QLabel *m_problemTitle;
    ProblemList *m_problems;
};

}  // namespace atlas::widgets
