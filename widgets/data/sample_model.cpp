#include "widgets/data/sample_model.h"

#include "storage/sample_store.h"
#include "widgets/data/sample_columns.h"
#include "widgets/sentence_words.h"
#include "widgets/session.h"

#include <QCoreApplication>
#include <QMimeData>

namespace atlas::widgets {

const QString SampleModel::kMimeType = QStringLiteral("application/x-atlas-samples");

SampleModel::SampleModel(QObject *parent) : QAbstractTableModel(parent) {}

SampleModel::~SampleModel() = default;

void SampleModel::setSource(Session *session, const Dataset &dataset)
{
    beginResetModel();
    ++m_generation;
    m_session = session;
    m_dataset = dataset;
    m_filter = {};
    m_lens = {};
    m_ids.clear();
    m_rows.clear();
    m_pages.clear();
    m_wanted.clear();
    m_columns = dataset.id != 0 ? sampleColumns(taskKind(dataset.kind)) : std::vector<const SampleColumn *>();
    m_loading = false;
    endResetModel();
}

void SampleModel::setFilter(const storage::SampleFilter &filter)
{
    m_filter = filter;
    refresh();
}

void SampleModel::setLens(Lens lens)
{
    m_lens = std::move(lens);
    reload();
}

void SampleModel::reload()
{
    ++m_generation;  // what is on its way is of before
    m_pages.clear();
    m_wanted.clear();
    if (!m_ids.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

void SampleModel::refresh()
{
    if (!m_session || m_dataset.id == 0) {
        return;
    }
    m_loading = true;
    ++m_generation;
    m_beginning = false;
    // Other orders are known only when all is read.
    if (m_ids.empty() && m_filter.order == storage::SampleOrder::Imported && !m_filter.only && !m_lens) {
        readFirst();
    }
    readAll();
}

void SampleModel::readFirst()
{
    using FirstRows = std::pair<std::vector<std::int64_t>, PageRows>;
    m_session->read(
        this,
        [assets = m_session->project().assetFolder(), dataset = m_dataset,
         filter = m_filter](storage::Connection &connection) -> FirstRows {
            std::vector<std::int64_t> ids =
                storage::SampleStore(connection, assets).ids(dataset.id, filter, SamplePages::kSize);
            PageRows rows = readPage(connection, assets, dataset, ids);
            return {std::move(ids), std::move(rows)};
        },
        [this, generation = m_generation](FirstRows rows) {
            if (generation == m_generation && !rows.first.empty()) {
                setIds(std::move(rows.first));
                m_beginning = true;
                takePage(0, generation, std::move(rows.second));
                Q_EMIT begun();
            }
        },
        [](const Error &) {});  // readAll meets and tells of the same
}

void SampleModel::readAll()
{
    m_session->read(
        this,
        [assets = m_session->project().assetFolder(), dataset = m_dataset.id, filter = m_filter](
            storage::Connection &connection) { return storage::SampleStore(connection, assets).ids(dataset, filter); },
        [this, generation = m_generation](std::vector<std::int64_t> ids) {
            if (generation == m_generation) {
                m_loading = false;
                setIds(std::move(ids));
                Q_EMIT refreshed();
            }
        },
        [this, generation = m_generation](const Error &error) { fail(generation, error); });
}

void SampleModel::fail(int generation, const Error &error)
{
    if (generation == m_generation) {
        m_loading = false;
        Q_EMIT failed(inWords(error.sentence()), inWords(error.advice()));
    }
}

void SampleModel::setIds(std::vector<std::int64_t> ids)
{
    m_rows.clear();
    const bool goesOn = std::exchange(m_beginning, false) && ids.size() >= m_ids.size() &&
                        std::equal(m_ids.begin(), m_ids.end(), ids.begin());
    if (goesOn) {  // what is shown of the first rows stays
        if (ids.size() > m_ids.size()) {
            beginInsertRows({}, int(m_ids.size()), int(ids.size()) - 1);
            m_ids = std::move(ids);
            endInsertRows();
        }
        return;
    }
    beginResetModel();
    m_ids = std::move(ids);
    m_pages.clear();
    m_wanted.clear();
    endResetModel();
}

qint64 SampleModel::idAt(int row) const
{
    return row >= 0 && row < int(m_ids.size()) ? m_ids[std::size_t(row)] : 0;
}

int SampleModel::rowOf(qint64 id) const
{
    if (m_filter.order == storage::SampleOrder::Imported && !m_filter.only) {  // ascending
        const auto found = std::lower_bound(m_ids.begin(), m_ids.end(), id);
        return found != m_ids.end() && *found == id ? int(found - m_ids.begin()) : -1;
    }
    if (m_rows.empty()) {
        m_rows.reserve(m_ids.size());
        for (std::size_t row = 0; row < m_ids.size(); ++row) {
            m_rows.emplace(m_ids[row], int(row));
        }
    }
    const auto found = m_rows.find(id);
    return found == m_rows.end() ? -1 : found->second;
}

std::vector<std::int64_t> SampleModel::ids(const QList<int> &rows) const
{
    std::vector<std::int64_t> chosen;
    chosen.reserve(std::size_t(rows.size()));
    for (const int row : rows) {
        if (const qint64 id = idAt(row)) {
            chosen.push_back(id);
        }
    }
    return chosen;
}

const Sample *SampleModel::sample(int row) const
{
    if (row < 0 || row >= int(m_ids.size())) {
        return nullptr;
    }
    const int page = row / SamplePages::kSize;
    if (!m_pages.holds(page)) {
        wantPage(page);
        return nullptr;
    }
    const HeldSample *held = m_pages.find(row);
    return held ? &held->sample : nullptr;
}

const storage::Suggestion *SampleModel::suggestion(int row) const
{
    const HeldSample *held = m_pages.find(row);
    return held && held->suggestion && held->sample.labels.empty() ? &*held->suggestion : nullptr;
}

SampleModel::PageRows SampleModel::readPage(storage::Connection &connection, const std::filesystem::path &assets,
                                            const Dataset &dataset, std::span<const std::int64_t> ids)
{
    return {storage::SampleStore(connection, assets).load(ids), storage::readSuggestions(connection, dataset, ids)};
}

void SampleModel::wantPage(int page) const
{
    if (m_wanted.contains(page) || !m_session) {
        return;
    }
    m_wanted.insert(page);
    const auto first = m_ids.begin() + std::ptrdiff_t(page) * SamplePages::kSize;
    const auto last = std::min(m_ids.end(), first + SamplePages::kSize);
    auto *self = const_cast<SampleModel *>(this);  // data() is const, but what it lacks is fetched
    m_session->read(
        self,
        [assets = m_session->project().assetFolder(), dataset = m_dataset, ids = std::vector<std::int64_t>(first, last),
         lens = m_lens](storage::Connection &connection) {
            PageRows rows = readPage(connection, assets, dataset, ids);
            if (lens) {
                lens(connection, rows.samples);
                rows.suggestions.clear();  // who is to judge alone is told nothing
            }
            return rows;
        },
        [self, page, generation = m_generation](PageRows rows) { self->takePage(page, generation, std::move(rows)); },
        [self](const Error &error) { Q_EMIT self->failed(inWords(error.sentence()), inWords(error.advice())); });
}

void SampleModel::takePage(int page, int generation, PageRows read)
{
    if (generation != m_generation) {
        return;
    }
    m_wanted.remove(page);
    const int first = page * SamplePages::kSize;
    const int count = std::min(SamplePages::kSize, int(m_ids.size()) - first);
    std::vector<Sample> &samples = read.samples;
    std::vector<std::optional<HeldSample>> rows(static_cast<std::size_t>(count));
    std::size_t next = 0;  // what is gone is left out, so the answer is a part of the ids in the same order
    for (std::size_t i = 0; i < rows.size() && next < samples.size(); ++i) {
        if (samples[next].id == m_ids[std::size_t(first) + i]) {
            HeldSample &held = rows[i].emplace(HeldSample{std::move(samples[next++])});
            if (const auto found = read.suggestions.find(held.sample.id); found != read.suggestions.end()) {
                held.suggestion = std::move(found->second);
            }
        }
    }
    m_pages.put(page, std::move(rows));
    Q_EMIT dataChanged(index(first, 0), index(first + count - 1, columnCount() - 1));
}

void SampleModel::update(const std::vector<Sample> &samples)
{
    if (!m_lens || !m_session) {
        replace(samples);
        return;
    }
    m_session->read(
        this,
        [samples, lens = m_lens](storage::Connection &connection) {
            std::vector<Sample> seen = samples;
            lens(connection, seen);
            return seen;
        },
        [this, generation = m_generation](const std::vector<Sample> &seen) {
            if (generation == m_generation) {
                replace(seen);
            }
        });
}

void SampleModel::replace(const std::vector<Sample> &samples)
{
    for (const Sample &sample : samples) {
        const int row = rowOf(sample.id);
        if (row >= 0 && m_pages.replace(row, sample)) {
            Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
        }
    }
}

int SampleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

int SampleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant SampleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    if (role == IdRole) {
        return idAt(index.row());
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole && role != LoadedRole) {
        return {};
    }
    const Sample *sample = this->sample(index.row());
    if (role == LoadedRole) {
        return sample != nullptr;
    }
    if (!sample) {
        return role == Qt::DisplayRole && column(index.column()).form != ColumnForm::Picture
                   ? QVariant(QStringLiteral("…"))
                   : QVariant();
    }
    const TaskKind &kind = taskKind(m_dataset.kind);
    if (role == Qt::DisplayRole) {
        return column(index.column()).text(kind, *sample);
    }
    const QString name = QString::fromStdString(sample->externalId.empty() ? sample->source : sample->externalId);
    const storage::Suggestion *suggested = suggestion(index.row());
    const QString words = QStringLiteral("%1, %2, %3")
                              .arg(name, suggested ? suggestionTitle(kind, *suggested) : labelsTitle(kind, *sample),
                                   reviewTitle(sample->review));
    return role == Qt::ToolTipRole ? words.toHtmlEscaped() : words;
}

QVariant SampleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole && section >= 0 && section < int(m_columns.size())) {
        return QCoreApplication::translate("SampleColumn", column(section).title);
    }
    return QAbstractTableModel::headerData(section, orientation, role);
}

Qt::ItemFlags SampleModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsDragEnabled : flags;
}

QMimeData *SampleModel::mimeData(const QModelIndexList &indexes) const
{
    QByteArray lines;
    for (const QModelIndex &index : indexes) {
        if (index.column() == 0) {
            lines += QByteArray::number(idAt(index.row())) + '\n';
        }
    }
    auto *data = new QMimeData;
    data->setData(kMimeType, lines);
    return data;
}

}  // namespace atlas::widgets
