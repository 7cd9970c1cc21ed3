#include "core/label_share.h"

#include <QtTest>

using namespace atlas;

namespace {

RunSpec specOf(std::map<std::string, std::string> settings, std::int64_t maxTrain = 0)
{
    RunSpec spec;
    spec.strategy = "atlas";
    spec.settings = std::move(settings);
    spec.maxTrain = maxTrain;
    return spec;
}

}  // namespace

class TestLabelShare : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsWithoutTheSettingUseAll();
    void theShareIsOfWhatTheLimitLeaves();
    void labelsAreComparedAsNumbers();
};

void TestLabelShare::runsWithoutTheSettingUseAll()
{
    QCOMPARE(trainShare(specOf({})), 1.0);
    QCOMPARE(usedSamples(specOf({}), 300), 300.0);
    QVERIFY(sameLabels(specOf({}), specOf({{"train_share", "1"}, {"noise_share", "0"}, {"imbalance_ratio", "1"}})));
}

void TestLabelShare::theShareIsOfWhatTheLimitLeaves()
{
    QCOMPARE(usedSamples(specOf({{"train_share", "0.25"}}), 300), 75.0);
    QCOMPARE(usedSamples(specOf({{"train_share", "0.25"}}, 100), 300), 25.0);
    QCOMPARE(usedSamples(specOf({}, 100), 300), 100.0);
    QCOMPARE(usedSamples(specOf({{"train_share", "0.01"}}), 20), 1.0);
}

void TestLabelShare::labelsAreComparedAsNumbers()
{
    QVERIFY(sameLabels(specOf({{"train_share", "0.1"}}), specOf({{"train_share", "0.10"}})));
    QVERIFY(!sameLabels(specOf({{"train_share", "0.1"}}), specOf({})));
    QVERIFY(!sameLabels(specOf({{"noise_share", "0.2"}}), specOf({})));
    QVERIFY(!sameLabels(specOf({{"imbalance_ratio", "10"}}), specOf({})));
    QVERIFY(!sameLabels(specOf({}, 10), specOf({})));
}

QTEST_APPLESS_MAIN(TestLabelShare)
#include "tst_label_share.moc"
