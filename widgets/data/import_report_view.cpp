#include "widgets/data/import_report_view.h"

#include "storage/importer.h"
#include "widgets/charts/format.h"
#include "widgets/data/class_bars.h"
#include "widgets/data/column_map.h"
#include "widgets/data/encoding_question.h"
#include "widgets/data/problem_list.h"
#include "widgets/data/sample_columns.h"
#include "widgets/frame/inspector.h"
#include "widgets/frame/theme.h"

#include <QButtonGroup>
#include <QCoreApplication>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas::widgets {

namespace {

constexpr int kMostRows = 12;
constexpr int kMostClasses = 12;

QString formatTitle(const std::string &name)
{
    for (const storage::Importer &importer : storage::importers()) {
        if (importer.name == name) {
            return QCoreApplication::translate("Importer", importer.title.c_str());
        }
    }
    return QString::fromStdString(name);
}

QString fileName(const std::optional<AssetRef> &asset)
{
    return asset ? QString::fromStdString(asset->path.filename().string()) : QString();
}

/// What a row of the preview may show; only columns that some row fills are shown.
struct PreviewColumn {
    QString title;
    QString (*text)(const Sample &sample);
};

QList<PreviewColumn> previewColumns()
{
    return {
        {ImportReportView::tr("Picture"), [](const Sample &s) { return fileName(s.image); }},
        {ImportReportView::tr("Second picture"), [](const Sample &s) { return fileName(s.image2); }},
        {ImportReportView::tr("Question"), [](const Sample &s) { return QString::fromStdString(s.question); }},
        {ImportReportView::tr("Text"), [](const Sample &s) { return QString::fromStdString(s.text); }},
        {ImportReportView::tr("Second text"), [](const Sample &s) { return QString::fromStdString(s.text2); }},
        {ImportReportView::tr("Options"),
         [](const Sample &s) {
             QStringList options;
             for (const std::string &choice : s.choices) {
                 options << QString::fromStdString(choice);
             }
             return options.join(QStringLiteral(" | "));
         }},
        {ImportReportView::tr("Label"),
         [](const Sample &s) {
             QStringList labels;
             for (const Label &label : s.labels) {
                 labels << QString::fromStdString(label.name);
             }
             return labels.join(QStringLiteral(", "));
         }},
        {ImportReportView::tr("Part"),
         [](const Sample &s) { return s.split == Split::Unassigned ? QString() : splitTitle(s.split); }},
    };
}

}  // namespace

ImportReportView::ImportReportView(QWidget *parent)
    : QWidget(parent), m_facts(new FactList(this)), m_classes(new ClassBars(kMostClasses, this)),
      m_noClasses(theme::caption(tr("No labels yet: give them on the page after the import."), this)),
      m_question(new EncodingQuestion(this)), m_previewTitle(theme::groupTitle(tr("First rows as they will be"), this)),
      m_views(new QButtonGroup(this)), m_stack(new QStackedWidget(this)), m_preview(new QTableWidget(this)),
      m_columns(new ColumnMap(this)), m_problemTitle(theme::groupTitle({}, this)), m_problems(new ProblemList(this))
{
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(theme::kGroupGap);
    layout->setVerticalSpacing(theme::kGap);
    m_switch = makeSwitch();
    m_stack->addWidget(makePreview());
    m_stack->addWidget(m_columns);
    m_question->hide();
    auto *heads = new QHBoxLayout;
    heads->addWidget(m_previewTitle);
    heads->addWidget(m_switch);
    heads->addStretch(1);
    auto *right = new QVBoxLayout;
    right->setSpacing(theme::kGap);
    right->addWidget(m_question);
    right->addWidget(m_stack, 1);
    layout->addWidget(theme::groupTitle(tr("Found"), this), 0, 0);
    layout->addWidget(makeFound(), 1, 0);
    layout->addLayout(heads, 0, 1);
    layout->addLayout(right, 1, 1);
    layout->addWidget(m_problemTitle, 2, 0, 1, 2);
    layout->addWidget(m_problems, 3, 0, 1, 2);
    m_problems->setMinimumHeight(96);
    layout->setColumnMinimumWidth(0, 208);
    layout->setColumnStretch(0, 2);
    layout->setColumnStretch(1, 5);
    layout->setRowStretch(1, 3);
    layout->setRowStretch(3, 1);
    setTable(false);
}

QWidget *ImportReportView::makeFound()
{
    m_noClasses->setObjectName(QStringLiteral("importNoClasses"));
    auto *left = new QWidget;
    auto *down = new QVBoxLayout(left);
    down->setContentsMargins(0, 0, theme::kGap, 0);
    down->setSpacing(theme::kGap);
    down->addWidget(m_facts);
    down->addSpacing(theme::kGap);
    down->addWidget(theme::groupTitle(tr("Classes"), left));
    down->addWidget(m_classes);
    down->addWidget(m_noClasses);
    down->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(left);
    left->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    return scroll;
}

QWidget *ImportReportView::makePreview()
{
    m_preview->setObjectName(QStringLiteral("importPreview"));
    m_preview->setAccessibleName(tr("First rows"));
    m_preview->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_preview->setSelectionMode(QAbstractItemView::NoSelection);
    m_preview->setMinimumHeight(130);
    m_preview->setShowGrid(false);
    m_preview->setWordWrap(false);
    m_preview->verticalHeader()->hide();
    m_preview->verticalHeader()->setDefaultSectionSize(theme::kRowHeight);
    m_preview->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_preview->horizontalHeader()->setHighlightSections(false);
    return m_preview;
}

QWidget *ImportReportView::makeSwitch()
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    const auto add = [&](const QString &name, const char *segment, const QString &text, const QString &help, int view) {
        auto *button = new QToolButton(box);
        button->setObjectName(name);
        button->setProperty("segment", QLatin1String(segment));
        button->setText(text);
        button->setToolTip(help);
        button->setCheckable(true);
        button->setChecked(view == 0);
        m_views->addButton(button, view);
        row->addWidget(button);
    };
    add(QStringLiteral("importRows"), "first", tr("First rows as they will be"),
        tr("What the first samples of the dataset will be"), 0);
    add(QStringLiteral("importColumns"), "last", tr("How the table is read"),
        tr("Its letters, and what each column is: look, and choose otherwise"), 1);
    connect(m_views, &QButtonGroup::idClicked, m_stack, &QStackedWidget::setCurrentIndex);
    return box;
}

void ImportReportView::setTable(bool isTable)
{
    m_isTable = isTable;
    m_switch->setVisible(isTable);
    m_previewTitle->setVisible(!isTable);
    if (!isTable) {
        showColumns(false);
    }
}

void ImportReportView::showColumns(bool columns)
{
    m_views->button(columns ? 1 : 0)->setChecked(true);
    m_stack->setCurrentIndex(columns ? 1 : 0);
}

void ImportReportView::show(const storage::ImportReport &report, const QString &kind)
{
    m_facts->clear();
    m_facts->add(tr("Format"), formatTitle(report.format));
    if (!kind.isEmpty()) {
        m_facts->add(tr("Kind"), kind);
    }
    if (m_isTable) {
        m_facts->add(tr("Letters"), m_columns->encodingWords());
    }
    m_facts->add(tr("Rows"), format::count(report.read));
    m_facts->add(tr("To import"), format::count(report.imported));
    if (report.skipped > 0) {
        m_facts->add(tr("Left out"), format::count(report.skipped));
    }
    for (const auto &[split, count] : report.splits) {
        if (split == Split::Unassigned && report.splits.size() == 1) {
            break;  // the source has no parts
        }
        m_facts->add(tr("Part: %1").arg(splitTitle(split)), format::count(count));
    }
    std::vector<std::pair<QString, qint64>> bars;
    for (const auto &[name, count] : report.classes) {
        bars.emplace_back(QString::fromStdString(name), count);
    }
    m_noClasses->setVisible(bars.empty() && report.imported > 0);
    std::stable_sort(bars.begin(), bars.end(), [](const auto &a, const auto &b) { return a.second > b.second; });
    m_classes->show(std::move(bars));
    showPreview(report.preview);
    const int problems = int(report.problems.size());
    m_problemTitle->setText(tr("%n problem(s)", nullptr, problems));
    m_problemTitle->setVisible(problems > 0);
    m_problems->setVisible(problems > 0);
    m_problems->show(report.problems);
}

void ImportReportView::showPreview(const std::vector<Sample> &samples)
{
    const int rows = std::min(int(samples.size()), kMostRows);
    QList<PreviewColumn> columns;
    for (const PreviewColumn &column : previewColumns()) {
        for (int row = 0; row < rows; ++row) {
            if (!column.text(samples[std::size_t(row)]).isEmpty()) {
                columns << column;
                break;
            }
        }
    }
    m_preview->clear();
    m_preview->setRowCount(rows);
    m_preview->setColumnCount(int(columns.size()));
    for (int i = 0; i < columns.size(); ++i) {
        m_preview->setHorizontalHeaderItem(i, new QTableWidgetItem(columns[i].title));
        for (int row = 0; row < rows; ++row) {
            auto *item = new QTableWidgetItem(columns[i].text(samples[std::size_t(row)]));
            item->setToolTip(item->text().left(400).toHtmlEscaped());
            m_preview->setItem(row, i, item);
        }
    }
    m_preview->resizeColumnsToContents();
    for (int i = 0; i < columns.size(); ++i) {
        m_preview->setColumnWidth(i, std::clamp(m_preview->columnWidth(i) + 16, 88, 360));
    }
    m_preview->horizontalHeader()->setStretchLastSection(true);
}

}  // namespace atlas::widgets
