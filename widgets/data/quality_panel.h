#pragma once

#include "storage/quality/quality_fix.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QMenu;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace atlas::widgets {

/// What the checks found: kinds of findings with their counts, one finding at a time with what can be done about it.
/// The first fix has the key Enter, the second Shift+Enter.
class QualityPanel final : public QWidget {
    Q_OBJECT

public:
    explicit QualityPanel(QWidget *parent = nullptr);

    /// Keeps the check that is shown and the place in it.
    void setFindings(std::vector<storage::CheckFindings> findings);
    void setWritable(bool writable);
    /// Until the checks have told what they found; `postponed` samples = so many are checked only when it is asked for.
    void setUnchecked(qint64 postponed = 0);
    /// What was found out by a look at the data, or that nothing was; `possible` = it can be asked for here.
    void setInsight(const QString &words, bool possible);
    /// What else can suggest labels: title and tooltip of each entry of the menu beside the button.
    void setSuggesters(const QList<QPair<QString, QString>> &suggesters);

    const storage::QualityCheck *check() const;
    const storage::Finding *finding() const;
    void fix(std::size_t index);  ///< asks for it, as its button does
    void go(int findings);        ///< to the next one, or back
    void leave();                 ///< nothing is chosen any more
    /// These samples were dealt with: they leave the finding, and an empty one goes. Until the checks have run again.
    void settle(const std::vector<std::int64_t> &samples);
    void settleFinding();

Q_SIGNALS:
    void shown();  ///< another finding, or none
    void fixWanted(const QString &fix, const std::vector<storage::Finding> &findings, bool all);
    void insightWanted();
    void checksWanted();
    void suggestionsWanted(int suggester);  ///< place in the list

private:
    void makeFindingBox(QVBoxLayout *layout);
    void fillList();
    void showFinding();
    void makeFixes();
    storage::CheckFindings *current();

    std::vector<storage::CheckFindings> m_findings;
    std::string m_check;  ///< name of the one that is shown
    std::size_t m_place = 0;
    bool m_writable = false;
    QListWidget *m_list;
    QLabel *m_none;
    QPushButton *m_checkNow;
    QWidget *m_box;
    QLabel *m_sentence;
    QLabel *m_help;
    QLabel *m_where;
    QToolButton *m_previous;
    QToolButton *m_next;
    QVBoxLayout *m_fixes;
    QLabel *m_insight;
    QPushButton *m_look;
    QToolButton *m_others;
    QMenu *m_suggesters;
};

}  // namespace atlas::widgets
