#include "support/screenshot.h"
#include "widgets/frame/inspector.h"
#include "widgets/frame/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QTest>
#include <QToolButton>

using namespace atlas::widgets;

namespace {

const QString kId = QStringLiteral("67265b9b-91d1-4103-b3e8-303463469942");
const QString kPath = QStringLiteral("pictures/20261127_line3_camerafront_0001234567890.png");

}  // namespace

class TestFactList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }
    void init();
    void cleanup() { m_list.reset(); }
    void aWordThatIsTooWideBreaksInsideTheColumn();
    void whatBreaksIsCopiedWhole();
    void wordsThatFitAreSelectedAsEver();
    void anIdIsShortAndCopiedWhole();

private:
    /// Whether anything is drawn in the columns of pixels right of the value's last letter's room.
    bool drawnInside(QLabel *label) const;

    std::unique_ptr<FactList> m_list;
};

void TestFactList::init()
{
    m_list = std::make_unique<FactList>();
    m_list->setAutoFillBackground(true);
}

void TestFactList::aWordThatIsTooWideBreaksInsideTheColumn()
{
    QLabel *path = m_list->add(QStringLiteral("From"), kPath);
    m_list->add(QStringLiteral("Sequence"), QStringLiteral("pilot"));
    m_list->resize(220, 200);
    m_list->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_list.get()));
    const QFontMetrics metrics(path->font());
    const int lines = metrics.horizontalAdvance(kPath) / path->width();
    QVERIFY2(lines >= 2, "the fixture is not narrow enough");
    QVERIFY2(path->height() >= lines * metrics.height(), qPrintable(QString::number(path->height())));
    QCOMPARE(path->text(), kPath);  // nothing is put into it
    QVERIFY(drawnInside(path));
    QVERIFY(!atlas::test::saveScreenshot(*m_list, QStringLiteral("fact-list")).isEmpty());
}

bool TestFactList::drawnInside(QLabel *label) const
{
    const QImage image = label->grab().toImage();
    const QRgb ground = image.pixel(image.width() - 1, image.height() - 1);
    const QFontMetrics metrics(label->font());
    int last = 0;
    for (int y = image.height() - metrics.height(); y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            last = image.pixel(x, y) != ground ? std::max(last, x) : last;
        }
    }
    return last > 0 && last < image.width();  // the last line has letters
}

void TestFactList::whatBreaksIsCopiedWhole()
{
    QLabel *path = m_list->add(QStringLiteral("From"), kPath);
    m_list->resize(220, 200);
    m_list->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_list.get()));
    QCOMPARE(path->contextMenuPolicy(), Qt::ActionsContextMenu);
    path->actions().front()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), kPath);
}

void TestFactList::wordsThatFitAreSelectedAsEver()
{
    QLabel *text = m_list->add(QStringLiteral("Note"), QStringLiteral("some words that need more than one line"));
    QLabel *japanese =
        m_list->add(QStringLiteral("Note"), QStringLiteral("以前のタスクはすべて学習したときと同じ水準です"));
    m_list->resize(220, 200);
    m_list->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_list.get()));
    for (const QLabel *label : {text, japanese}) {
        QVERIFY(label->textInteractionFlags().testFlag(Qt::TextSelectableByMouse));
        QCOMPARE(label->contextMenuPolicy(), Qt::DefaultContextMenu);
    }
    QVERIFY(text->height() > QFontMetrics(text->font()).height());
}

void TestFactList::anIdIsShortAndCopiedWhole()
{
    m_list->addId(QStringLiteral("Id"), kId);
    m_list->resize(220, 60);
    m_list->show();
    const auto labels = m_list->findChildren<QLabel *>();
    const auto shown = std::ranges::find_if(labels, [](const QLabel *label) { return kId.startsWith(label->text()); });
    QVERIFY(shown != labels.end());
    QCOMPARE((*shown)->text().size(), 8);
    QCOMPARE((*shown)->toolTip(), kId);
    QVERIFY((*shown)->accessibleName().contains(kId));
    auto *copy = m_list->findChild<QToolButton *>();
    QVERIFY(!copy->accessibleName().isEmpty());
    copy->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), kId);
    m_list->add(QStringLiteral("Formulas"), QStringLiteral("version 1"));
    QTest::qWait(20);
    QVERIFY(!atlas::test::saveScreenshot(*m_list, QStringLiteral("fact-list-id")).isEmpty());
}

QTEST_MAIN(TestFactList)
#include "tst_fact_list.moc"
