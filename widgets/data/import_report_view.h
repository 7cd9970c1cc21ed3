#pragma once

#include "storage/records.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QStackedWidget;
class QTableWidget;

namespace atlas::widgets {

class ClassBars;
class ColumnMap;
class EncodingQuestion;
class FactList;
class ProblemList;

/// A dry run's report: left what was found, right the first rows as they will be, below the problems by kind. Of a
/// table also how it is read, in place of the rows, and above them the question how its letters are meant.
class ImportReportView final : public QWidget {
    Q_OBJECT

public:
    explicit ImportReportView(QWidget *parent = nullptr);

    /// `kind`: the chosen kind, or empty when it was found out.
    void show(const storage::ImportReport &report, const QString &kind);
    /// What the next report is of: a table, whose columns can be chosen, or not.
    void setTable(bool isTable);
    void showColumns(bool columns);

    ColumnMap *columns() const { return m_columns; }
    EncodingQuestion *question() const { return m_question; }

private:
    QWidget *makeFound();
    QWidget *makePreview();
    QWidget *makeSwitch();
    void showPreview(const std::vector<Sample> &samples);

    FactList *m_facts;
    ClassBars *m_classes;
    QLabel *m_noClasses;
    EncodingQuestion *m_question;
    QLabel *m_previewTitle;
    QWidget *m_switch = nullptr;
    QButtonGroup *m_views;
    QStackedWidget *m_stack;
    QTableWidget *m_preview;
    ColumnMap *m_columns;
    bool m_isTable = false;
    QLabel *m_problemTitle;
    ProblemList *m_problems;
};

}  // namespace atlas::widgets
