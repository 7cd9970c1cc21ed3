#include "cli.h"
#include "small_project.h"
#include "storage/connection.h"
#include "storage/dataset_store.h"
#include "storage/opinions.h"
#include "storage/project.h"
#include "storage/sample_store.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace atlas;
using test::runAtlas;

/// `atlas agreement`.
class TestAgreementCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void withoutOpinionsItSaysSo();
    void aDatasetThatIsNotThereIsNamed();
    void tellsWhoAgreesWithWhom();

private:
    QTemporaryDir m_folder;
    QString m_project;
};

void TestAgreementCommand::initTestCase()
{
    m_project = m_folder.filePath("Small.atlas");
    QVERIFY(test::makeSmallProject(m_project));
}

void TestAgreementCommand::withoutOpinionsItSaysSo()
{
    const auto told = runAtlas({"agreement", m_project, "--dataset", "notes"});
    QVERIFY2(told.exitCode == 0, told.err);
    QVERIFY2(told.out.contains("Nobody has given a second opinion"), told.out);
}

void TestAgreementCommand::aDatasetThatIsNotThereIsNamed()
{
    const auto told = runAtlas({"agreement", m_project, "--dataset", "none"});
    QVERIFY(told.exitCode != 0);
    QVERIFY2(told.err.contains("\"none\""), told.err);
}

void TestAgreementCommand::tellsWhoAgreesWithWhom()
{
    std::vector<std::int64_t> ids;
    {
        const auto project = storage::Project::open(m_project.toStdString(), storage::OpenMode::ReadWrite);
        project->writer().run([&](storage::Connection &connection) {
            const Dataset dataset = *storage::DatasetStore(connection).find("notes");
            storage::SampleStore samples(connection, {});
            ids = samples.ids(dataset.id, {});
            ids.resize(20);
            storage::Opinions opinions(connection, dataset, "anna");
            const std::string other = storage::DatasetStore(connection).classes(dataset.id).back().name;
            std::size_t place = 0;
            for (const Sample &sample : samples.load(ids)) {
                const std::vector<std::int64_t> one{sample.id};
                opinions.give(one, place++ < 15 ? sample.labels[0].name : other);
            }
        });
    }
    const auto told = runAtlas({"agreement", m_project, "--dataset", "notes", "--json"});
    QVERIFY2(told.exitCode == 0, told.err);
    const QJsonObject answer = told.json();
    QCOMPARE(answer["samples"].toInt(), 20);
    const QJsonObject pair = answer["pairs"][0].toObject();
    QCOMPARE(pair["first"].toString() + "/" + pair["second"].toString(), QString("/anna"));
    QCOMPARE(pair["samples"].toInt(), 20);
    QVERIFY(pair["agreed"].toDouble() >= 0.75);
    QVERIFY(pair["kappa"]["value"].toDouble() < 1);
    QVERIFY(answer["alpha"].toDouble() < 1);
    QCOMPARE(answer["disagreed"].toArray().size(), qRound(20 * (1 - pair["agreed"].toDouble())));
    const auto words = runAtlas({"agreement", m_project, "--dataset", "notes"});
    QVERIFY2(words.out.contains("imported labels with anna: 20 samples"), words.out);
}

QTEST_GUILESS_MAIN(TestAgreementCommand)
#include "tst_agreement_command.moc"
