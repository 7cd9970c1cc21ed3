#pragma once

#include "core/run_results.h"
#include "widgets/data/class_colours.h"
#include "widgets/data/sample_painter.h"

#include <QPointer>
#include <QVariant>
#include <QWidget>

class QComboBox;
class QLabel;
class QListView;
class QPushButton;

namespace atlas::widgets {

class CellSamplesModel;
class Session;
class Thumbnails;

/// The test samples behind one cell of the matrix: which are right and wrong, and which have changed since their task
/// was learned, those that were lost first. Enter or a double click opens one in the Data page.
class CellSamples final : public QWidget {
    Q_OBJECT

public:
    explicit CellSamples(QWidget *parent = nullptr);

    /// Shows the cell; a cell that is shown already is read again without losing its place.
    void setCell(Session *session, const RunResults &results, int afterTask, int evalTask);
    void clear();
    void setFilter(int filter);  ///< place of the combo box
    QString sentence() const;    ///< what became of the samples, in words
    CellSamplesModel *model() const { return m_model; }

Q_SIGNALS:
    void openPage(const QString &id, const QVariant &argument);

private:
    struct Answers;
    void read();
    void showAnswers(Answers answers);
    void fillFilter();
    void openRow(int row);
    void openAll();
    void open(const std::vector<std::int64_t> &samples);

    QPointer<Session> m_session;
    RunResults m_results;
    int m_after = -1;
    int m_eval = -1;
    int m_ticket = 0;
    Thumbnails *m_thumbnails;
    ClassColours m_colours;
    SamplePainter m_painter;
    CellSamplesModel *m_model;
    QLabel *m_sentence;
    QComboBox *m_filter;
    QListView *m_list;
    QPushButton *m_open;
};

}  // namespace atlas::widgets
