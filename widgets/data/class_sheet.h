#pragma once

#include "core/task.h"
#include "storage/records.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;
class QToolButton;
class QVBoxLayout;

namespace atlas::widgets {

class ClassColours;
class ClassModel;
class Labeller;

/// The classes of a dataset: rename, choose keys, order, merge, delete; spellings of one class to be merged at a click.
/// Every action is one undoable step.
class ClassSheet final : public QWidget {
    Q_OBJECT

public:
    ClassSheet(Labeller *labeller, const ClassColours *colours, QWidget *parent = nullptr);

    /// To be called again whenever the classes change.
    void setClasses(const Dataset &dataset, const std::vector<storage::LabelClass> &classes);

private:
    void makeButtons(QVBoxLayout *layout);
    void updateButtons();
    void showVariants();
    void merge(const std::vector<std::int64_t> &ids);
    void remove();
    void move(int rows);
    std::vector<std::int64_t> chosen() const;
    const storage::LabelClass &largest(const std::vector<std::int64_t> &ids) const;

    Labeller *m_labeller;
    ClassModel *m_model;
    QTableView *m_table;
    QWidget *m_variants;
    QToolButton *m_up;
    QToolButton *m_down;
    QPushButton *m_merge;
    QPushButton *m_delete;
    QLabel *m_hint;
};

}  // namespace atlas::widgets
