#pragma once

#include "widgets/data/class_colours.h"
#include "widgets/data/data_toolbar.h"
#include "widgets/data/label_key_filter.h"
#include "widgets/data/sample_painter.h"

#include <QWidget>

class QAbstractItemView;
class QItemSelectionModel;
class QStackedWidget;

namespace atlas::widgets {

class Loupe;
class SampleGallery;
class SampleMap;
class SampleModel;
class SampleTable;
class Thumbnails;

/// Gallery, table, map and loupe over one model and one selection, with the label keys on all of them.
class SampleBrowser final : public QWidget {
    Q_OBJECT

public:
    using View = DataToolbar::View;

    SampleBrowser(SampleModel *model, const ClassColours *colours, QWidget *parent = nullptr);

    void setCacheFolder(const std::filesystem::path &cache);
    void setView(View view);
    View view() const { return m_view; }
    void setEdge(int edge);
    void setNoLabelTitle(const QString &title);  ///< what stands where a sample has no label; empty = "unlabelled"
    LabelKeyFilter *keys() const { return m_keys; }
    SampleMap *map() const { return m_map; }
    SamplePainter *painter() { return &m_painter; }
    const Thumbnails *thumbnails() const { return m_thumbnails; }

    int currentRow() const;
    QList<int> chosenRows() const;  ///< ascending; the current one when nothing is selected
    void setCurrentRow(int row);
    void advance(int rows);  ///< moves the current sample; the choice follows
    void openLoupe();
    bool loupeOpen() const;
    bool closeLoupe();  ///< false when it was not open
    void clearChoice();
    void focusSamples();
    int topRow() const;  ///< the first row in sight, -1 = none

Q_SIGNALS:
    void choiceChanged();
    void scrolled();
    void choiceClicked(int position);  ///< an option's card in the loupe

private:
    QAbstractItemView *shownView() const;  ///< nullptr while the map is shown

    SampleModel *m_model;
    Thumbnails *m_thumbnails;
    SamplePainter m_painter;
    LabelKeyFilter *m_keys;
    QStackedWidget *m_stack;
    SampleGallery *m_gallery;
    SampleTable *m_table;
    Loupe *m_loupe;
    QItemSelectionModel *m_selection;
    SampleMap *m_map;
    View m_view = View::Gallery;
};

}  // namespace atlas::widgets
