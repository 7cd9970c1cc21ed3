#pragma once

#include "core/task.h"
#include "storage/records.h"
#include "widgets/data/class_colours.h"
#include "widgets/data/label_keys.h"
#include "widgets/frame/keeps_place.h"
#include "widgets/frame/page.h"

class QStackedWidget;
class QTimer;

namespace atlas::storage {
struct ExportRequest;
}

namespace atlas::widgets {

class ClassSheet;
class DataInspector;
class DataToolbar;
class FilterBar;
class Labeller;
class QualityReview;
class SampleBrowser;
class SampleModel;
class SecondOpinion;
class Sheet;
class VersionSheet;

/// See, filter and label the samples of a dataset; import more; make tasks of them.
/// open(): a QString is filter text; a QVariantMap may hold "dataset" (name), "filter" (text), "samples" (ids to show
/// alone, with a "why"), "task" (true: the sheet that makes one) and "import" (files).
class DataPage final : public Page, public KeepsPlace {
    Q_OBJECT

public:
    explicit DataPage(const PageServices &services, QWidget *parent = nullptr);
    ~DataPage() override;

    QWidget *toolbar() override;
    QWidget *inspector() override;
    void open(const QVariant &argument) override;
    bool dropped(const QStringList &files) override;
    QList<QPair<QString, QString>> keys() const override;
    QVariant place() const override;  ///< dataset, filter, current sample
    void goBackTo(const QVariant &place) override;

    SampleModel *model() const { return m_model; }
    Labeller *labeller() const { return m_labeller; }
    SampleBrowser *browser() const { return m_browser; }

protected:
    void focusInEvent(QFocusEvent *event) override;
    void sessionChanged(Session *session) override;

private:
    void connectParts();
    void connectQuality();
    void connectOpinions();
    void connectVersions();
    void addCommands();
    void readDatasets();
    void readCounts();
    void showCounts();
    void takeDatasets(const std::vector<Dataset> &datasets);
    void chooseDataset(std::int64_t id);
    void readLists();  ///< samples and classes; the current sample stays
    void readClasses();
    void takeClasses(std::vector<storage::LabelClass> classes);
    void showSamples();
    void showChoice();
    void showGroup();
    void readHistory();
    void readOpinions(qint64 sample);
    void showAgreement();
    bool mayWrite();  ///< says why not
    void label(const std::string &name);
    void act(LabelAction action);
    void accept(bool other);   ///< a fix of the finding that is shown, or the suggestion
    void goTo(qint64 sample);  ///< whatever hides it is taken away
    void addClass(const QString &name);
    void manageClasses();
    void manageVersions();
    void showOnly(const std::vector<std::int64_t> &samples, const QString &what);
    void removeChosen();
    void startImport(const QStringList &sources);
    void runImport(const storage::ImportRequest &request);
    void showImportResult(const QString &dataset, const storage::ImportReport &report);
    void connectExport();
    void chooseExport();
    void runExport(const storage::ExportRequest &request);
    void makeTask();
    void chooseSource(bool folder);

    SampleModel *m_model;
    Labeller *m_labeller;
    ClassColours m_colours;
    DataToolbar *m_toolbar;
    DataInspector *m_inspector;
    FilterBar *m_filter;
    QStackedWidget *m_stack;  ///< the samples, or that none was found
    SampleBrowser *m_browser;
    EmptyState *m_none;
    QualityReview *m_quality;
    SecondOpinion *m_opinion;
    QTimer *m_classesSoon;
    QTimer *m_historySoon;
    QPointer<Sheet> m_sheet;
    QPointer<ClassSheet> m_classSheet;
    QPointer<VersionSheet> m_versionSheet;
    std::vector<Dataset> m_datasets;
    std::vector<storage::LabelClass> m_classes;
    Dataset m_dataset;
    QString m_wantedDataset;  ///< chosen as soon as it is there
    QString m_wantedFilter;
    qint64 m_wantedSample = 0;  ///< current as soon as the dataset is read
    bool m_wantsTask = false;   ///< a sheet for one, as soon as the classes of the dataset are there
    QStringList m_waiting;      ///< sources to import after the one in the sheet
    bool m_showsOnly = false;   ///< samples that a difference between versions named
    qint64 m_keep = 0;          ///< the sample that stays current when the list is read again
};

}  // namespace atlas::widgets
