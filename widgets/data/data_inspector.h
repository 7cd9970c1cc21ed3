#pragma once

#include "core/task.h"
#include "storage/opinions.h"
#include "storage/quality/insight_store.h"
#include "storage/records.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QVBoxLayout;

namespace atlas::widgets {

class ClassColours;
class FactList;
class KeyButton;
class LabelButtons;
class NearestSamples;
class OpinionChoice;
class SampleView;

/// The chosen sample: picture, label buttons, review, note, facts, history. With several chosen it says how many and
/// its buttons work on all of them.
class DataInspector final : public QWidget {
    Q_OBJECT

public:
    explicit DataInspector(const ClassColours *colours, QWidget *parent = nullptr);

    void setDataset(const Dataset &dataset, const std::vector<storage::LabelClass> &classes, bool writable);
    void show(const Sample *sample, int chosen);
    void showHistory(std::int64_t sample, const std::vector<storage::SampleEvent> &events);
    /// The suggestion for the sample, where there is one that it does not carry already.
    void showInsight(std::int64_t sample, const std::optional<storage::StoredInsight> &insight);
    void addNearest(NearestSamples *nearest);  ///< takes it in
    void showNearest(std::int64_t sample, std::vector<Sample> nearest);
    /// What several people said of the sample.
    void showOpinions(std::int64_t sample, const std::vector<storage::Opinion> &opinions);
    OpinionChoice *opinions() const { return m_opinions; }
    /// Hides all that could tell what others said of a sample.
    void setBlind(bool blind);
    void editNote();

Q_SIGNALS:
    void labelChosen(const std::string &name);
    void newClassWanted(const QString &name);
    void manageClassesWanted();
    void reviewChosen(ReviewState state);
    void suggestionTaken();
    void unlabelWanted();
    void noteChanged(std::int64_t sample, const std::string &note);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeReviewRow();
    void showFacts(const Sample &sample);
    void clearSuggestion();
    void commitNote();

    Dataset m_dataset;
    std::int64_t m_sample = 0;
    std::vector<Label> m_carried;
    std::string m_noteBefore;
    ReviewState m_review = ReviewState::Unlabelled;
    bool m_writable = false;
    bool m_blind = false;
    SampleView *m_view;
    QLabel *m_nothing;
    QLabel *m_title;
    QVBoxLayout *m_suggestionPlace;
    KeyButton *m_suggestion = nullptr;
    QLabel *m_suggestionSource = nullptr;
    NearestSamples *m_nearest = nullptr;
    OpinionChoice *m_opinions;
    LabelButtons *m_labels;
    QWidget *m_reviewRow;
    QPlainTextEdit *m_note;
    FactList *m_facts;
    QLabel *m_historyTitle;
    QLabel *m_history;
};

}  // namespace atlas::widgets
