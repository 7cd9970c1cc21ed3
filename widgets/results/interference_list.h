#pragma once

#include "core/interference.h"
#include "core/run_results.h"

#include <QFrame>

class QLabel;
class QListWidget;
class QPushButton;

namespace atlas::widgets {

/// Which step of the sequence cost which older task, as far as chance does not explain it: the greatest loss first.
/// A row leads to its cell.
class InterferenceList final : public QFrame {
    Q_OBJECT

public:
    explicit InterferenceList(QWidget *parent = nullptr);

    void setFound(const RunResults &results, const std::vector<Interference> &found);
    int losses() const { return m_losses; }  ///< steps that made an older task worse

Q_SIGNALS:
    void chosen(int step, int task);
    void samplesWanted(int step, int task);

private:
    std::vector<Interference> m_found;
    QLabel *m_title;
    QListWidget *m_list;
    QPushButton *m_samples;
    int m_losses = 0;
};

}  // namespace atlas::widgets
