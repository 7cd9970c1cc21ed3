#pragma once

#include "storage/quality/quality_check.h"
#include "storage/quality/sample_places.h"
#include "widgets/data/map_colours.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QItemSelectionModel;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace atlas::widgets {

class EmptyState;
class MapLegend;
class MapTip;
class SampleModel;
class SamplePainter;
class Session;
class Thumbnails;

/// The samples of a dataset as a map: what the backbone finds alike lies close together. A line drawn around samples
/// chooses them for all that can be done with chosen samples. Shares its choice with gallery and table; samples that
/// the filter hides are drawn faint and cannot be chosen.
/// Threads: GUI thread; the places are read on the session's.
class SampleMap final : public QWidget {
    Q_OBJECT

public:
    SampleMap(SampleModel *model, const ClassColours *colours, SamplePainter *painter, Thumbnails *thumbnails,
              QItemSelectionModel *selection, QWidget *parent = nullptr);

    void setSource(Session *session, const Dataset &dataset);
    void setFindings(const std::vector<storage::CheckFindings> &findings);
    /// A look can be asked for here.
    void setLookPossible(bool possible);
    void colourBy(MapColour colour);
    void recolour();  ///< the classes or their colours have changed

    PointCloud *cloud() const { return m_cloud; }
    const storage::SamplePlaces &places() const { return m_places; }

Q_SIGNALS:
    void lookWanted();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeBar();
    void readSoon();
    void read();
    void take(storage::SamplePlaces places);
    void showState();
    void rebuild();  ///< groups and points
    void showChoice();
    void choose(std::vector<int> points, Qt::KeyboardModifiers modifiers);
    void apply(const std::vector<int> &rows);
    void step(int point, bool extend);
    void describe();
    void tell(int point);
    ChartTable table() const;
    QString lookDuration() const;

    SampleModel *m_model;
    const ClassColours *m_colours;
    QItemSelectionModel *m_selection;
    QPointer<Session> m_session;
    Dataset m_dataset;
    int m_generation = 0;
    bool m_read = false;  ///< the places of the dataset are here
    bool m_stale = false;
    bool m_lookPossible = false;
    QTimer m_soon;
    QTimer m_tellSoon;
    std::int64_t m_told = 0;  ///< the sample under the mouse that is told of; 0 = none
    storage::SamplePlaces m_places;
    std::vector<storage::CheckFindings> m_findings;
    std::vector<int> m_rows;                          ///< of each place; -1 = the filter hides it
    std::unordered_map<std::int64_t, int> m_placeOf;  ///< by sample
    QComboBox *m_by;
    QLabel *m_missing;
    QPushButton *m_lookAgain;
    MapLegend *m_legend;
    QStackedWidget *m_stack;
    QWidget *m_content;
    PointCloud *m_cloud;
    EmptyState *m_empty;
    MapTip *m_tip;
};

}  // namespace atlas::widgets
