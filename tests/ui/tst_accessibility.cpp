#include "fake_training.h"
#include "focus_walk.h"
#include "support/screenshot.h"
#include "trained_project.h"
#include "widgets/frame/language.h"
#include "widgets/frame/main_window.h"
#include "widgets/frame/page_registry.h"
#include "widgets/frame/rail.h"
#include "widgets/frame/theme.h"
#include "widgets/frame/workspace.h"
#include "widgets/start/recent_projects.h"
#include "widgets/start/start_page.h"

#include <QPainter>
#include <QProcess>
#include <QSet>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

#include <cmath>

using namespace atlas;
using namespace atlas::widgets;

/// Every page of the window without a mouse, without sight, in both languages, small and large.
class TestAccessibility : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void everyStopHasAName_data() { addPages(); }
    void everyStopHasAName();
    void tabReachesEverythingInReadingOrder_data() { addPages(); }
    void tabReachesEverythingInReadingOrder();
    void focusIsSeen_data() { addPages(); }
    void focusIsSeen();
    void noTextIsCut_data() { addPages(); }
    void noTextIsCut();
    void noTextIsCutAtTwiceTheSize();
    void allPagesStandOnTheRail();
    void arrowsLeadAlongTheRail();
    void textCanBeReadOnItsGround_data();
    void textCanBeReadOnItsGround();

private:
    void addPages();
    void show(const QString &page);
    QWidget &shown() const { return *m_window; }

    std::unique_ptr<test::TrainedProject> m_project;
    std::unique_ptr<test::FakeTraining> m_training;
    std::unique_ptr<JobList> m_jobs;
    std::unique_ptr<MainWindow> m_window;
};

namespace {

double luminance(const QColor &colour)
{
    const auto linear = [](float part) {
        return part <= 0.04045F ? double(part) / 12.92 : std::pow((double(part) + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a);
    const double other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

/// Whether `next` stands before `now` although both are children of one widget: above it and not in a column to its
/// right, or to its left in the same row.
bool goesBack(const QWidget *now, const QWidget *next)
{
    if (now->parentWidget() != next->parentWidget()) {
        return false;
    }
    const QRect a = now->geometry();
    const QRect b = next->geometry();
    const bool sameRow = a.top() <= b.bottom() && b.top() <= a.bottom();
    return sameRow ? b.right() < a.left() : b.bottom() < a.top() && b.left() <= a.right();
}

}  // namespace

void TestAccessibility::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("atlas-test"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_accessibility"));
    theme::apply(*qApp, theme::Mode::Light);
}

void TestAccessibility::init()
{
    QSettings().clear();
    language::apply(QStringLiteral("en"));
}

void TestAccessibility::cleanup()
{
    m_window.reset();
    m_jobs.reset();
    m_training.reset();
    m_project.reset();
}

void TestAccessibility::addPages()
{
    QTest::addColumn<QString>("page");
    QTest::newRow("start") << QString();
    for (const PageEntry &entry : pageRegistry()) {
        QTest::newRow(entry.id) << QString::fromLatin1(entry.id);
    }
}

/// The page with two finished runs behind it; none = the start page.
void TestAccessibility::show(const QString &page)
{
    cleanup();
    m_project =
        std::make_unique<test::TrainedProject>(std::vector<std::vector<double>>{{0.9}, {0.85, 0.8}, {0.8, 0.78, 0.9}});
    m_project->addCurves(m_project->finished());
    m_project->addRival("shared", 0.05);
    m_training = std::make_unique<test::FakeTraining>();
    m_jobs = std::make_unique<JobList>();
    m_window = std::make_unique<MainWindow>(PageServices{m_jobs.get(), m_training.get()});
    if (!page.isEmpty()) {
        m_window->setSession(m_project->takeSession());
        m_window->workspace()->openPage(page);
    } else {
        RecentProjects::add(QString::fromStdString(m_project->session().project().folder().string()));
        m_window->startPage()->refresh();
    }
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::qWait(400);
}

void TestAccessibility::everyStopHasAName()
{
    QFETCH(QString, page);
    show(page);
    QStringList nameless;
    for (QWidget *stop : test::tabStops(shown())) {
        if (test::accessibleNameOf(stop).trimmed().isEmpty()) {
            nameless << test::describe(stop);
        }
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QStringLiteral("; "))));
}

void TestAccessibility::tabReachesEverythingInReadingOrder()
{
    QFETCH(QString, page);
    show(page);
    const QList<QWidget *> stops = test::tabStops(shown());
    QVERIFY(!stops.isEmpty());
    const QList<QWidget *> way = test::walk(stops.first(), 400);
    QStringList problems;
    for (QWidget *stop : stops) {
        const bool byArrows = std::any_of(way.begin(), way.end(),
                                          [stop](const QWidget *reached) { return test::areOneChoice(reached, stop); });
        if (!way.contains(stop) && !byArrows) {
            problems << QStringLiteral("not reached: ") + test::describe(stop);
        }
    }
    if (!problems.isEmpty()) {
        problems << QStringLiteral("the way ends with ") + test::describe(way.last()) +
                        QStringLiteral(" and goes to ") + test::describe(QApplication::focusWidget());
    }
    for (qsizetype i = 1; i < way.size(); ++i) {
        if (goesBack(way[i - 1], way[i])) {
            problems << QStringLiteral("%1 comes after %2").arg(test::describe(way[i]), test::describe(way[i - 1]));
        }
    }
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(QStringLiteral("; "))));
}

void TestAccessibility::focusIsSeen()
{
    QFETCH(QString, page);
    show(page);
    QStringList unseen;
    QTest::keyClick(m_window.get(), Qt::Key_Tab);  // who clicks knows where the focus is
    for (QWidget *stop : test::tabStops(shown())) {
        m_window->setFocus();
        const QPoint at = stop->mapTo(m_window.get(), QPoint());
        const QRect area = QRect(at, stop->size()).adjusted(-3, -3, 3, 3).intersected(m_window->rect());
        const QImage without = m_window->grab(area).toImage();
        stop->setFocus(Qt::TabFocusReason);
        if (stop->hasFocus() && !stop->visibleRegion().isEmpty() && m_window->grab(area).toImage() == without) {
            unseen << test::describe(stop);
        }
    }
    QVERIFY2(unseen.isEmpty(), qPrintable(unseen.join(QStringLiteral("; "))));
}

void TestAccessibility::noTextIsCut()
{
    QFETCH(QString, page);
    QStringList cut;
    for (const char *code : {"en", "ja"}) {
        language::apply(QLatin1String(code));
        show(page);
        for (const QSize size : {QSize(1440, 900), QSize(1024, 640)}) {
            m_window->resize(size);
            QTest::qWait(100);
            QCOMPARE(m_window->size(), size);
            const QString where = QStringLiteral(" (%1, %2 px)").arg(QLatin1String(code)).arg(size.width());
            for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
                if (!widget->isVisible() || widget->visibleRegion().isEmpty()) {
                    continue;
                }
                if (const QString text = test::cutText(widget); !text.isEmpty()) {
                    cut << QStringLiteral("\"%1\" of %2").arg(text, test::describe(widget)) + where;
                }
                if (test::isTooWide(widget)) {
                    cut << test::describe(widget) + QStringLiteral(" hides its right side") + where;
                }
                if (const QWidget *other = test::overlapping(widget)) {
                    cut << QStringLiteral("%1 lies over %2").arg(test::describe(widget), test::describe(other)) + where;
                }
            }
            test::saveScreenshot(*m_window, QStringLiteral("accessible_%1_%2_%3")
                                                .arg(page.isEmpty() ? QStringLiteral("start") : page,
                                                     QLatin1String(code), QString::number(size.width())));
        }
    }
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QStringLiteral("; "))));
}

/// Qt takes its scale once, when a program begins.
void TestAccessibility::noTextIsCutAtTwiceTheSize()
{
    if (qEnvironmentVariableIsSet("QT_SCALE_FACTOR")) {
        QSKIP("this is the program at twice the size");
    }
    QProcess twice;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QStringLiteral("2"));
    twice.setProcessEnvironment(environment);
    twice.setProcessChannelMode(QProcess::MergedChannels);
    twice.start(QCoreApplication::applicationFilePath(), {QStringLiteral("noTextIsCut")});
    QVERIFY(twice.waitForFinished(240'000));
    QVERIFY2(twice.exitCode() == 0, twice.readAll().constData());
}

void TestAccessibility::allPagesStandOnTheRail()
{
    for (const char *code : {"en", "ja"}) {
        language::apply(QLatin1String(code));
        show(QStringLiteral("data"));
        m_window->resize(1024, 640);
        QTest::qWait(50);
        int bottom = 0;
        for (const PageEntry &entry : pageRegistry()) {
            auto *button = m_window->findChild<RailButton *>(QStringLiteral("rail.") + QLatin1String(entry.id));
            QVERIFY2(button->geometry().top() >= bottom, entry.id);
            bottom = button->geometry().bottom();
            QFont font = theme::captionFont();
            font.setPixelSize(11);
            font.setWeight(QFont::DemiBold);
            QVERIFY2(QFontMetrics(font).horizontalAdvance(button->text()) <= button->width() - 8, entry.id);
        }
        const RailButton *settings = m_window->workspace()->rail()->settingsButton();
        QVERIFY(settings->geometry().top() >= bottom);
        QVERIFY(m_window->workspace()->rail()->rect().contains(settings->geometry()));
    }
}

void TestAccessibility::arrowsLeadAlongTheRail()
{
    show(QStringLiteral("data"));
    const auto button = [this](const char *id) {
        return m_window->findChild<RailButton *>(QStringLiteral("rail.") + QLatin1String(id));
    };
    button("data")->setFocus(Qt::TabFocusReason);
    QTest::keyClick(button("data"), Qt::Key_Down);
    QCOMPARE(m_window->workspace()->currentId(), QStringLiteral("sequence"));
    QVERIFY(button("sequence")->hasFocus());
    QTest::keyClick(button("sequence"), Qt::Key_Up);
    QCOMPARE(m_window->workspace()->currentId(), QStringLiteral("data"));
    QVERIFY(button("data")->hasFocus());
}

void TestAccessibility::textCanBeReadOnItsGround_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("light") << int(theme::Mode::Light);
    QTest::newRow("dark") << int(theme::Mode::Dark);
}

void TestAccessibility::textCanBeReadOnItsGround()
{
    QFETCH(int, mode);
    const auto back = qScopeGuard([] { theme::apply(*qApp, theme::Mode::Light); });
    theme::apply(*qApp, theme::Mode(mode));
    constexpr double kEnough = 4.5;
    const QList<theme::Role> roles{theme::Role::Accent, theme::Role::Good, theme::Role::Caution, theme::Role::Bad,
                                   theme::Role::Neutral};
    for (const theme::Role role : roles) {
        const QByteArray name = "role " + QByteArray::number(int(role));
        for (const QColor &ground : {theme::surface(), theme::background(), theme::tint(role)}) {
            QVERIFY2(contrast(theme::textColor(role), ground) >= kEnough, (name + " on " + ground.name().toLatin1()));
            QVERIFY2(contrast(theme::text(), ground) >= kEnough, name + " under text");
        }
        // A dash, a marker or an outline needs less than a letter.
        QVERIFY2(role == theme::Role::Caution || contrast(theme::color(role), theme::surface()) >= 3.0, name);
    }
    for (const QColor &ground : {theme::surface(), theme::background()}) {
        QVERIFY(contrast(theme::text(), ground) >= kEnough);
        QVERIFY(contrast(theme::secondaryText(), ground) >= kEnough);
    }
    QVERIFY(contrast(Qt::white, QColor(0x00, 0x72, 0xb2)) >= kEnough);  // primary buttons
    const QPalette palette = QApplication::palette();
    QVERIFY(contrast(palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase)) >= kEnough);
    QVERIFY(contrast(palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base)) >= kEnough);
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
