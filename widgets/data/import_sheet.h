#pragma once

#include "storage/records.h"

#include <QPointer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTimer;

namespace atlas::widgets {

class EmptyState;
class FunctionJob;
class ImportReportView;
class Session;

/// Import without leaving the page: a dry run that stores nothing and says what was found and what is wrong, then
/// [Import 1,484]. The dry run starts again when an option changes. The import itself is the page's job.
class ImportSheet final : public QWidget {
    Q_OBJECT

public:
    ImportSheet(Session *session, const QString &source, QWidget *parent = nullptr);
    ~ImportSheet() override;

Q_SIGNALS:
    void cancelled();
    void importWanted(const storage::ImportRequest &request);

private:
    QWidget *makeOptions();
    QWidget *makeButtons();
    void lookSoon();
    void look();
    void showReport(const storage::ImportReport &report);
    void showFailure(const QString &message, const QString &hint);
    storage::ImportRequest request() const;

    QPointer<Session> m_session;
    QString m_source;
    QPointer<FunctionJob> m_looking;
    QTimer *m_soon;
    QLineEdit *m_dataset;
    QComboBox *m_kind;
    QComboBox *m_format;
    QCheckBox *m_multiLabel;
    QCheckBox *m_link;
    QStackedWidget *m_stack;
    EmptyState *m_state;
    ImportReportView *m_report;
    QPushButton *m_import;
};

}  // namespace atlas::widgets
