#pragma once

#include "core/task.h"

#include <QWidget>

class QComboBox;
class QMenu;
class QPushButton;
class QSlider;
class QToolButton;

namespace atlas::widgets {

/// The top row of the data page: which dataset, how it is shown, the way in (Import) and on (Make a task).
class DataToolbar final : public QWidget {
    Q_OBJECT

public:
    enum class View { Gallery, Table, Map };

    explicit DataToolbar(QWidget *parent = nullptr);

    void setDatasets(const std::vector<Dataset> &datasets, std::int64_t current);
    void setCounts(const std::vector<Dataset> &datasets);  ///< of those that are on offer
    void setView(View view, bool galleryPossible);
    int edge() const;
    void setWritable(bool writable);
    void setQuality(int serious, int all);  ///< findings: errors and warnings; all
    void setQualityShown(bool shown);
    QMenu *menu() const { return m_menu; }  ///< of what is rarely done with a whole dataset

Q_SIGNALS:
    void datasetChosen(std::int64_t id);
    void importFolderWanted();
    void importFileWanted();
    void viewChosen(atlas::widgets::DataToolbar::View view);
    void edgeChanged(int edge);
    void qualityToggled(bool shown);
    void taskWanted();

private:
    QWidget *makeViewSwitch();

    QComboBox *m_datasets;
    QPushButton *m_import;
    QToolButton *m_gallery;
    QToolButton *m_table;
    QToolButton *m_map;
    QSlider *m_size;
    QToolButton *m_more;
    QMenu *m_menu;
    QToolButton *m_quality;
    QPushButton *m_task;
};

}  // namespace atlas::widgets
