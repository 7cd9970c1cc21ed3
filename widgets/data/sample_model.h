#pragma once

#include "core/error.h"
#include "core/task.h"
#include "storage/records.h"
#include "widgets/data/sample_pages.h"

#include <QAbstractTableModel>
#include <QPointer>
#include <QSet>

#include <functional>
#include <unordered_map>

namespace atlas::storage {
class Connection;
}

namespace atlas::widgets {

class Session;
struct SampleColumn;

/// The samples of one dataset that a filter lets through: ids only, details by pages that are read when they are
/// looked at. One model serves gallery and table. Columns follow from the fields of the dataset's kind.
/// Threads: GUI thread; nothing blocks, what is not read yet shows as placeholders and changes when it arrives.
class SampleModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole + 1, LoadedRole };
    static const QString kMimeType;  ///< of samples that are dragged: their ids, a line each

    explicit SampleModel(QObject *parent = nullptr);
    ~SampleModel() override;

    /// Shows nothing until refresh() has read the ids. Dataset id 0 = none.  Of a dataset that was not shown before the
    /// first page comes before the rest, however many there are.
    void setSource(Session *session, const Dataset &dataset);
    void setFilter(const storage::SampleFilter &filter);
    void refresh();
    /// What becomes of samples before they are shown, on the thread that reads them; empty = nothing. Stays until
    /// another source is set.
    using Lens = std::function<void(storage::Connection &, std::vector<Sample> &)>;
    void setLens(Lens lens);

    const Dataset &dataset() const { return m_dataset; }
    const storage::SampleFilter &filter() const { return m_filter; }
    bool loading() const { return m_loading; }

    qint64 idAt(int row) const;
    int rowOf(qint64 id) const;  ///< -1 when the filter hides it
    std::vector<std::int64_t> ids(const QList<int> &rows) const;
    /// nullptr while it is being read (the row is announced by dataChanged) or when it is gone.
    const Sample *sample(int row) const;

    /// What is suggested for a sample that is held and has no label; nullptr = nothing.
    const storage::Suggestion *suggestion(int row) const;

    /// Details are read again when they are looked at: something about all samples has changed.
    void reload();
    /// Samples that changed in the database; rows that show them are drawn again.
    void update(const std::vector<Sample> &samples);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override { return {kMimeType}; }
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    const SampleColumn &column(int section) const { return *m_columns[std::size_t(section)]; }

Q_SIGNALS:
    void begun();      ///< the first rows are there, the others follow
    void refreshed();  ///< the ids were read
    void failed(const QString &message, const QString &hint);

private:
    void readFirst();
    void readAll();
    void setIds(std::vector<std::int64_t> ids);
    void fail(int generation, const Error &error);
    void wantPage(int page) const;
    /// A page as another thread has read it.
    struct PageRows {
        std::vector<Sample> samples;
        std::unordered_map<std::int64_t, storage::Suggestion> suggestions;
    };
    static PageRows readPage(storage::Connection &connection, const std::filesystem::path &assets,
                             const Dataset &dataset, std::span<const std::int64_t> ids);
    void takePage(int page, int generation, PageRows rows);
    void replace(const std::vector<Sample> &samples);

    QPointer<Session> m_session;
    Dataset m_dataset;
    storage::SampleFilter m_filter;
    Lens m_lens;
    std::vector<const SampleColumn *> m_columns;
    std::vector<std::int64_t> m_ids;
    mutable std::unordered_map<std::int64_t, int>
        m_rows;  // of orders by which ids do not ascend; made when first asked for
    mutable SamplePages m_pages;
    mutable QSet<int> m_wanted;
    int m_generation = 0;
    bool m_loading = false;
    bool m_beginning = false;  ///< the ids are those of the first page only
};

}  // namespace atlas::widgets
