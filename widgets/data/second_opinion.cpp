#include "widgets/data/second_opinion.h"

#include "widgets/data/labeller.h"
#include "widgets/data/opinion_strip.h"
#include "widgets/data/sample_browser.h"
#include "widgets/data/sample_model.h"
#include "widgets/session.h"

namespace atlas::widgets {

SecondOpinion::SecondOpinion(SampleModel *model, SampleBrowser *browser, Labeller *labeller, QObject *parent)
    : QObject(parent), m_model(model), m_browser(browser), m_labeller(labeller), m_strip(new OpinionStrip)
{
    m_strip->hide();
    connect(m_strip, &OpinionStrip::left, this, &SecondOpinion::leave);
    connect(m_strip, &OpinionStrip::agreementWanted, this, &SecondOpinion::agreementWanted);
    connect(m_strip, &OpinionStrip::nameChanged, this, &SecondOpinion::rename);
    connect(m_strip, &OpinionStrip::sizeChanged, this, &SecondOpinion::readQueue);
    connect(m_labeller, &Labeller::changed, this, &SecondOpinion::count);
    connect(m_labeller, &Labeller::listsChanged, this, &SecondOpinion::count);
}

void SecondOpinion::setSource(Session *session, const Dataset &dataset)
{
    leave();
    m_session = session;
    m_dataset = dataset;
}

void SecondOpinion::start()
{
    if (m_active) {
        return;
    }
    if (!m_labeller->canWrite()) {
        Q_EMIT refused(tr("This project is opened to read only: opinions cannot be kept."));
        return;
    }
    readQueue();
}

void SecondOpinion::leave()
{
    if (!std::exchange(m_active, false)) {
        return;
    }
    m_strip->hide();
    m_model->setLens({});
    m_browser->setNoLabelTitle({});
    Q_EMIT left();
}

void SecondOpinion::readQueue()
{
    if (!m_session || m_dataset.id == 0) {
        return;
    }
    m_session->read(
        this,
        [dataset = m_dataset.id, actor = m_session->actor().toStdString(),
         size = std::size_t(m_strip->size())](storage::Connection &connection) {
            return std::pair(dataset, storage::opinionQueue(connection, dataset, actor, size));
        },
        [this](const std::pair<std::int64_t, storage::OpinionQueue> &answer) {
            if (answer.first == m_dataset.id) {
                take(answer.second);
            }
        });
}

void SecondOpinion::take(const storage::OpinionQueue &queue)
{
    if (!m_session) {
        return;
    }
    if (queue.samples.empty()) {
        leave();
        Q_EMIT refused(tr("There is nothing to give a second opinion on: no sample of this dataset is labelled yet."));
        return;
    }
    m_queue = queue;
    m_strip->setName(m_session->actor());
    m_strip->setProgress(queue.judged, qint64(queue.samples.size()), queue.again);
    m_strip->show();
    const bool first = !std::exchange(m_active, true);
    m_browser->setNoLabelTitle(tr("not judged yet"));
    m_model->setLens(
        [actor = m_session->actor().toStdString()](storage::Connection &connection, std::vector<Sample> &samples) {
            storage::hideFrom(connection, actor, samples);
        });
    storage::SampleFilter filter;
    filter.only = queue.samples;
    m_model->setFilter(filter);
    if (first) {
        Q_EMIT started();
    }
}

void SecondOpinion::count()
{
    if (!m_active || !m_session) {
        return;
    }
    m_session->read(
        this,
        [actor = m_session->actor().toStdString(), samples = m_queue.samples](storage::Connection &connection) {
            return storage::judgedAmong(connection, actor, samples);
        },
        [this](std::int64_t judged) { m_strip->setProgress(judged, qint64(m_queue.samples.size()), m_queue.again); });
}

void SecondOpinion::rename(const QString &name)
{
    if (!m_session || name == m_session->actor()) {
        return;
    }
    m_session->setActor(name);
    m_strip->setName(m_session->actor());
    readQueue();
}

void SecondOpinion::give(const std::string &name)
{
    const QList<int> rows = m_browser->chosenRows();
    m_labeller->giveOpinion(m_model->ids(rows), name);
    if (rows.size() == 1 && !m_dataset.multiLabel) {
        m_browser->advance(1);
    }
}

void SecondOpinion::act(LabelAction action)
{
    const QList<int> rows = m_browser->chosenRows();
    switch (action) {
    case LabelAction::Unlabel: m_labeller->withdrawOpinion(m_model->ids(rows)); break;
    case LabelAction::Skip: m_browser->advance(1); break;
    case LabelAction::Verify:
    case LabelAction::Dispute:
    case LabelAction::Note:
        m_strip->tell(tr("While labels are hidden there is nothing to verify, flag or note."));
        break;
    }
}

}  // namespace atlas::widgets
