#include "widgets/latest_work.h"

#include "core/error.h"
#include "widgets/sentence_words.h"

namespace atlas::widgets {

LatestWork::LatestWork(QObject *parent) : QObject(parent) {}

LatestWork::~LatestWork()
{
    m_stop.request_stop();
    m_queue.stop(WorkQueue::Pending::Drop);
}

void LatestWork::stop()
{
    ++m_generation;
    m_stop.request_stop();
}

void LatestWork::start(Work work)
{
    stop();
    m_stop = std::stop_source();
    m_queue.push([this, generation = m_generation, work = std::move(work), stop = m_stop.get_token()] {
        try {
            answer(generation, work(stop));
        } catch (const Error &error) {
            if (error.code() != ErrorCode::Cancelled && error.code() != ErrorCode::NotFound) {
                answer(generation,
                       [this, error] { Q_EMIT failed(inWords(error.sentence()), inWords(error.advice())); });
            }
        } catch (const std::exception &error) {
            answer(generation, [this, message = QString::fromUtf8(error.what())] { Q_EMIT failed(message, {}); });
        }
    });
}

void LatestWork::answer(int generation, Answer what)
{
    QMetaObject::invokeMethod(
        this,
        [this, generation, what = std::move(what)] {
            if (generation == m_generation) {
                what();
            }
        },
        Qt::QueuedConnection);
}

}  // namespace atlas::widgets
