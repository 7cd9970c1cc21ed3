#pragma once

#include "core/task.h"
#include "storage/judgements.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace atlas::widgets {

class EmptyState;
class Session;

/// How much people agree on a dataset: each two of them, all together, and what is taken for what.
class AgreementSheet final : public QWidget {
    Q_OBJECT

public:
    AgreementSheet(Session *session, const Dataset &dataset, QWidget *parent = nullptr);

Q_SIGNALS:
    void samplesWanted(const std::vector<std::int64_t> &samples);  ///< those that people disagree on
    void opinionWanted();
    void read();  ///< what is shown is there

private:
    struct Told {
        storage::DatasetJudgements judgements;
        Agreement agreement;
    };
    QWidget *makeFigures();
    void readJudgements(Session *session);
    void show(const Told &told);
    void showPairs(const Told &told);
    void showConfusions(const Told &told);

    Dataset m_dataset;
    QStackedWidget *m_stack;
    EmptyState *m_none;
    QLabel *m_alpha;
    QLabel *m_explained;
    QTableWidget *m_pairs;
    QLabel *m_confusionTitle;
    QTableWidget *m_confusions;
    QPushButton *m_show;
    std::vector<std::int64_t> m_disagreed;
};

}  // namespace atlas::widgets
