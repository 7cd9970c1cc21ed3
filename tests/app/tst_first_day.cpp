#include "app/window/engine_service.h"
#include "core/user_name.h"
#include "storage/connection.h"
#include "storage/dataset_store.h"
#include "storage/sample_store.h"
#include "storage/task_store.h"
#include "tests/support/screenshot.h"
#include "widgets/data/data_page.h"
#include "widgets/data/labeller.h"
#include "widgets/data/quality_panel.h"
#include "widgets/data/quality_watcher.h"
#include "widgets/data/sample_browser.h"
#include "widgets/data/sample_model.h"
#include "widgets/frame/main_window.h"
#include "widgets/frame/theme.h"
#include "widgets/frame/workspace.h"
#include "widgets/jobs.h"
#include "widgets/session.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCryptographicHash>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

using namespace atlas;

namespace {

constexpr int kPictures = 300;
constexpr int kLabelled = 60;
constexpr int kCopies = 4;
constexpr int kKinds = 3;

/// What a person brings and what it is called.
struct Delivery {
    const char *name;
    const char *folder;   ///< of the pictures
    const char *picture;  ///< name of one, with its number
    const char *table;    ///< dropped in place of the folder; nullptr = the folder itself
    const char *dataset;
    const char *task;
    std::array<const char *, kKinds> classes;
};

constexpr Delivery kEnglish{"english", "Line 4", "IMG_%1.png", nullptr, "Line 4", "parts", {"good", "scratch", "dent"}};
constexpr Delivery kJapanese{"japanese", "検査データ/写真",         "部品_%1.png", "検査データ/一覧.csv", "一覧",
                             "部品検査", {"良品", "キズ", "へこみ"}};

/// A metal part seen from above: whole, with a bright scratch, or with a dark dent. No two are the same.
QImage drawPart(int kind, QRandomGenerator &random)
{
    QImage picture(96, 96, QImage::Format_RGB32);
    picture.fill(QColor::fromHsv(210, 20, 205 + random.bounded(25)));
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF centre(48 + random.bounded(9) - 4, 48 + random.bounded(9) - 4);
    painter.setPen(QPen(QColor(60, 64, 72), 4));
    painter.setBrush(QColor::fromHsv(212, 30, 140 + random.bounded(30)));
    painter.drawEllipse(centre, 38, 38);
    painter.drawEllipse(centre, 10, 10);
    const double turn = random.bounded(360);
    painter.translate(centre);
    painter.rotate(turn);
    if (kind == 1) {
        painter.setPen(QPen(QColor(225, 60, 40), 4 + random.bounded(3)));
        painter.drawLine(-30, 14, 30, 18);
    } else if (kind == 2) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(20, 22, 30));
        painter.drawEllipse(QPointF(22, 0), 11 + random.bounded(3), 8);
    }
    painter.end();
    for (int i = 0; i < 200; ++i) {
        picture.setPixelColor(random.bounded(96), random.bounded(96), QColor::fromHsv(0, 0, random.bounded(256)));
    }
    return picture;
}

}  // namespace

/// The first day of somebody who inspects parts and has never seen the program: a folder of pictures without labels,
/// classes, sixty labels by keyboard, suggestions for the rest, what is odd, a task; and all of it taken back. Once in
/// English, once from a Japanese table (CP932) that names pictures in folders with Japanese names.
class TestFirstDay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void path_data();
    void path();
    void cleanupTestCase();

private:
    template <typename Widget = QWidget>
    Widget *find(const QString &name)
    {
        const auto all = m_window->findChildren<Widget *>(name);
        for (Widget *widget : all) {
            if (widget->isVisible()) {
                return widget;
            }
        }
        return nullptr;
    }
    bool click(const QString &name);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    void picture(const QString &step);
    bool settled();  ///< every step that was asked for is written and told of
    std::vector<Sample> samples();
    int kindOf(const Sample &sample) const
    {
        return m_kinds.value(QByteArray::fromStdString(sample.image->sha256), -1);
    }
    int countAs(int kind);

    void bring();
    void import();
    void makeClasses();
    void labelByKeyboard();
    void lookAtTheData();
    void resolveFindings();
    void takeSuggestions();
    void makeTask();
    void takeAllBack();

    const Delivery *m_delivery = nullptr;
    std::unique_ptr<QTemporaryDir> m_folder;
    QHash<QByteArray, int> m_kinds;  ///< by hash of the file
    widgets::JobList m_jobs;
    app::EngineService m_training;
    std::unique_ptr<widgets::MainWindow> m_window;
    widgets::DataPage *m_page = nullptr;
};

void TestFirstDay::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    widgets::theme::apply(*qobject_cast<QApplication *>(QCoreApplication::instance()), widgets::theme::Mode::Light);
}

void TestFirstDay::cleanupTestCase()
{
    m_window.reset();
}

bool TestFirstDay::click(const QString &name)
{
    const auto ready = [&] {
        const auto *button = find<QAbstractButton>(name);
        return button != nullptr && button->isEnabled();
    };
    if (!QTest::qWaitFor(ready, 30'000)) {
        qWarning() << name << "never became ready";
        return false;
    }
    QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton);
    return true;
}

void TestFirstDay::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus != nullptr ? focus : m_window.get(), key, modifiers);
}

void TestFirstDay::picture(const QString &step)
{
    QTest::qWait(400);  // thumbnails
    const QString name = QStringLiteral("first-day-%1-%2").arg(QLatin1String(m_delivery->name), step);
    QVERIFY(!test::saveScreenshot(*m_window, name).isEmpty());
}

std::vector<Sample> TestFirstDay::samples()
{
    const storage::Project &project = m_window->session()->project();
    const auto connection = project.connect();
    const auto dataset = storage::DatasetStore(*connection).find(m_delivery->dataset);
    storage::SampleStore store(*connection, project.assetFolder());
    return dataset ? store.load(store.ids(dataset->id, {})) : std::vector<Sample>();
}

int TestFirstDay::countAs(int kind)
{
    const std::vector<Sample> all = samples();
    return int(std::count_if(all.begin(), all.end(), [&](const Sample &sample) {
        return sample.labels.size() == 1 && sample.labels.front().name == m_delivery->classes[std::size_t(kind)];
    }));
}

bool TestFirstDay::settled()
{
    bool written = false;
    m_window->session()->write(
        this, [](storage::Connection &) {}, [&] { written = true; });
    return QTest::qWaitFor([&] { return written; }, 30'000);
}

void TestFirstDay::bring()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_kinds.clear();
    const QString folder = m_folder->filePath(QString::fromUtf8(m_delivery->folder));
    QVERIFY(QDir().mkpath(folder));
    QRandomGenerator random(4);
    QStringList names;
    QByteArray copied;
    for (int i = 0; i < kPictures; ++i) {
        const QString name = QString::fromUtf8(m_delivery->picture).arg(i, 4, 10, QLatin1Char('0'));
        const int kind = random.bounded(kKinds);
        const QString file = folder + QLatin1Char('/') + name;
        if (i >= kPictures - kCopies) {  // brought twice
            QVERIFY(QFile::copy(folder + QLatin1Char('/') + names[i - kPictures + kCopies], file));
        } else {
            QVERIFY(drawPart(kind, random).save(file));
            QFile written(file);
            QVERIFY(written.open(QFile::ReadOnly));
            m_kinds[QCryptographicHash::hash(written.readAll(), QCryptographicHash::Sha256).toHex()] = kind;
        }
        names << name;
    }
    if (m_delivery->table == nullptr) {
        return;
    }
    // As Excel writes it in Japan: CP932, CRLF; the label is still to be found.
    const QString inside = QString::fromUtf8(m_delivery->folder).section(QLatin1Char('/'), -1);
    QString text = QStringLiteral("画像,ラベル\r\n");
    for (const QString &name : names) {
        text += inside + QLatin1Char('/') + name + QStringLiteral(",\r\n");
    }
    QStringEncoder cp932("Shift_JIS");
    QVERIFY2(cp932.isValid(), "Qt knows no Shift JIS here");
    QFile table(m_folder->filePath(QString::fromUtf8(m_delivery->table)));
    QVERIFY(table.open(QFile::WriteOnly));
    table.write(cp932.encode(text));
}

void TestFirstDay::import()
{
    m_window->createProject(m_folder->filePath(QStringLiteral("Parts.atlas")));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session() != nullptr, 20'000);
    QTRY_COMPARE(m_window->workspace()->currentId(), QStringLiteral("data"));
    m_page = qobject_cast<widgets::DataPage *>(m_window->workspace()->currentPage());
    QTRY_VERIFY(find(QStringLiteral("pageState")) != nullptr);
    picture(QStringLiteral("1-nothing-yet"));
    const char *dropped = m_delivery->table != nullptr ? m_delivery->table : m_delivery->folder;
    QVERIFY(m_page->dropped({m_folder->filePath(QString::fromUtf8(dropped))}));
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>(QStringLiteral("importStart")) != nullptr &&
                                 find<QPushButton>(QStringLiteral("importStart"))->isEnabled(),
                             30'000);
    QCOMPARE(find<QLineEdit>(QStringLiteral("importDataset"))->text(), QString::fromUtf8(m_delivery->dataset));
    picture(QStringLiteral("2-import"));
    QVERIFY(click(QStringLiteral("importStart")));
    QTRY_COMPARE_WITH_TIMEOUT(m_page->model()->rowCount(), kPictures, 60'000);
    QTRY_VERIFY(m_page->model()->sample(0) != nullptr);
    picture(QStringLiteral("3-imported"));
}

/// With the first sample of each class before the eyes: its name is typed and given at once.
void TestFirstDay::makeClasses()
{
    for (int kind = 0; kind < kKinds; ++kind) {
        int row = 0;
        while (m_page->model()->sample(row) != nullptr && kindOf(*m_page->model()->sample(row)) != kind) {
            ++row;
        }
        m_page->browser()->setCurrentRow(row);
        QLineEdit *field = nullptr;
        QTRY_VERIFY((field = find<QLineEdit>(QStringLiteral("newClass"))) != nullptr && field->isEnabled());
        QTest::mouseClick(field, Qt::LeftButton);
        // keyClicks knows Latin letters only; an input method commits text like this.
        QInputMethodEvent typed;
        typed.setCommitString(QString::fromUtf8(m_delivery->classes[std::size_t(kind)]));
        QCoreApplication::sendEvent(field, &typed);
        QTest::keyClick(field, Qt::Key_Return);
        const QString name = QStringLiteral("label.") + QString::fromUtf8(m_delivery->classes[std::size_t(kind)]);
        QTRY_VERIFY_WITH_TIMEOUT(find(name) != nullptr, 10'000);
    }
}

void TestFirstDay::labelByKeyboard()
{
    auto *gallery = find<QAbstractItemView>(QStringLiteral("sampleGallery"));
    QVERIFY(gallery != nullptr);
    m_page->browser()->setCurrentRow(0);
    m_page->browser()->focusSamples();
    QTRY_VERIFY(gallery->hasFocus());
    for (int row = 0; row < kLabelled; ++row) {
        QCOMPARE(m_page->browser()->currentRow(), row);  // each key went on by itself
        QTRY_VERIFY(m_page->model()->sample(row) != nullptr);
        press(Qt::Key(Qt::Key_1 + kindOf(*m_page->model()->sample(row))));
    }
    QVERIFY(settled());
    QCOMPARE(countAs(0) + countAs(1) + countAs(2), kLabelled);
    picture(QStringLiteral("4-labelled"));
}

void TestFirstDay::lookAtTheData()
{
    press(Qt::Key_Q, Qt::AltModifier);
    QTRY_VERIFY(find(QStringLiteral("qualityPanel")) != nullptr);
    QVERIFY(click(QStringLiteral("lookAtData")));
    auto *order = find<QComboBox>(QStringLiteral("sampleOrder"));
    QTRY_VERIFY_WITH_TIMEOUT(m_jobs.jobs().isEmpty(), 300'000);
    QVERIFY(order != nullptr);
    QTest::qWait(1000);  // the checks run once more
    picture(QStringLiteral("5-findings"));
}

void TestFirstDay::resolveFindings()
{
    auto *panel = find<widgets::QualityPanel>(QStringLiteral("qualityPanel"));
    auto *list = find<QListWidget>(QStringLiteral("qualityList"));
    QVERIFY(panel != nullptr && list != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(list->count() > 0, 10'000);  // the copies at least
    for (int step = 0; step < 100 && list->count() > 0; ++step) {
        if (panel->finding() == nullptr) {
            QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
        }
        m_page->browser()->focusSamples();
        QTRY_VERIFY(panel->finding() != nullptr && !m_page->model()->loading());
        QTRY_COMPARE(m_page->model()->rowCount(), int(panel->finding()->samples.size()));
        // Copies are thinned out; what else is told of is as it should be.
        const bool copies = panel->check()->name == "copies";
        press(Qt::Key_A, Qt::ControlModifier);
        press(Qt::Key_Return, copies ? Qt::NoModifier : Qt::ShiftModifier);
        QVERIFY(settled());
        if (list->count() == 0) {
            QTest::qWait(widgets::QualityWatcher::kRestMs + 500);  // the checks look once more
        }
    }
    QVERIFY2(list->count() == 0, "something odd is left that no key resolves");
    QCOMPARE(int(samples().size()), kPictures - kCopies);
    press(Qt::Key_Q, Qt::AltModifier);
    picture(QStringLiteral("6-resolved"));
}

void TestFirstDay::takeSuggestions()
{
    auto *order = find<QComboBox>(QStringLiteral("sampleOrder"));
    const int leastSure = order->findText(QStringLiteral("Least sure first"));
    QVERIFY(leastSure >= 0);
    order->setCurrentIndex(leastSure);
    Q_EMIT order->activated(leastSure);
    QTRY_COMPARE(m_page->model()->filter().order, storage::SampleOrder::LeastSure);
    QTRY_VERIFY(!m_page->model()->loading() && m_page->model()->sample(0) != nullptr);
    m_page->browser()->setCurrentRow(0);
    m_page->browser()->focusSamples();
    QTRY_VERIFY(find<QWidget>(QStringLiteral("suggestion")) != nullptr);
    QVERIFY(m_page->model()->suggestion(0) != nullptr);  // on its tile, too
    picture(QStringLiteral("7-suggested"));
    QCOMPARE(countAs(0) + countAs(1) + countAs(2), kLabelled);  // a suggestion is no label
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_Return);
    QVERIFY(settled());
    int right = 0;
    for (const Sample &sample : samples()) {
        QCOMPARE(int(sample.labels.size()), 1);
        right += sample.labels.front().name == m_delivery->classes[std::size_t(kindOf(sample))] ? 1 : 0;
    }
    qInfo() << right << "of" << kPictures - kCopies << "labels are right," << kLabelled << "of them given by hand";
    QVERIFY2(right > 0.8 * (kPictures - kCopies), "the suggestions are of no use");
    picture(QStringLiteral("8-accepted"));
}

void TestFirstDay::makeTask()
{
    QVERIFY(click(QStringLiteral("makeTask")));
    QLineEdit *name = nullptr;
    QTRY_VERIFY((name = find<QLineEdit>(QStringLiteral("taskName"))) != nullptr);
    name->clear();
    QInputMethodEvent typed;
    typed.setCommitString(QString::fromUtf8(m_delivery->task));
    QCoreApplication::sendEvent(name, &typed);
    QTest::qWait(600);
    picture(QStringLiteral("9-task"));
    QVERIFY(click(QStringLiteral("taskMake")));
    const storage::Project &project = m_window->session()->project();
    const auto connection = project.connect();
    storage::TaskStore tasks(*connection, project.assetFolder());
    QTRY_VERIFY_WITH_TIMEOUT(tasks.find(m_delivery->task).has_value(), 20'000);
    const Task task = tasks.find(m_delivery->task).value();
    QCOMPARE(int(task.classes.size()), kKinds);
    QCOMPARE(int(task.trainCount + task.validationCount + task.testCount), kPictures - kCopies);
    QTRY_VERIFY(find(QStringLiteral("taskSheet")) == nullptr);
    picture(QStringLiteral("10-made"));
}

void TestFirstDay::takeAllBack()
{
    const std::vector<Sample> before = samples();
    m_page->browser()->focusSamples();
    int steps = 0;
    while (!m_page->labeller()->undoTitle().isEmpty() && steps < 500) {
        press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(settled());
        ++steps;
        QCoreApplication::processEvents();
    }
    QVERIFY(steps > kLabelled);
    QTRY_COMPARE(int(samples().size()), 0);  // the import itself was taken back
    for (int redone = 0; redone < steps; ++redone) {
        m_page->labeller()->redo();
    }
    QVERIFY(settled());
    QTRY_COMPARE_WITH_TIMEOUT(samples().size(), before.size(), 20'000);
    const std::vector<Sample> after = samples();
    for (std::size_t i = 0; i < before.size(); ++i) {
        QCOMPARE(after[i].id, before[i].id);
        QVERIFY(after[i].labels == before[i].labels);
        QCOMPARE(after[i].review, before[i].review);
    }
}

void TestFirstDay::path_data()
{
    QTest::addColumn<const Delivery *>("delivery");
    QTest::newRow(kEnglish.name) << &kEnglish;
    QTest::newRow(kJapanese.name) << &kJapanese;
}

void TestFirstDay::path()
{
    QFETCH(const Delivery *, delivery);
    m_delivery = delivery;
    m_window = std::make_unique<widgets::MainWindow>(widgets::PageServices{&m_jobs, &m_training});
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    using Step = void (TestFirstDay::*)();
    for (const Step step :
         {&TestFirstDay::bring, &TestFirstDay::import, &TestFirstDay::makeClasses, &TestFirstDay::labelByKeyboard,
          &TestFirstDay::lookAtTheData, &TestFirstDay::resolveFindings, &TestFirstDay::takeSuggestions,
          &TestFirstDay::makeTask, &TestFirstDay::takeAllBack}) {
        (this->*step)();
        if (QTest::currentTestFailed()) {
            return;
        }
    }
}

Q_DECLARE_METATYPE(const Delivery *)
QTEST_MAIN(TestFirstDay)
#include "tst_first_day.moc"
