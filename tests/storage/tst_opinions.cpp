#include "project_fixture.h"

#include "storage/class_editor.h"
#include "storage/curation.h"
#include "storage/dataset_store.h"
#include "storage/judgements.h"
#include "storage/migrations.h"
#include "storage/opinions.h"
#include "storage/query.h"
#include "storage/second_opinion.h"

#include <QtTest>

using namespace atlas;
using namespace atlas::storage;
using atlas::test::ProjectFixture;
using atlas::test::textSample;
using Ids = std::vector<std::int64_t>;

class TestOpinions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anotherOpinionMakesASampleDisputed();
    void theSameOpinionVerifies();
    void whoeverChangesTheirMindEndsTheDispute();
    void aFlagStaysWhenAnOpinionAgrees();
    void onesOwnLabelIsJudgedAgain();
    void withdrawingBringsBackWhatWas();
    void settlingKeepsWhatWasSaid();
    void aThirdPersonIsComparedWithTheSettledLabel();
    void severalClassesTakeSeveralKeys();
    void weightedAnswersAreComparedByTheWeightiest();
    void everyStepIsTakenBackAndDoneAgain();
    void mergedClassesEndTheDispute();
    void aDeletedClassIsNoOpinion();
    void whoChangesClassesHasNotLabelled();
    void undoGivesTheLabelBackToWhoGaveIt();
    void whoLabelledBeforeIsKnownFromTheHistory();
    void theQueueIsOfOthersAndStays();
    void theQueueGoesOnWhenAllAreJudged();
    void whoIsAloneJudgesOwnLabelsAgain();
    void nothingTellsTheLabelToWhoJudges();
    void judgementsAreReadForAgreement();
};

namespace {

struct Fixture : ProjectFixture {
    explicit Fixture(bool multiLabel = false) : dataset(addDataset("d", "text", multiLabel))
    {
        // Labelled by anna: cat, dog, cat, dog ...
        for (int i = 0; i < 6; ++i) {
            ids.push_back(addSamples(dataset, {textSample("text " + std::to_string(i))}).front());
            label("anna", ids.back(), i % 2 == 0 ? "cat" : "dog");
        }
    }

    template <typename Work>
    Ids opine(const std::string &actor, Work work)
    {
        return project().writer().run([&](Connection &connection) {
            Opinions opinions(connection, DatasetStore(connection).get(dataset), actor);
            return work(opinions);
        });
    }

    Ids give(const std::string &actor, std::int64_t sample, const std::string &name)
    {
        return opine(actor, [&](Opinions &o) { return o.give(Ids{sample}, name); });
    }

    Ids withdraw(const std::string &actor, std::int64_t sample)
    {
        return opine(actor, [&](Opinions &o) { return o.withdraw(Ids{sample}); });
    }

    void label(const std::string &actor, std::int64_t sample, const std::string &name)
    {
        project().writer().run([&](Connection &connection) {
            Curation(connection, DatasetStore(connection).get(dataset), actor).label(Ids{sample}, name);
        });
    }

    template <typename Work>
    void editClasses(const std::string &actor, Work work)
    {
        project().writer().run([&](Connection &connection) {
            ClassEditor editor(connection, DatasetStore(connection).get(dataset), actor);
            work(editor);
        });
    }

    std::int64_t classId(const std::string &name)
    {
        const auto reader = project().connect();
        for (const LabelClass &one : DatasetStore(*reader).classes(dataset)) {
            if (one.name == name) {
                return one.id;
            }
        }
        return 0;
    }

    bool undo(const std::string &actor = "anna")
    {
        return project().writer().run(
            [&](Connection &connection) { return EditJournal(connection, dataset).undo(actor).has_value(); });
    }

    bool redo()
    {
        return project().writer().run(
            [&](Connection &connection) { return EditJournal(connection, dataset).redo("anna").has_value(); });
    }

    /// "dog verified {anna: dog; ben: dog}"
    QString stateOf(std::int64_t sample)
    {
        const auto reader = project().connect();
        const Sample now = SampleStore(*reader, {}).load(Ids{sample}).at(0);
        return QString::fromStdString(LabelRows::describe(now.labels) + " " + reviewStateName(now.review) + " {" +
                                      describeOpinions(*reader, sample) + "}");
    }

    QString allStates()
    {
        QStringList states;
        for (const std::int64_t id : ids) {
            states << stateOf(id);
        }
        return states.join(QLatin1Char('\n'));
    }

    OpinionQueue queue(const std::string &actor, std::size_t size)
    {
        const auto reader = project().connect();
        return opinionQueue(*reader, dataset, actor, size);
    }

    std::string labelledBy(std::int64_t sample)
    {
        const auto reader = project().connect();
        return reader->text("SELECT labelled_by FROM sample WHERE id = " + std::to_string(sample));
    }

    std::int64_t dataset;
    Ids ids;
};

}  // namespace

void TestOpinions::anotherOpinionMakesASampleDisputed()
{
    Fixture fixture;
    QCOMPARE(fixture.give("ben", fixture.ids[0], "dog"), Ids{fixture.ids[0]});
    QCOMPARE(fixture.stateOf(fixture.ids[0]), "cat disputed {anna: cat; ben: dog}");
    QCOMPARE(fixture.give("ben", fixture.ids[0], "dog"), Ids());  // said already
    QCOMPARE(fixture.stateOf(fixture.ids[1]), "dog labelled {}");
}

void TestOpinions::theSameOpinionVerifies()
{
    Fixture fixture;
    fixture.give("ben", fixture.ids[0], "cat");
    QCOMPARE(fixture.stateOf(fixture.ids[0]), "cat verified {anna: cat; ben: cat}");
    fixture.give("carl", fixture.ids[0], "mouse");
    QCOMPARE(fixture.stateOf(fixture.ids[0]), "cat disputed {anna: cat; ben: cat; carl: mouse}");
    const auto imported = fixture.addSamples(fixture.dataset, {textSample("imported", {{"cat"}})}).front();
    fixture.give("anna", imported, "cat");  // who imported has not judged
    QCOMPARE(fixture.stateOf(imported), "cat verified {imported: cat; anna: cat}");
}

void TestOpinions::whoeverChangesTheirMindEndsTheDispute()
{
    Fixture fixture;
    fixture.give("ben", fixture.ids[0], "dog");
    fixture.give("carl", fixture.ids[0], "dog");
    fixture.give("ben", fixture.ids[0], "cat");
    QCOMPARE(fixture.stateOf(fixture.ids[0]).section(QLatin1Char(' '), 1, 1), "disputed");  // carl still says dog
    fixture.give("carl", fixture.ids[0], "cat");
    QCOMPARE(fixture.stateOf(fixture.ids[0]).section(QLatin1Char(' '), 1, 1), "verified");
}

void TestOpinions::aFlagStaysWhenAnOpinionAgrees()
{
    Fixture fixture;
    fixture.project().writer().run([&](Connection &connection) {
        Curation(connection, DatasetStore(connection).get(fixture.dataset), "anna")
            .review(Ids{fixture.ids[0]}, ReviewState::Disputed);
    });
    fixture.give("ben", fixture.ids[0], "cat");
    QCOMPARE(fixture.stateOf(fixture.ids[0]), "cat disputed {anna: cat; ben: cat}");
}

void TestOpinions::onesOwnLabelIsJudgedAgain()
{
    Fixture fixture;
    fixture.give("anna", fixture.ids[0], "cat");
    QCOMPARE(fixture.stateOf(fixture.ids[0]), "cat labelled {anna: cat; anna (again): cat}");
    fixture.give("anna", fixture.ids[0], "dog");
    QCOMPARE(fixture.stateOf(fixture.ids[0]), "cat disputed {anna: cat; anna (again): dog}");
}

void TestOpinions::withdrawingBringsBackWhatWas()
{
    Fixture fixture;
    for (const char *name : {"cat", "dog"}) {
        fixture.give("ben", fixture.ids[0], name);
        QCOMPARE(fixture.withdraw("ben", fixture.ids[0]), Ids{fixture.ids[0]});
        QCOMPARE(fixture.stateOf(fixture.ids[0]), "cat labelled {}");
    }
    QCOMPARE(fixture.withdraw("ben", fixture.ids[0]), Ids());
    fixture.give("ben", fixture.ids[0], "cat");
    fixture.give("carl", fixture.ids[0], "dog");
    fixture.withdraw("carl", fixture.ids[0]);
    QCOMPARE(fixture.stateOf(fixture.ids[0]), "cat verified {anna: cat; ben: cat}");
}

void TestOpinions::settlingKeepsWhatWasSaid()
{
    Fixture fixture;
    fixture.give("ben", fixture.ids[0], "dog");
    fixture.opine("anna", [&](Opinions &o) { return o.settle(fixture.ids[0], {{"dog"}}); });
    QCOMPARE(fixture.stateOf(fixture.ids[0]), "dog verified {anna: cat; ben: dog}");
    QVERIFY(fixture.undo());
    QCOMPARE(fixture.stateOf(fixture.ids[0]), "cat disputed {anna: cat; ben: dog}");
}

void TestOpinions::aThirdPersonIsComparedWithTheSettledLabel()
{
    Fixture fixture;
    fixture.give("ben", fixture.ids[0], "dog");
    fixture.opine("anna", [&](Opinions &o) { return o.settle(fixture.ids[0], {{"dog"}}); });
    fixture.give("carl", fixture.ids[0], "dog");
    QCOMPARE(fixture.stateOf(fixture.ids[0]), "dog verified {anna: cat; ben: dog; carl: dog}");
    fixture.give("carl", fixture.ids[0], "cat");
    QCOMPARE(fixture.stateOf(fixture.ids[0]), "dog disputed {anna: cat; ben: dog; carl: cat}");
}

void TestOpinions::severalClassesTakeSeveralKeys()
{
    Fixture fixture(true);
    fixture.label("anna", fixture.ids[0], "wet");  // cat, wet
    fixture.give("ben", fixture.ids[0], "cat");
    QCOMPARE(fixture.stateOf(fixture.ids[0]), "cat, wet disputed {anna: cat, wet; ben: cat}");
    fixture.give("ben", fixture.ids[0], "wet");
    QCOMPARE(fixture.stateOf(fixture.ids[0]), "cat, wet verified {anna: cat, wet; ben: cat, wet}");
    fixture.give("ben", fixture.ids[0], "wet");
    fixture.give("ben", fixture.ids[0], "cat");
    QCOMPARE(fixture.stateOf(fixture.ids[0]), "cat, wet labelled {}");
}

void TestOpinions::weightedAnswersAreComparedByTheWeightiest()
{
    Fixture fixture;
    const auto id = fixture.addSamples(fixture.dataset, {textSample("q", {{"red", 0.7}, {"blue", 0.3}})}).front();
    fixture.give("ben", id, "red");
    QCOMPARE(fixture.stateOf(id), "red (0.7), blue (0.3) verified {imported: red (0.7), blue (0.3); ben: red}");
    fixture.give("carl", id, "blue");
    QVERIFY(fixture.stateOf(id).contains(QStringLiteral("disputed")));
}

void TestOpinions::everyStepIsTakenBackAndDoneAgain()
{
    Fixture fixture;
    QStringList states{fixture.allStates()};
    const auto step = [&](const Ids &) { states << fixture.allStates(); };
    step(fixture.give("ben", fixture.ids[0], "cat"));
    step(fixture.give("ben", fixture.ids[1], "new"));
    step(fixture.opine("carl", [&](Opinions &o) { return o.give(fixture.ids, "dog"); }));
    step(fixture.opine("anna", [&](Opinions &o) { return o.settle(fixture.ids[1], {{"new"}}); }));
    step(fixture.withdraw("carl", fixture.ids[0]));
    QCOMPARE(states.removeDuplicates(), 0);
    for (qsizetype i = states.size() - 1; i-- > 0;) {
        QVERIFY(fixture.undo());
        QCOMPARE(fixture.allStates(), states[i]);
    }
    for (qsizetype i = 1; i < states.size(); ++i) {
        QVERIFY(fixture.redo());
        QCOMPARE(fixture.allStates(), states[i]);
    }
}

void TestOpinions::mergedClassesEndTheDispute()
{
    Fixture fixture;
    fixture.give("ben", fixture.ids[0], "Cat");
    fixture.give("ben", fixture.ids[2], "dog");
    const QString before = fixture.allStates();
    const Ids spelling{fixture.classId("Cat")};
    fixture.editClasses("anna", [&](ClassEditor &e) { e.merge(spelling, fixture.classId("cat")); });
    QCOMPARE(fixture.stateOf(fixture.ids[0]), "cat verified {anna: cat; ben: cat}");
    QCOMPARE(fixture.stateOf(fixture.ids[2]), "cat disputed {anna: cat; ben: dog}");
    QVERIFY(fixture.undo());
    QCOMPARE(fixture.allStates(), before);
}

void TestOpinions::aDeletedClassIsNoOpinion()
{
    Fixture fixture;
    fixture.give("ben", fixture.ids[0], "dog");
    const QString before = fixture.allStates();
    fixture.editClasses("anna", [&](ClassEditor &e) { e.remove(fixture.classId("dog")); });
    QCOMPARE(fixture.stateOf(fixture.ids[0]), "cat disputed {anna: cat}");
    QVERIFY(fixture.undo());
    QCOMPARE(fixture.allStates(), before);
}

void TestOpinions::whoChangesClassesHasNotLabelled()
{
    Fixture fixture;
    const Ids from{fixture.classId("dog")};
    fixture.editClasses("carl", [&](ClassEditor &e) { e.merge(from, fixture.classId("cat")); });
    QCOMPARE(fixture.labelledBy(fixture.ids[1]), "anna");
    QVERIFY(fixture.queue("carl", 0).samples.size() == 6);
}

void TestOpinions::undoGivesTheLabelBackToWhoGaveIt()
{
    Fixture fixture;
    fixture.label("ben", fixture.ids[0], "dog");
    QCOMPARE(fixture.labelledBy(fixture.ids[0]), "ben");
    QVERIFY(fixture.undo("ben"));
    QCOMPARE(fixture.labelledBy(fixture.ids[0]), "anna");
    fixture.project().writer().run([&](Connection &connection) {
        Curation(connection, DatasetStore(connection).get(fixture.dataset), "ben").unlabel(Ids{fixture.ids[0]});
    });
    QCOMPARE(fixture.labelledBy(fixture.ids[0]), "");
}

void TestOpinions::whoLabelledBeforeIsKnownFromTheHistory()
{
    constexpr int kBefore = 6;
    QTemporaryDir folder;
    Connection connection(folder.filePath("project.db").toStdString(), Connection::Access::Create);
    std::vector<SchemaStep> steps(schemaSteps().begin(), schemaSteps().end());
    const std::vector<SchemaStep> older(steps.begin(), steps.begin() + kBefore);
    migrate(connection, folder.path().toStdString(), older);
    connection.execute("INSERT INTO dataset (id, name, kind, multi_label, created_us) VALUES (1, 'd', 'text', 0, 0);"
                       "INSERT INTO label_class (id, dataset_id, name, position) VALUES (1, 1, 'cat', 0);");
    for (const int id : {1, 2, 3}) {
        Query(connection, "INSERT INTO sample (id, dataset_id, external_id, split, text, text2, question, "
                          "sample_group, review, note, source) VALUES (?, 1, '', 0, 't', '', '', '', 1, '', '')")
            .bind(id)
            .run();
    }
    connection.execute("INSERT INTO sample_label VALUES (1, 1, 1.0); INSERT INTO sample_label VALUES (2, 1, 1.0);"
                       "INSERT INTO event (at_us, actor, what, sample_id, before_value, after_value) VALUES "
                       "(1, 'importer', 'import', 1, '', 'cat'), (1, 'importer', 'import', 2, '', ''), "
                       "(2, 'ben', 'label', 2, '', 'dog'), (3, 'anna', 'label', 2, 'dog', 'cat'), "
                       "(4, 'carl', 'review', 2, '', ''), (4, 'carl', 'label', 3, 'cat', '');");
    migrate(connection, folder.path().toStdString(), steps);
    QCOMPARE(connection.text("SELECT group_concat(labelled_by, '/') FROM sample"), "/anna/");
}

void TestOpinions::theQueueIsOfOthersAndStays()
{
    Fixture fixture;
    fixture.label("ben", fixture.ids[0], "cat");
    fixture.label("ben", fixture.ids[0], "dog");
    const OpinionQueue queue = fixture.queue("ben", 3);
    QCOMPARE(queue.samples.size(), 3U);
    QCOMPARE(queue.judged, 0);
    QVERIFY(!queue.again);
    QVERIFY(std::ranges::find(queue.samples, fixture.ids[0]) == queue.samples.end());
    fixture.give("ben", queue.samples[0], "cat");
    const OpinionQueue later = fixture.queue("ben", 3);  // the same ones, what is open first
    QCOMPARE(later.samples, (Ids{queue.samples[1], queue.samples[2], queue.samples[0]}));
    QCOMPARE(later.judged, 1);
    const auto reader = fixture.project().connect();
    QCOMPARE(judgedAmong(*reader, "ben", later.samples), 1);
    QCOMPARE(judgedAmong(*reader, "carl", later.samples), 0);
    QCOMPARE(fixture.queue("carl", 0).samples.size(), 6U);
}

void TestOpinions::theQueueGoesOnWhenAllAreJudged()
{
    Fixture fixture;
    const Ids first = fixture.queue("ben", 4).samples;
    fixture.opine("ben", [&](Opinions &o) { return o.give(first, "cat"); });
    const OpinionQueue next = fixture.queue("ben", 4);
    QCOMPARE(next.samples.size(), 2U);
    QCOMPARE(next.judged, 0);
    fixture.opine("ben", [&](Opinions &o) { return o.give(next.samples, "cat"); });
    QCOMPARE(fixture.queue("ben", 4).judged, 2);  // nothing is left: the last ones
    QCOMPARE(fixture.queue("ben", 0).judged, 6);
}

void TestOpinions::whoIsAloneJudgesOwnLabelsAgain()
{
    Fixture fixture;
    QVERIFY(fixture.queue("anna", 0).again);
    QCOMPARE(fixture.queue("anna", 0).samples.size(), 6U);
    fixture.give("anna", fixture.ids[0], "cat");
    QCOMPARE(fixture.queue("anna", 0).judged, 1);
    fixture.label("ben", fixture.ids[5], "cat");
    QVERIFY(!fixture.queue("anna", 0).again);
    QCOMPARE(fixture.queue("anna", 0).samples, Ids{fixture.ids[5]});
}

void TestOpinions::nothingTellsTheLabelToWhoJudges()
{
    Fixture fixture;
    Sample given = textSample("words", {{"cat"}});
    given.source = "cat/1.txt";
    given.externalId = "cat 1";
    given.group = "cats";
    given.note = "surely a cat";
    const auto id = fixture.addSamples(fixture.dataset, {given}).front();
    const auto hidden = [&](const std::string &actor) {
        const auto reader = fixture.project().connect();
        std::vector<Sample> samples = SampleStore(*reader, {}).load(Ids{id});
        hideFrom(*reader, actor, samples);
        return samples.front();
    };
    const Sample seen = hidden("ben");
    QCOMPARE(seen.text, "words");
    QVERIFY(seen.labels.empty());
    QCOMPARE(seen.review, ReviewState::Unlabelled);
    QCOMPARE(seen.source + seen.externalId + seen.group + seen.note, "");
    fixture.give("ben", id, "dog");
    QCOMPARE(hidden("ben").labels, (std::vector<Label>{{"dog", 1.0}}));  // own, not the label
    QCOMPARE(hidden("ben").review, ReviewState::Labelled);               // not disputed
    QVERIFY(hidden("carl").labels.empty());
}

void TestOpinions::judgementsAreReadForAgreement()
{
    Fixture fixture;
    for (std::size_t i = 0; i < 4; ++i) {
        fixture.give("ben", fixture.ids[i], i == 0 || i % 2 == 1 ? "dog" : "cat");
    }
    fixture.give("carl", fixture.ids[0], "dog");
    fixture.opine("anna", [&](Opinions &o) { return o.settle(fixture.ids[0], {{"dog"}}); });
    const auto reader = fixture.project().connect();
    const DatasetJudgements all = readJudgements(*reader, fixture.dataset);
    QCOMPARE(all.people, (std::vector<std::string>{"anna", "ben", "carl"}));
    QCOMPARE(all.classes, (std::vector<std::string>{"cat", "dog"}));
    QCOMPARE(all.samples, Ids(fixture.ids.begin(), fixture.ids.begin() + 4));
    const Agreement agreement = agreementOf(all.table);
    QCOMPARE(agreement.pairs.front().both, 4);
    QCOMPARE(agreement.pairs.front().agreed, 0.75);  // of what they said, not of what was settled
    QCOMPARE(agreement.disagreed, std::vector<std::size_t>{0});
}

QTEST_APPLESS_MAIN(TestOpinions)
#include "tst_opinions.moc"
