#include "widgets/compare/difference_panel.h"

#include "storage/connection.h"
#include "storage/run_differences.h"
#include "widgets/compare/compare_words.h"
#include "widgets/frame/theme.h"
#include "widgets/results/plain_table.h"
#include "widgets/sentence_words.h"
#include "widgets/session.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace atlas::widgets {

namespace {

constexpr std::size_t kMostListed = 500;  ///< differing ones that are listed
constexpr int kNameWidth = 96;            ///< pixels that the name of a task has at least

/// Shows a value for each line under each of several headings (the first text of a row). What there is more of stands
/// below each other, so that thirty runs need no scrolling sideways, nor do thirty settings of two runs.
void showValues(PlainTable *table, const QString &headings, const QString &runs, const std::vector<ComparedLine> &lines,
                const std::vector<QStringList> &rows)
{
    const bool turned = lines.size() > rows.size();
    std::vector<PlainTable::Column> columns{{.title = turned ? runs : headings, .number = false, .whole = true}};
    const auto add = [&](const QString &title) {
        columns.push_back({.title = title, .number = true, .help = title});  // never cut
    };
    if (!turned) {
        for (const ComparedLine &line : lines) {
            add(line.name);
        }
        table->setContent(columns, rows);
        return;
    }
    for (const QStringList &row : rows) {
        add(row.front());
    }
    std::vector<QStringList> ofLines;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        QStringList values{lines[i].name};
        for (const QStringList &row : rows) {
            values << row.value(int(i) + 1);
        }
        ofLines.push_back(values);
    }
    table->setContent(columns, ofLines);
}

}  // namespace

DifferencePanel::DifferencePanel(const CompareModel *model, QWidget *parent)
    : QWidget(parent), m_model(model), m_words(theme::bodyText({}, this)),
      m_compute(new QPushButton(tr("Compare all of them"), this)), m_tasks(new PlainTable(this)),
      m_settings(new PlainTable(this))
{
    m_words->setObjectName(QStringLiteral("differenceWords"));
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_compute->setObjectName(QStringLiteral("computeDifferences"));
    m_compute->setToolTip(tr("Compare the answers to the same test samples; this may take some seconds"));
    m_tasks->setObjectName(QStringLiteral("differenceTasks"));
    m_tasks->setAccessibleName(tr("Differences by task"));
    m_tasks->horizontalHeader()->setMinimumSectionSize(kNameWidth);
    m_settings->setObjectName(QStringLiteral("differingSettings"));
    m_settings->setAccessibleName(tr("Differing settings"));
    connect(m_compute, &QPushButton::clicked, this, &DifferencePanel::compute);
    auto *left = new QVBoxLayout;
    left->setSpacing(theme::kGap);
    left->addWidget(theme::groupTitle(tr("Against the baseline, on the same test samples"), this));
    left->addWidget(m_words);
    left->addWidget(m_compute, 0, Qt::AlignLeft);
    left->addWidget(m_tasks, 1);
    left->addStretch();  // while there is no table
    auto *right = new QVBoxLayout;
    right->setSpacing(theme::kGap);
    right->addWidget(theme::groupTitle(tr("What they were asked to do differently"), this));
    right->addWidget(m_settings, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, theme::kGap, 0, 0);
    layout->setSpacing(theme::kGroupGap);
    layout->addLayout(left, 3);
    layout->addLayout(right, 2);
}

void DifferencePanel::setSession(Session *session)
{
    m_session = session;
    m_computing = false;
    forget();
    setLines({});
}

void DifferencePanel::forget()
{
    m_known.clear();
}

void DifferencePanel::setLines(std::vector<ComparedLine> lines)
{
    m_lines = std::move(lines);
    m_stale = true;
    if (isVisible()) {
        look();
    }
}

void DifferencePanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale) {
        look();
    }
}

std::vector<DifferencePanel::Key> DifferencePanel::missing() const
{
    std::vector<Key> keys;
    for (std::size_t i = 1; i < m_lines.size() && m_lines.front().baseline; ++i) {
        Key key{m_lines.front().runs, m_lines[i].runs};
        if (!m_known.contains(key)) {
            keys.push_back(std::move(key));
        }
    }
    return keys;
}

void DifferencePanel::look()
{
    m_stale = false;
    showSettings();
    showDifferences();
    if (int(missing().size()) <= kAtOnce) {
        compute();
    }
}

void DifferencePanel::compute()
{
    const std::vector<Key> keys = missing();
    if (!m_session || keys.empty() || m_computing) {
        return;
    }
    m_computing = true;
    showDifferences();
    m_session->read(
        this,
        [keys, assets = m_session->project().assetFolder()](storage::Connection &connection) {
            std::vector<std::pair<Key, GroupDifference>> found;
            for (const Key &key : keys) {
                found.emplace_back(key, storage::readDifference(connection, assets, key.first, key.second));
            }
            return found;
        },
        [this](const std::vector<std::pair<Key, GroupDifference>> &found) { show(found); },
        [this](const Error &error) {
            m_computing = false;
            showDifferences();
            m_words->setText(inWords(error.sentence()));
        });
}

void DifferencePanel::show(const std::vector<std::pair<Key, GroupDifference>> &differences)
{
    m_computing = false;
    for (const auto &[key, difference] : differences) {
        m_known[key] = difference;
    }
    look();  // the lines may be others by now
}

void DifferencePanel::showDifferences()
{
    const bool based = !m_lines.empty() && m_lines.front().baseline;
    const std::size_t open = missing().size();
    m_compute->setVisible(!m_computing && int(open) > kAtOnce);
    if (!based || m_lines.size() < 2) {
        m_words->setText(based ? tr("Tick other runs to see how they differ from the baseline.")
                               : tr("Pin a run as the baseline (P) and tick others to see how they differ from it."));
        m_tasks->hide();
        return;
    }
    QStringList sentences;
    std::vector<ComparedLine> told;
    std::vector<const GroupDifference *> differences;
    for (std::size_t i = 1; i < m_lines.size(); ++i) {
        const auto found = m_known.find({m_lines.front().runs, m_lines[i].runs});
        if (found == m_known.end()) {
            continue;
        }
        told.push_back(m_lines[i]);
        differences.push_back(&found->second);
        sentences << tr("%1: %2").arg(m_lines[i].name, differenceSentence(found->second));
    }
    if (m_compute->isVisibleTo(this)) {
        sentences << tr("The answers of %n row(s) are not compared yet.", nullptr, int(open));
    }
    if (m_computing) {
        sentences << tr("Comparing the answers of %n more…", nullptr, int(open));
    }
    m_words->setText(sentences.join(QLatin1Char('\n')));

    QStringList tasks;
    for (const GroupDifference *difference : differences) {
        for (const std::string &task : difference->tasks) {
            if (!tasks.contains(QString::fromStdString(task))) {
                tasks << QString::fromStdString(task);
            }
        }
    }
    std::vector<QStringList> rows;
    for (const QString &task : tasks) {
        QStringList row{task};
        for (const GroupDifference *difference : differences) {
            const auto place = std::ranges::find(difference->tasks, task.toStdString()) - difference->tasks.begin();
            row << (place < std::ssize(difference->tasks) ? differenceCell(difference->byTask[std::size_t(place)])
                                                          : QString());
        }
        rows.push_back(row);
    }
    showValues(m_tasks, tr("Task, points"), tr("Run, points"), told, rows);
    m_tasks->setVisible(!rows.empty());
}

void DifferencePanel::showSettings()
{
    std::vector<std::size_t> rows;
    for (const ComparedLine &line : m_lines) {
        rows.push_back(std::size_t(m_model->table().rowOf(line.uuids.front().toStdString())));
    }
    std::vector<QStringList> content;
    int left = 0;
    const RunScene scene = m_model->scene();
    // What a run was asked to do: the plain columns that differ, then every differing setting.
    for (const std::string &id : tellingColumns(scene, rows, left)) {
        const std::optional<RunColumn> column = runColumn(scene, id);
        if (!column->text || id == kNameColumn || id == "tags" || id == "note" || id == "status" ||
            id.starts_with("setting.")) {
            continue;
        }
        QStringList row{column->title};
        for (const std::size_t run : rows) {
            row << column->text(scene, run);
        }
        content.push_back(row);
    }
    for (const std::uint32_t key : differingKeys(scene.table, scene.settings, rows)) {
        if (content.size() >= kMostListed) {
            break;
        }
        QStringList row{QString::fromStdString(scene.settings.keys()[key])};
        for (const std::size_t run : rows) {
            const std::string *value = scene.settings.value(run, key);
            row << (value == nullptr ? tr("none") : QString::fromStdString(*value));
        }
        content.push_back(row);
    }
    if (content.empty()) {
        m_settings->setContent({{.title = tr("Setting"), .number = false}},
                               {{m_lines.size() < 2 ? tr("Tick runs to see in what they differ.") : tr("Nothing.")}});
        return;
    }
    showValues(m_settings, tr("Setting"), tr("Run"), m_lines, content);
}

}  // namespace atlas::widgets
