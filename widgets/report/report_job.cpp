#include "widgets/report/report_job.h"

#include "core/sentence.h"
#include "core/sentence_json.h"
#include "widgets/sentence_words.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

namespace atlas::widgets {

namespace {

constexpr int kUntilKilledMs = 3000;  ///< after it was asked to stop
constexpr int kCancelled = 5;         ///< exit status of the command line

QStringList argumentsOf(const ReportRequest &request)
{
    QStringList arguments{QStringLiteral("report"), request.project};
    arguments << request.runs << QStringLiteral("--out") << request.file << QStringLiteral("--lang") << request.language
              << QStringLiteral("--json") << QStringLiteral("--progress");
    if (request.summary) {
        arguments << QStringLiteral("--summary");
    }
    return arguments;
}

/// Reads what report/report_main.cpp writes.
Sentence sentenceOf(const QJsonValue &json)
{
    return json.isObject() ? storedSentence(QJsonDocument(json.toObject()).toJson().toStdString())
                           : Sentence(json.toString().toStdString());
}

/// In the language of the window where the program said how; else in English.
QString wordsOf(const QJsonObject &error, QLatin1String sentence, QLatin1String english)
{
    return error.contains(sentence) ? inWords(sentenceOf(error.value(sentence))) : error.value(english).toString();
}

}  // namespace

ReportJob::ReportJob(ReportRequest request, QObject *parent) : Job(parent), m_request(std::move(request))
{
    connect(&m_process, &QProcess::readyReadStandardError, this, &ReportJob::takeProgress);
    connect(&m_process, &QProcess::finished, this, &ReportJob::takeEnd);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            fail(tr("The program that makes reports cannot be started: %1.").arg(m_request.program),
                 tr("It belongs beside this program: install the package again."));
        }
    });
}

ReportJob::~ReportJob()
{
    disconnect(&m_process, nullptr, this, nullptr);
    m_process.kill();  // QProcess waits for what was killed, which takes no time
}

QString ReportJob::title() const
{
    return tr("Report “%1”").arg(QFileInfo(m_request.file).fileName());
}

void ReportJob::start()
{
    Q_EMIT started();
    Q_EMIT progressed(-1, tr("Starting…"));
    m_process.start(m_request.program, argumentsOf(m_request));
}

void ReportJob::cancel()
{
    m_cancelled = true;
    if (m_process.state() == QProcess::NotRunning) {
        end(&Job::cancelled);
        return;
    }
    // Asked first, so that it takes away what it was writing.
    m_process.terminate();
    QTimer::singleShot(kUntilKilledMs, &m_process, &QProcess::kill);
}

void ReportJob::takeProgress()
{
    m_process.setReadChannel(QProcess::StandardError);
    while (m_process.canReadLine()) {
        const QString line = QString::fromUtf8(m_process.readLine()).trimmed();
        bool isShare = false;
        const double percent = line.section(QLatin1String(" %"), 0, 0).toDouble(&isShare);
        if (isShare) {
            constexpr double kAll = 100;
            Q_EMIT progressed(percent / kAll, tr("Making the report"));
        }
    }
}

void ReportJob::takeEnd(int exitCode, QProcess::ExitStatus status)
{
    if (m_cancelled || exitCode == kCancelled) {
        end(&Job::cancelled);
    } else if (status == QProcess::NormalExit && exitCode == 0) {
        end(&Job::finished);
    } else {
        m_process.setReadChannel(QProcess::StandardOutput);
        const QJsonObject error =
            QJsonDocument::fromJson(m_process.readAll()).object().value(QLatin1String("error")).toObject();
        const QString message = wordsOf(error, QLatin1String("sentence"), QLatin1String("message"));
        fail(message.isEmpty() ? tr("The report was not made: its program ended early. Nothing was written.") : message,
             wordsOf(error, QLatin1String("advice"), QLatin1String("hint")));
    }
}

void ReportJob::end(void (Job::*outcome)())
{
    if (!m_ended) {
        m_ended = true;
        Q_EMIT(this->*outcome)();
    }
}

void ReportJob::fail(const QString &message, const QString &hint)
{
    if (!m_ended) {
        m_ended = true;
        Q_EMIT failed(message, hint);
    }
}

}  // namespace atlas::widgets
