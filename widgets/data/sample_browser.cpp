#include "widgets/data/sample_browser.h"

#include "widgets/data/loupe.h"
#include "widgets/data/sample_gallery.h"
#include "widgets/data/sample_map.h"
#include "widgets/data/sample_model.h"
#include "widgets/data/sample_table.h"
#include "widgets/data/thumbnails.h"
#include "widgets/frame/theme.h"

#include <QItemSelectionModel>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas::widgets {

SampleBrowser::SampleBrowser(SampleModel *model, const ClassColours *colours, QWidget *parent)
    : QWidget(parent), m_model(model), m_thumbnails(new Thumbnails(this)), m_painter(m_thumbnails, colours),
      m_keys(new LabelKeyFilter(this)), m_stack(new QStackedWidget(this)),
      m_gallery(new SampleGallery(model, &m_painter, m_stack)), m_table(new SampleTable(model, &m_painter, m_stack)),
      m_loupe(new Loupe(model, &m_painter, m_stack)), m_selection(new QItemSelectionModel(model, this)),
      m_map(new SampleMap(model, colours, &m_painter, m_thumbnails, m_selection, m_stack))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    for (QAbstractItemView *view :
         {static_cast<QAbstractItemView *>(m_gallery), static_cast<QAbstractItemView *>(m_table)}) {
        QItemSelectionModel *own = view->selectionModel();
        view->setSelectionModel(m_selection);
        own->deleteLater();
        m_stack->addWidget(view);
        view->installEventFilter(m_keys);
        connect(view, &QAbstractItemView::doubleClicked, this, &SampleBrowser::openLoupe);
        connect(view->verticalScrollBar(), &QScrollBar::valueChanged, this, &SampleBrowser::scrolled);
        connect(m_thumbnails, &Thumbnails::changed, view->viewport(), qOverload<>(&QWidget::update));
    }
    m_stack->addWidget(m_map);
    m_map->cloud()->area()->installEventFilter(m_keys);
    m_stack->addWidget(m_loupe);
    m_loupe->installEventFilter(m_keys);
    connect(m_keys, &LabelKeyFilter::loupeKey, this, &SampleBrowser::openLoupe);
    connect(m_keys, &LabelKeyFilter::moveKey, this, &SampleBrowser::advance);
    connect(m_loupe, &Loupe::closed, this, &SampleBrowser::closeLoupe);
    connect(m_loupe, &Loupe::moveWanted, this, &SampleBrowser::advance);
    connect(m_loupe, &Loupe::choiceClicked, this, &SampleBrowser::choiceClicked);
    connect(m_selection, &QItemSelectionModel::selectionChanged, this, &SampleBrowser::choiceChanged);
    connect(m_selection, &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (loupeOpen()) {
            m_loupe->showRow(current.row());
        }
        Q_EMIT choiceChanged();
    });
    setFocusProxy(m_gallery);
}

void SampleBrowser::setCacheFolder(const std::filesystem::path &cache)
{
    m_thumbnails->setCacheFolder(cache);
}

QAbstractItemView *SampleBrowser::shownView() const
{
    switch (m_view) {
    case View::Gallery: return m_gallery;
    case View::Table: return m_table;
    case View::Map: break;
    }
    return nullptr;
}

int SampleBrowser::topRow() const
{
    const QPoint inside(theme::kMargin, theme::kMargin);
    return shownView() ? shownView()->indexAt(inside).row() : -1;
}

void SampleBrowser::setView(View view)
{
    m_view = view;
    QAbstractItemView *shown = shownView();
    QWidget *widget = shown ? static_cast<QWidget *>(shown) : m_map;
    setFocusProxy(widget);
    m_stack->setCurrentWidget(widget);
    if (shown && m_selection->currentIndex().isValid()) {
        shown->scrollTo(m_selection->currentIndex(), QAbstractItemView::PositionAtCenter);
    }
}

void SampleBrowser::setEdge(int edge)
{
    m_gallery->setEdge(edge);
}

void SampleBrowser::setNoLabelTitle(const QString &title)
{
    m_painter.setNoLabelTitle(title);
    m_gallery->viewport()->update();
    m_table->viewport()->update();
    m_loupe->update();
}

int SampleBrowser::currentRow() const
{
    return m_selection->currentIndex().row();
}

QList<int> SampleBrowser::chosenRows() const
{
    QList<int> rows;
    for (const QItemSelectionRange &range : m_selection->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            rows << row;
        }
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    if (rows.isEmpty() && currentRow() >= 0) {
        rows << currentRow();
    }
    return rows;
}

void SampleBrowser::setCurrentRow(int row)
{
    if (row < 0 || row >= m_model->rowCount()) {
        return;
    }
    const QModelIndex index = m_model->index(row, 0);
    m_selection->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (shownView()) {
        shownView()->scrollTo(index);
    }
}

void SampleBrowser::advance(int rows)
{
    setCurrentRow(std::clamp(currentRow() + rows, 0, m_model->rowCount() - 1));
}

void SampleBrowser::openLoupe()
{
    if (currentRow() < 0) {
        setCurrentRow(0);
    }
    if (currentRow() >= 0) {
        m_loupe->showRow(currentRow());
        m_stack->setCurrentWidget(m_loupe);
        m_loupe->setFocus();
    }
}

bool SampleBrowser::loupeOpen() const
{
    return m_stack->currentWidget() == m_loupe;
}

bool SampleBrowser::closeLoupe()
{
    if (!loupeOpen()) {
        return false;
    }
    setView(m_view);
    focusSamples();
    return true;
}

void SampleBrowser::clearChoice()
{
    m_selection->clearSelection();
}

void SampleBrowser::focusSamples()
{
    m_stack->currentWidget()->setFocus();
}

}  // namespace atlas::widgets
