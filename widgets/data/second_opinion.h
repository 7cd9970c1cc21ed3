#pragma once

#include "core/task.h"
#include "storage/second_opinion.h"
#include "widgets/data/label_keys.h"

#include <QObject>
#include <QPointer>

namespace atlas::widgets {

class Labeller;
class OpinionStrip;
class SampleBrowser;
class SampleModel;
class Session;

/// A person judges what others have labelled, without seeing it: while it is on, the list holds a queue of samples,
/// what is shown of them is this person's own opinion, and label keys give opinions instead of labels.
/// Threads: GUI thread; does not block.
class SecondOpinion final : public QObject {
    Q_OBJECT

public:
    SecondOpinion(SampleModel *model, SampleBrowser *browser, Labeller *labeller, QObject *parent = nullptr);

    OpinionStrip *strip() const { return m_strip; }
    void setSource(Session *session, const Dataset &dataset);

    bool active() const { return m_active; }
    void start();
    void leave();  ///< emits left() when it was on

    void give(const std::string &name);  ///< of the chosen samples
    void act(LabelAction action);        ///< U takes the opinion back, 0 goes on; the others have no meaning here

Q_SIGNALS:
    void started();
    void left();
    void refused(const QString &why);
    void agreementWanted();

private:
    void readQueue();
    void take(const storage::OpinionQueue &queue);
    void count();
    void rename(const QString &name);

    SampleModel *m_model;
    SampleBrowser *m_browser;
    Labeller *m_labeller;
    OpinionStrip *m_strip;
    QPointer<Session> m_session;
    Dataset m_dataset;
    storage::OpinionQueue m_queue;
    bool m_active = false;
};

}  // namespace atlas::widgets
