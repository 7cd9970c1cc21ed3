#include <qcustomplot.h>

#include "core/error.h"
#include "widgets/charts/chart_export.h"
#include "widgets/charts/chart_view.h"
#include "widgets/charts/format.h"
#include "widgets/charts/number_ticker.h"
#include "widgets/frame/banner.h"
#include "widgets/frame/glossary.h"
#include "widgets/frame/theme.h"
#include "widgets/jobs.h"
#include "widgets/sentence_words.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QScopeGuard>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas::widgets {

namespace {

constexpr QSize kSmallestPlot{80, 60};
constexpr int kRoomForPlot = 150;  ///< pixels that a subtitle leaves to the picture, or gives way

/// "Accuracy on parts fell ..." -> a name a file can have.
QString fileNameOf(const QString &title)
{
    QString name;
    for (const QChar c : title) {
        name += c.isLetterOrNumber() ? c : QLatin1Char(' ');
    }
    return name.simplified().left(60);
}

QTableView *makeTable(QAbstractItemModel *model, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setObjectName(QStringLiteral("chartTable"));
    table->setModel(model);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setAlternatingRowColors(true);
    table->setFrameShape(QFrame::NoFrame);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(theme::kRowHeight);
    return table;
}

}  // namespace

ChartView::ChartView(QWidget *parent)
    : QFrame(parent), m_plot(new QCustomPlot(this)), m_title(theme::groupTitle({}, this)),
      m_subtitle(theme::caption({}, this)), m_note(theme::caption({}, this)), m_tableButton(new QToolButton(this)),
      m_menuButton(new QToolButton(this)), m_stack(new QStackedWidget(this)), m_model(new ChartTableModel(this)),
      m_problem(new Banner(this))
{
    theme::makeCard(this);
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setObjectName(QStringLiteral("chartTitle"));
    m_subtitle->setObjectName(QStringLiteral("chartSubtitle"));
    m_note->setObjectName(QStringLiteral("chartNote"));
    m_note->setWordWrap(false);
    m_note->hide();
    m_problem->hide();
    m_plot->setObjectName(QStringLiteral("chartPlot"));
    m_plot->setFocusPolicy(Qt::StrongFocus);
    m_plot->setMinimumSize(kSmallestPlot);  // it cannot paint into nothing, as in a tab that was never shown
    m_plot->setPlottingHint(QCP::phFastPolylines);
    m_plot->setNoAntialiasingOnDrag(true);
    m_plot->setContextMenuPolicy(Qt::NoContextMenu);
    m_plot->installEventFilter(this);
    for (QCPAxis *axis : m_plot->axisRect()->axes()) {
        axis->setTicker(QSharedPointer<NumberTicker>::create());
    }
    m_table = makeTable(m_model, this);
    m_table->setAccessibleName(tr("Numbers of the chart"));

    theme::makeIconButton(m_tableButton, QStringLiteral("table"), tr("Show the numbers as a table"));
    m_tableButton->setObjectName(QStringLiteral("chartTableButton"));
    m_tableButton->setCheckable(true);
    connect(m_tableButton, &QToolButton::toggled, this, &ChartView::showTable);
    theme::makeIconButton(m_menuButton, QStringLiteral("overflow-menu"), tr("Copy or save the chart"));
    m_menuButton->setObjectName(QStringLiteral("chartMenuButton"));
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    addActions();

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    auto *line = new QWidget(this);  // a layout of hidden labels alone would take the title's width from it
    auto *below = new QHBoxLayout(line);
    below->setContentsMargins(0, 0, 0, 0);
    below->addWidget(m_subtitle, 1);
    below->addWidget(m_note);
    words->addWidget(line);
    auto *header = new QHBoxLayout;
    header->setSpacing(0);
    header->addLayout(words, 1);
    header->addWidget(m_tableButton, 0, Qt::AlignTop);
    header->addWidget(m_menuButton, 0, Qt::AlignTop);
    m_stack->addWidget(m_plot);
    m_stack->addWidget(m_table);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kMargin, 12, theme::kGap, theme::kGap);
    layout->setSpacing(4);
    layout->addLayout(header);
    layout->addWidget(m_problem);
    layout->addWidget(m_stack, 1);
}

ChartView::~ChartView() = default;

void ChartView::addActions()
{
    auto *menu = new QMenu(m_menuButton);
    const auto add = [this, menu](const QString &text, const QString &icon, auto work) {
        QAction *action = menu->addAction(theme::icon(icon), text);
        connect(action, &QAction::triggered, this, work);
        addAction(action);
        return action;
    };
    add(tr("Copy the picture"), QStringLiteral("edit-copy"), [this] {
        copyPicture();
    })->setObjectName(QStringLiteral("copyPicture"));
    add(tr("Copy the data"), QStringLiteral("edit-copy"), [this] {
        copyData();
    })->setObjectName(QStringLiteral("copyData"));
    add(tr("Save as PNG, PDF or CSV…"), QStringLiteral("document-save-as"), [this] {
        chooseFile();
    })->setObjectName(QStringLiteral("saveChart"));
    menu->addSeparator();
    add(tr("Show the numbers as a table"), QStringLiteral("table"), [this] { showTable(!tableShown()); });
    add(tr("Show everything"), QStringLiteral("zoom-fit-best"), [this] { resetView(); });
    m_menuButton->setMenu(menu);
}

void ChartView::setTitle(const QString &sentence)
{
    m_title->setText(sentence);
    makeRoom();
    setAccessibleName(sentence);
    m_plot->setAccessibleName(sentence);
}

QString ChartView::title() const
{
    return m_title->text();
}

void ChartView::setSubtitle(const QString &text)
{
    m_subtitle->setText(text);
    showTips();
    makeRoom();
}

void ChartView::setTerm(const QString &label)
{
    m_term = label;
    showTips();
}

/// The title tells what a low chart leaves out.
void ChartView::showTips()
{
    m_title->setToolTip(withTerm(m_subtitle->text(), m_term));
    m_subtitle->setToolTip(withTerm({}, m_term));
}

QMenu &ChartView::menu() const
{
    return *m_menuButton->menu();
}

QString ChartView::subtitle() const
{
    return m_subtitle->text();
}

void ChartView::setCompact(bool compact)
{
    QFont font = theme::groupFont();
    if (compact) {
        font.setPointSizeF(theme::bodyFont().pointSizeF());
        font.setBold(true);
    }
    m_title->setFont(font);
}

void ChartView::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

bool ChartView::tableShown() const
{
    return m_stack->currentWidget() == m_table;
}

void ChartView::showTable(bool shown)
{
    m_stack->setCurrentWidget(shown ? static_cast<QWidget *>(m_table) : m_plot);
    m_tableButton->setChecked(shown);
    refresh();
    if (shown) {
        m_table->resizeColumnsToContents();
    }
}

void ChartView::refresh()
{
    const QString words = summary();
    setAccessibleDescription(words);
    m_plot->setAccessibleDescription(words);
    if (tableShown()) {
        m_model->setTable(table());
    }
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void ChartView::setLook(const PlotLook &look)
{
    applyLook(*m_plot, look);
    restyle(look);
    refresh();
}

template <typename Work>
auto ChartView::onPaper(Work work)
{
    setLook(paperLook());
    const auto back = qScopeGuard([this] { setLook(screenLook()); });
    return work();
}

QImage ChartView::picture()
{
    return onPaper([this] { return chartPicture(*m_plot, {title(), subtitle()}); });
}

QPicture ChartView::vectors(QSize size)
{
    const QSize before = m_plot->size();
    m_plot->resize(size);
    const auto back = qScopeGuard([this, before] { m_plot->resize(before); });
    return onPaper([this, size] { return chartVectors(*m_plot, size); });
}

void ChartView::copyPicture()
{
    QGuiApplication::clipboard()->setImage(picture());
}

void ChartView::copyData()
{
    const ChartTable numbers = table();
    if (numbers.more != nullptr) {
        m_problem->setContent({.role = theme::Role::Caution,
                               .text = tr("The chart stands on %1 rows, more than can be copied. Nothing was copied.")
                                           .arg(format::count(numbers.more->count())),
                               .action = tr("Save as CSV…"),
                               .onAction = [this] { chooseFile(); }});
        return;
    }
    QGuiApplication::clipboard()->setText(toClipboardText(numbers));
}

void ChartView::save(const QString &file)
{
    const ChartTable numbers = table();
    if (numbers.more != nullptr && QFileInfo(file).suffix().compare(QLatin1String("csv"), Qt::CaseInsensitive) == 0) {
        numbers.more->start(saveRows(numbers, file));
        return;
    }
    onPaper([&] { saveChart(*m_plot, {title(), subtitle()}, numbers, file); });
}

void ChartView::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Save the chart"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(
        {tr("Picture (*.png)"), tr("Vector picture for documents (*.pdf)"), tr("All numbers (*.csv)")});
    dialog->setDefaultSuffix(QStringLiteral("png"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.section(QStringLiteral("*."), 1).left(3));
    });
    dialog->selectFile(fileNameOf(title()));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        try {
            save(file);
            m_problem->hide();
        } catch (const Error &error) {
            m_problem->setContent({.role = theme::Role::Bad, .text = inWords(error), .action = {}});
        }
    });
    dialog->open();
}

void ChartView::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (m_styled && (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)) {
        setLook(screenLook());
    }
}

void ChartView::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    if (!m_styled) {
        m_styled = true;
        setLook(screenLook());
    }
}

void ChartView::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    makeRoom();
}

/// In a low chart the picture comes first; the subtitle is then the title's tooltip alone.
void ChartView::makeRoom()
{
    const QMargins margins = layout()->contentsMargins();
    const int beside = margins.left() + margins.right() + m_tableButton->width() + m_menuButton->width();
    const int words = std::max(1, width() - beside);
    const int taken = margins.top() + margins.bottom() + m_title->heightForWidth(words) +
                      m_subtitle->heightForWidth(words) + 2 * layout()->spacing();
    m_subtitle->setVisible(height() - taken >= kRoomForPlot);
}

void ChartView::contextMenuEvent(QContextMenuEvent *event)
{
    m_menuButton->menu()->popup(event->globalPos());
}

bool ChartView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_plot && event->type() == QEvent::ContextMenu) {
        contextMenuEvent(static_cast<QContextMenuEvent *>(event));
        return true;
    }
    if (watched == m_plot && event->type() == QEvent::MouseButtonDblClick) {
        resetView();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

}  // namespace atlas::widgets
