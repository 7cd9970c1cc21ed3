#include "widgets/data/version_sheet.h"

#include "storage/connection.h"
#include "widgets/charts/format.h"
#include "widgets/data/labeller.h"
#include "widgets/data/version_difference.h"
#include "widgets/frame/empty_state.h"
#include "widgets/frame/theme.h"
#include "widgets/sentence_words.h"
#include "widgets/session.h"

#include <QDate>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas::widgets {

namespace {

constexpr int kNameWidth = 200;
constexpr int kWhenWidth = 128;
constexpr int kWhoWidth = 80;
constexpr int kCountWidth = 76;
constexpr int kRunsWidth = 120;
constexpr int kRoomForAll = 700;  ///< pixels of width from which all columns are shown

}  // namespace

VersionSheet::VersionSheet(Session *session, Labeller *labeller, const Dataset &dataset, QWidget *parent)
    : QWidget(parent), m_session(session), m_labeller(labeller), m_dataset(dataset), m_model(new VersionModel(this)),
      m_name(new QLineEdit(this)), m_note(new QLineEdit(this)), m_make(new QPushButton(tr("Make a version"), this)),
      m_status(theme::bodyText({}, this)), m_stack(new QStackedWidget(this)), m_table(new QTableView(this)),
      m_difference(new VersionDifference(this))
{
    setObjectName(QStringLiteral("versionSheet"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGroupGap, 0, theme::kGroupGap, theme::kMargin);
    layout->setSpacing(theme::kGap);
    layout->addWidget(theme::caption(tr("A version keeps the samples, labels, review states and parts as they are now, "
                                        "for ever. It takes only the room of what has changed. Training makes one by "
                                        "itself, so that every run says what it learned from."),
                                     this));
    layout->addWidget(makeForm());
    layout->addWidget(m_status);
    layout->addWidget(makeTable(), 1);
    layout->addWidget(m_difference, 1);
    m_difference->hide();
    connect(m_difference, &VersionDifference::showWanted, this, &VersionSheet::showWanted);
    connect(m_difference, &VersionDifference::backWanted, this, &VersionSheet::goBack);
    setFocusProxy(m_name);
    connect(session, &Session::samplesChanged, this, [this](qint64 changed) {
        if (changed == m_dataset.id) {
            read();
        }
    });
    connect(session, &Session::runsChanged, this, &VersionSheet::read);
    connect(labeller, &Labeller::listsChanged, this, [this] {
        if (const QString version = std::exchange(m_goingBack, {}); !version.isEmpty()) {
            say(tr("The data is as it was in %1. Ctrl+Z takes it back.").arg(version), true);
        }
    });
    connect(labeller, &Labeller::failed, this, [this](const QString &message, const QString &hint) {
        m_goingBack.clear();
        say(message + QLatin1Char(' ') + hint, false);
        readDifference();
    });
    read();
}

QWidget *VersionSheet::makeForm()
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap);
    m_name->setObjectName(QStringLiteral("versionName"));
    m_name->setAccessibleName(tr("Name of the version"));
    m_name->setPlaceholderText(tr("Name"));
    m_name->setToolTip(tr("How people will speak of it; without a name it has its number"));
    m_name->setMaximumWidth(kNameWidth);
    m_note->setObjectName(QStringLiteral("versionNote"));
    m_note->setAccessibleName(tr("Note"));
    m_note->setPlaceholderText(tr("Note: what it is for, or what was done"));
    m_make->setObjectName(QStringLiteral("versionMake"));
    m_make->setToolTip(tr("Keep the dataset as it is now (Enter, Ctrl+S)"));
    m_status->setObjectName(QStringLiteral("versionStatus"));
    m_status->hide();
    theme::makePrimary(m_make);
    const bool writable = m_labeller->canWrite();
    for (QWidget *widget :
         {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_note), static_cast<QWidget *>(m_make)}) {
        widget->setEnabled(writable);
    }
    if (!writable) {
        m_make->setToolTip(tr("This project is opened to read only"));
    }
    row->addWidget(m_name, 1);
    row->addWidget(m_note, 2);
    row->addWidget(m_make);
    connect(m_name, &QLineEdit::returnPressed, this, &VersionSheet::make);
    connect(m_note, &QLineEdit::returnPressed, this, &VersionSheet::make);
    connect(m_make, &QPushButton::clicked, this, &VersionSheet::make);
    return box;
}

QWidget *VersionSheet::makeTable()
{
    m_table->setObjectName(QStringLiteral("versionTable"));
    m_table->setAccessibleName(tr("Versions, newest first"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(theme::kRowHeight);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(VersionModel::Version, QHeaderView::Stretch);
    header->resizeSection(VersionModel::When, kWhenWidth);
    header->resizeSection(VersionModel::Who, kWhoWidth);
    header->resizeSection(VersionModel::Samples, kCountWidth);
    header->resizeSection(VersionModel::Labelled, kCountWidth);
    header->resizeSection(VersionModel::Runs, kRunsWidth);
    auto *none = new EmptyState;
    none->setObjectName(QStringLiteral("noVersions"));
    none->setContent({.icon = QStringLiteral("page-data"),
                      .title = tr("No version yet"),
                      .text = tr("Make one before a large change, or when a delivery is complete. Later you see here "
                                 "what has changed since, and can go back to it.")});
    m_stack->addWidget(m_table);
    m_stack->addWidget(none);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &VersionSheet::readDifference);
    return m_stack;
}

void VersionSheet::read()
{
    if (!m_session) {
        return;
    }
    m_session->read(
        this,
        [dataset = m_dataset.id](storage::Connection &connection) {
            return storage::DataVersions(connection).list(dataset);
        },
        [this](std::vector<storage::DataVersion> versions) { takeVersions(std::move(versions)); },
        [this](const Error &error) { say(inWords(error), false); });
}

void VersionSheet::takeVersions(std::vector<storage::DataVersion> versions)
{
    std::vector<std::int64_t> keep;
    for (const int row : chosenRows()) {
        keep.push_back(m_model->at(row).id);
    }
    if (m_wanted != 0) {
        keep = {std::exchange(m_wanted, 0)};
    }
    {
        const QSignalBlocker quiet(m_table->selectionModel());
        m_model->setVersions(std::move(versions));
        for (const std::int64_t id : keep) {
            if (const int row = m_model->rowOf(id); row >= 0) {
                m_table->selectionModel()->select(m_model->index(row, 0),
                                                  QItemSelectionModel::Select | QItemSelectionModel::Rows);
            }
        }
        if (!m_table->selectionModel()->hasSelection() && m_model->rowCount() > 0) {
            m_table->selectionModel()->select(m_model->index(0, 0),
                                              QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
    if (const std::vector<int> rows = chosenRows(); !rows.empty()) {
        m_table->scrollTo(m_model->index(rows.front(), 0));
    }
    m_table->viewport()->update();
    layColumns();
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    m_difference->setVisible(m_model->rowCount() > 0);
    if (!m_suggested) {
        suggestName();
    }
    readDifference();
}

void VersionSheet::layColumns()
{
    const bool learned =
        std::ranges::any_of(m_model->versions(), [](const auto &version) { return !version.runs.empty(); });
    m_table->setColumnHidden(VersionModel::Runs, !learned);
    m_table->setColumnHidden(VersionModel::Who, width() < kRoomForAll);
}

void VersionSheet::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layColumns();
}

void VersionSheet::suggestName()
{
    m_suggested = true;
    const auto taken = [this](const QString &name) {
        return std::ranges::any_of(m_model->versions(), [&](const storage::DataVersion &version) {
            return version.ref.name == name.toStdString();
        });
    };
    const QString today = QLocale().toString(QDate::currentDate(), QStringLiteral("d MMMM yyyy"));
    QString name = today;
    for (int i = 2; taken(name); ++i) {
        name = tr("%1, no. %2").arg(today).arg(i);
    }
    m_name->setText(name);
    m_name->selectAll();
}

void VersionSheet::make()
{
    if (!m_session || !m_make->isEnabled()) {
        return;
    }
    m_make->setEnabled(false);
    using Made = std::pair<storage::DataVersion, bool>;
    m_session->write(
        this,
        [dataset = m_dataset.id, actor = m_session->actor().toStdString(),
         name = m_name->text().trimmed().toStdString(),
         note = m_note->text().trimmed().toStdString()](storage::Connection &connection) {
            storage::DataVersions versions(connection);
            const auto before = versions.newest(dataset);
            storage::DataVersion made = versions.make(dataset, {.name = name, .note = note}, actor);
            const bool isNew = !before || before->id != made.id;
            return Made(std::move(made), isNew);
        },
        [this](const Made &made) {
            const QString words = versionWords(made.first.ref);
            m_make->setEnabled(true);
            m_note->clear();
            m_wanted = made.first.id;
            m_suggested = false;
            say(made.second ? tr("Made %1.").arg(words)
                            : tr("Nothing has changed since %1: it stands for the data as it is.").arg(words),
                true);
            read();
        },
        [this](const Error &error) {
            m_make->setEnabled(true);
            say(inWords(error), false);
            m_name->setFocus();
            m_name->selectAll();
        });
}

void VersionSheet::say(const QString &text, bool good)
{
    QPalette colours = m_status->palette();
    colours.setColor(QPalette::WindowText, theme::textColor(good ? theme::Role::Good : theme::Role::Bad));
    m_status->setPalette(colours);
    m_status->setText((good ? QStringLiteral("✓  ") : QStringLiteral("!  ")) + text);
    m_status->show();
}

/// Ascending: the newest first.
std::vector<int> VersionSheet::chosenRows() const
{
    std::vector<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows()) {
        rows.push_back(index.row());
    }
    std::ranges::sort(rows);
    return rows;
}

void VersionSheet::readDifference()
{
    using Back = VersionDifference::Back;
    const std::vector<int> rows = chosenRows();
    const int ticket = ++m_ticket;
    m_difference->setBack(rows.size() == 1 ? Back::Disabled : Back::Hidden);
    if (!m_session || rows.empty()) {
        m_difference->showWords({}, {});
        return;
    }
    if (rows.size() > 2) {
        m_difference->showWords(tr("Choose two versions at most"),
                                tr("One: what has changed since. Two: what is different between them."));
        return;
    }
    const storage::DataVersion older = m_model->at(rows.back());
    const std::optional<storage::DataVersion> newer =
        rows.size() == 2 ? std::optional(m_model->at(rows.front())) : std::nullopt;
    m_session->read(
        this,
        [older, newer](storage::Connection &connection) {
            storage::DataVersions versions(connection);
            const storage::DataState to =
                newer ? versions.stateOf(*newer) : storage::readDataState(connection, older.datasetId);
            return storage::difference(versions.stateOf(older), to);
        },
        [this, ticket, older, newer](const storage::StateDifference &difference) {
            if (ticket != m_ticket) {
                return;
            }
            const TaskKind &kind = taskKind(m_dataset.kind);
            const QString from = versionWords(older.ref);
            if (newer) {
                m_difference->showDifference(kind, tr("From %1 to %2").arg(from, versionWords(newer->ref)), {},
                                             difference, tr("Both are the same."));
                return;
            }
            m_difference->showDifference(kind, tr("Since %1").arg(from), QString::fromStdString(older.note), difference,
                                         tr("Nothing has changed: the data is as it was then."));
            const bool possible = !difference.empty() && m_labeller && m_labeller->canWrite();
            m_difference->setBack(possible ? Back::Enabled : Back::Disabled);
        },
        [this](const Error &error) { say(inWords(error), false); });
}

void VersionSheet::goBack()
{
    const std::vector<int> rows = chosenRows();
    if (rows.size() == 1 && m_labeller) {
        const storage::DataVersion &version = m_model->at(rows.front());
        m_difference->setBack(VersionDifference::Back::Disabled);
        m_wanted = version.id;
        m_goingBack = versionWords(version.ref);
        m_labeller->goBack(version.id);
    }
}

}  // namespace atlas::widgets
