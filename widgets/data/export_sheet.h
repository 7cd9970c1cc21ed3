#pragma once

#include "core/task.h"
#include "storage/exporter.h"

#include <QPointer>
#include <QWidget>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QPushButton;
class QTimer;
class QVBoxLayout;

namespace atlas::widgets {

class FunctionJob;
class Session;

/// What of a dataset can be exported: everything, what the filter shows, what is chosen.
struct ExportChoice {
    Dataset dataset;
    std::vector<std::int64_t> shown;
    std::vector<std::int64_t> chosen;
};

/// Asks how, what and where a dataset is written; says beforehand which format cannot hold it, and why. The export
/// itself is the page's job.
class ExportSheet final : public QWidget {
    Q_OBJECT

public:
    ExportSheet(Session *session, ExportChoice choice, QWidget *parent = nullptr);
    ~ExportSheet() override;

Q_SIGNALS:
    void cancelled();
    void exportWanted(const storage::ExportRequest &request);

private:
    enum Part { All, Shown, Chosen };

    void addFormats(QVBoxLayout *layout);
    void addParts(QVBoxLayout *layout);
    void addFolder(QVBoxLayout *layout);
    QWidget *makeButtons();
    QString proposedFolder(const QString &parent) const;
    void chooseFolder();
    void findObstacles();
    void takeObstacles(const std::vector<Sentence> &obstacles);
    void checkFolder();
    void update();
    storage::ExportRequest request() const;

    QPointer<Session> m_session;
    ExportChoice m_choice;
    QPointer<FunctionJob> m_looking;
    QTimer *m_soon;
    QButtonGroup *m_formats;
    QList<QLabel *> m_obstacleTexts;
    QButtonGroup *m_parts;
    QLineEdit *m_folder;
    QLabel *m_folderFault;
    QLabel *m_hint;
    QPushButton *m_export;
    bool m_known = false;  ///< which formats can hold it
    bool m_folderFree = false;
    bool m_folderIsOurs = true;  ///< its name follows the format
};

}  // namespace atlas::widgets
