#pragma once

#include "storage/import/table_description.h"

#include <QPointer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QTimer;

namespace atlas::widgets {

class EmptyState;
class FunctionJob;
class ImportReportView;
class Session;

/// Import without leaving the page: a dry run that stores nothing and says what was found and what is wrong, then
/// [Import 1,484]. Of a table also what its columns are taken for; where its letters may be read in two ways, a person
/// has to say which before anything can be imported. The dry run starts again when an option changes. The import itself
/// is the page's job.
class ImportSheet final : public QWidget {
    Q_OBJECT

public:
    /// `sources`: a folder, a file, or several pictures (importSets()).
    ImportSheet(Session *session, const QStringList &sources, QWidget *parent = nullptr);
    ~ImportSheet() override;

Q_SIGNALS:
    void cancelled();
    void importWanted(const storage::ImportRequest &request);

private:
    QWidget *makeOptions();
    QWidget *makeButtons();
    void lookSoon();
    void look();  ///< how the table is read may have changed, and whether it is one
    void lookAtTable(const std::optional<storage::TableDescription> &table);
    void dryRun();  ///< with the table as it is known
    void start(FunctionJob *job);
    void showLooking(const QString &what);
    void showReport(const storage::ImportReport &report);
    void showFailure(const QString &message, const QString &hint);
    storage::ImportRequest request() const;

    QPointer<Session> m_session;
    QStringList m_sources;
    storage::ImportRequest m_source;  ///< what the sources alone ask for
    bool m_described = false;         ///< whether it is a table is known, and how that is read
    bool m_isTable = false;
    bool m_asking = false;  ///< the letters may be read in two ways
    qint64 m_possible = 0;  ///< what the last dry run would import
    QPointer<FunctionJob> m_looking;
    QTimer *m_soon;
    QLineEdit *m_dataset;
    QComboBox *m_kind;
    QComboBox *m_format;
    QCheckBox *m_multiLabel;
    QCheckBox *m_link;
    QStackedWidget *m_stack;
    EmptyState *m_state;
    QScrollArea *m_scroll;  ///< for low windows
    ImportReportView *m_report;
    QLabel *m_place;
    QPushButton *m_import;
};

}  // namespace atlas::widgets
