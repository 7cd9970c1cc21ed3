#include "support/screenshot.h"
#include "widgets/frame/glossary.h"
#include "widgets/frame/language.h"
#include "widgets/frame/main_window.h"
#include "widgets/frame/sheet.h"
#include "widgets/frame/theme.h"
#include "widgets/jobs.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QSet>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

using namespace atlas::widgets;

class TestGlossary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { language::apply(QStringLiteral("en")); }
    void termsAreUniqueAndSaidInOneSentence();
    void explainsInTheLanguageThatIsOn();
    void labelsAreExplainedByTheirTerms();
    void findsByNameAndByWhatIsSaid();
    void saysWhenNothingIsFound();
    void opensAsASheetFromHelp();
};

namespace {

QStringList shownTerms(const GlossaryView &view)
{
    QStringList terms;
    for (const GlossaryEntry &entry : glossary()) {
        const QString name = QLatin1String(entry.term);
        if (view.findChild<QWidget *>(QStringLiteral("term.") + name)->isVisible()) {
            terms << name;
        }
    }
    return terms;
}

}  // namespace

void TestGlossary::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("atlas-test"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_glossary"));
    theme::apply(*qApp, theme::Mode::Light);
}

void TestGlossary::termsAreUniqueAndSaidInOneSentence()
{
    QSet<QString> terms;
    for (const GlossaryEntry &entry : glossary()) {
        const QString sentence = QString::fromLatin1(entry.sentence);
        QVERIFY2(!terms.contains(QLatin1String(entry.term)), entry.term);
        terms.insert(QLatin1String(entry.term));
        QVERIFY2(sentence.endsWith(QLatin1Char('.')) && sentence.count(QStringLiteral(". ")) == 0, entry.term);
        QCOMPARE(explain(QLatin1String(entry.term)), sentence);
    }
    for (const char *term : {"adapter", "forgetting", "stage", "backbone", "gate", "novelty", "calibration",
                             "confidence interval", "seed", "baseline"}) {
        QVERIFY2(terms.contains(QLatin1String(term)), term);
    }
    QVERIFY(explain(QStringLiteral("no such term")).isEmpty());
}

void TestGlossary::explainsInTheLanguageThatIsOn()
{
    const QString english = explain(QStringLiteral("forgetting"));
    language::apply(QStringLiteral("ja"));
    for (const GlossaryEntry &entry : glossary()) {
        QVERIFY2(explain(QLatin1String(entry.term)) != QLatin1String(entry.sentence), entry.term);
    }
    QVERIFY(explain(QStringLiteral("forgetting")).contains(QStringLiteral("学習")));
    language::apply(QStringLiteral("en"));
    QCOMPARE(explain(QStringLiteral("forgetting")), english);
}

void TestGlossary::labelsAreExplainedByTheirTerms()
{
    const auto says = [](const char *label, const char *term) {
        return withTerm(QStringLiteral("Help & more"), QLatin1String(label)).contains(explain(QLatin1String(term)));
    };
    QVERIFY(says("forgetting_from_first", "forgetting"));
    QVERIFY(says("bwt", "backward transfer"));
    QVERIFY(says("worst_drop", "forgetting"));
    QVERIFY(says("seed", "seed"));  // a term is its own label
    QVERIFY(says("gateChart", "gate"));
    const QString tip = withTerm(QStringLiteral("Help & more\nFormula: a < b"), QStringLiteral("adapters"));
    QVERIFY2(tip.startsWith(QStringLiteral("<p>Help &amp; more<br>Formula: a &lt; b</p>")), qPrintable(tip));
    QVERIFY(withTerm(QStringLiteral("<p>rich</p>"), QStringLiteral("head")).startsWith(QStringLiteral("<p>rich</p>")));
    QCOMPARE(withTerm(QStringLiteral("Help & more"), QStringLiteral("no such label")), QStringLiteral("Help & more"));
    language::apply(QStringLiteral("ja"));
    QVERIFY(says("gateChart", "gate"));
}

void TestGlossary::findsByNameAndByWhatIsSaid()
{
    GlossaryView view;
    view.show();
    QCOMPARE(shownTerms(view).size(), qsizetype(glossary().size()));
    auto *search = view.findChild<QLineEdit *>(QStringLiteral("glossarySearch"));
    QTest::keyClicks(search, QStringLiteral("FORGETT"));
    QVERIFY(shownTerms(view).contains(QStringLiteral("forgetting")));
    QVERIFY(!shownTerms(view).contains(QStringLiteral("seed")));
    search->setText(QStringLiteral("frozen backbone"));
    QCOMPARE(shownTerms(view), QStringList{QStringLiteral("adapter")});
    search->clear();
    QCOMPARE(shownTerms(view).size(), qsizetype(glossary().size()));
}

void TestGlossary::saysWhenNothingIsFound()
{
    GlossaryView view;
    view.show();
    auto *none = view.findChild<QLabel *>(QStringLiteral("glossaryNone"));
    QVERIFY(!none->isVisible());
    view.findChild<QLineEdit *>(QStringLiteral("glossarySearch"))->setText(QStringLiteral("zzz"));
    QVERIFY(none->isVisible());
    QVERIFY(shownTerms(view).isEmpty());
}

void TestGlossary::opensAsASheetFromHelp()
{
    for (const char *code : {"en", "ja"}) {
        language::apply(QLatin1String(code));
        JobList jobs;
        MainWindow window({&jobs, nullptr});
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.findChild<QAction *>(QStringLiteral("helpGlossary"))->trigger();
        auto *sheet = window.findChild<Sheet *>();
        QVERIFY(sheet && sheet->isVisible());
        QVERIFY(sheet->findChild<QLineEdit *>(QStringLiteral("glossarySearch"))->hasFocus());
        QVERIFY(!atlas::test::saveScreenshot(window, QStringLiteral("glossary_") + QLatin1String(code)).isEmpty());
        QTest::keyClick(sheet, Qt::Key_Escape);
        QVERIFY(!sheet->isVisible());
    }
}

QTEST_MAIN(TestGlossary)
#include "tst_glossary.moc"
