#include "widgets/results/cell_samples_model.h"

#include "storage/connection.h"
#include "storage/sample_store.h"
#include "widgets/charts/format.h"
#include "widgets/data/sample_columns.h"
#include "widgets/session.h"

#include <algorithm>

namespace atlas::widgets {

namespace {

constexpr int kPage = 64;

bool passes(const AnsweredSample &sample, AnswerFilter filter)
{
    switch (filter) {
    case AnswerFilter::Flipped: return sample.flipped();
    case AnswerFilter::Wrong: return !sample.right();
    case AnswerFilter::All: break;
    }
    return true;
}

}  // namespace

QString changeWord(AnswerChange change)
{
    switch (change) {
    case AnswerChange::Lost: return CellSamplesModel::tr("lost");
    case AnswerChange::Found: return CellSamplesModel::tr("found");
    case AnswerChange::Wrong:
    case AnswerChange::WrongAlone: return CellSamplesModel::tr("wrong");
    case AnswerChange::Right:
    case AnswerChange::RightAlone: break;
    }
    return CellSamplesModel::tr("right");
}

CellSamplesModel::CellSamplesModel(QObject *parent) : QAbstractListModel(parent) {}

void CellSamplesModel::setSource(Session *session, const Task &task, std::vector<AnsweredSample> samples)
{
    beginResetModel();
    m_session = session;
    m_task = task;
    m_all = std::move(samples);
    m_loaded.clear();
    fill();
    endResetModel();
}

void CellSamplesModel::setFilter(AnswerFilter filter)
{
    beginResetModel();
    m_filter = filter;
    fill();
    endResetModel();
}

void CellSamplesModel::fill()
{
    ++m_generation;
    m_wanted.clear();
    m_rows.clear();
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        if (passes(m_all[i], m_filter)) {
            m_rows.push_back(i);
        }
    }
}

std::int64_t CellSamplesModel::count(AnswerFilter filter) const
{
    return std::ranges::count_if(m_all, [filter](const AnsweredSample &sample) { return passes(sample, filter); });
}

std::vector<std::int64_t> CellSamplesModel::ids() const
{
    std::vector<std::int64_t> ids;
    for (const std::size_t place : m_rows) {
        ids.push_back(m_all[place].now.sampleId);
    }
    return ids;
}

int CellSamplesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

const Sample *CellSamplesModel::sample(int row) const
{
    const auto found = m_loaded.find(answered(row).now.sampleId);
    if (found != m_loaded.end()) {
        return &found->second;
    }
    wantPage(row / kPage);
    return nullptr;
}

void CellSamplesModel::wantPage(int page) const
{
    if (m_session == nullptr || m_wanted.contains(page)) {
        return;
    }
    m_wanted.insert(page);
    const int first = page * kPage;
    const int last = std::min(first + kPage, rowCount()) - 1;
    std::vector<std::int64_t> ids;
    for (int row = first; row <= last; ++row) {
        ids.push_back(answered(row).now.sampleId);
    }
    auto *self = const_cast<CellSamplesModel *>(this);
    m_session->read(
        self,
        [ids, assets = m_session->project().assetFolder()](storage::Connection &connection) {
            return storage::SampleStore(connection, assets).load(ids);
        },
        [self, first, last, generation = m_generation](std::vector<Sample> samples) {
            if (generation != self->m_generation) {
                return;
            }
            for (Sample &sample : samples) {
                const std::int64_t id = sample.id;
                self->m_loaded.insert_or_assign(id, std::move(sample));
            }
            Q_EMIT self->dataChanged(self->index(first), self->index(last));
        });
}

QString CellSamplesModel::answer(int classIndex, const Sample *sample) const
{
    if (classIndex < 0) {
        return tr("nothing");
    }
    if (std::size_t(classIndex) >= m_task.classes.size()) {
        return tr("class %1").arg(classIndex + 1);
    }
    const std::string &name = m_task.classes[std::size_t(classIndex)];
    if (sample != nullptr && std::size_t(classIndex) < sample->choices.size()) {
        return QString::fromStdString(sample->choices[std::size_t(classIndex)]);
    }
    return m_task.kind.empty() ? QString::fromStdString(name) : labelTitle(taskKind(m_task.kind), name);
}

QString CellSamplesModel::words(int row) const
{
    const Sample *found = sample(row);
    if (found == nullptr) {
        return {};
    }
    return QString::fromStdString(!found->question.empty() ? found->question : found->text).simplified();
}

QVariant CellSamplesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)) {
        return {};
    }
    const AnsweredSample &sample = answered(index.row());
    const Sample *held = this->sample(index.row());
    const auto sure = [](const Prediction &prediction) { return format::percent(prediction.confidence); };
    QStringList sentences{tr("Expected: %1.").arg(answer(sample.now.expected, held))};
    if (sample.then) {
        sentences
            << (sample.then->score >= kRightFrom
                    ? tr("Then: %1, right, %2 sure.").arg(answer(sample.then->predicted, held), sure(*sample.then))
                    : tr("Then: %1, wrong, %2 sure.").arg(answer(sample.then->predicted, held), sure(*sample.then)));
    }
    sentences << (sample.right()
                      ? tr("Now: %1, right, %2 sure.").arg(answer(sample.now.predicted, held), sure(sample.now))
                      : tr("Now: %1, wrong, %2 sure.").arg(answer(sample.now.predicted, held), sure(sample.now)));
    if (const QString text = words(index.row()); !text.isEmpty()) {
        sentences << text.left(300);
    }
    if (held == nullptr) {
        sentences << tr("The sample itself is not read yet, or was removed.");
    }
    const QString all = sentences.join(role == Qt::ToolTipRole ? QLatin1Char('\n') : QLatin1Char(' '));
    return role == Qt::ToolTipRole ? QVariant(all.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")))
                                   : QVariant(all);
}

}  // namespace atlas::widgets
