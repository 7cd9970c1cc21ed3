#include "decide_page_test.h"

#include "core/files.h"
#include "widgets/frame/sheet.h"
#include "widgets/frame/theme.h"

#include <QApplication>
#include <QLocale>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTest>

namespace atlas::test {

using namespace widgets;

void DecidePageTest::beginAll()
{
    QLocale::setDefault(QLocale(QLocale::English));
    theme::apply(*qApp, theme::Mode::Light);
}

void DecidePageTest::begin()
{
    begin({{0.90}, {0.87, 0.60}, {0.86, 0.62, 0.70}});
}

void DecidePageTest::begin(const std::vector<std::vector<double>> &matrix)
{
    m_project = std::make_unique<TrainedProject>(matrix);
    addPackages(m_project->finished());
}

void DecidePageTest::end()
{
    m_project->session().setActor({});
    m_page.reset();
    m_project.reset();
}

void DecidePageTest::addPackages(const RunRecord &run)
{
    for (const std::string &task : run.tasks) {
        const auto folder = m_project->session().project().modelFolder(run.uuid) / task;
        std::filesystem::create_directories(folder);
        writeFileAtomically(folder / "package.safetensors", "weights of " + run.name + " for " + task);
    }
}

void DecidePageTest::show()
{
    m_page = std::make_unique<DecidePage>(PageServices{});
    m_page->resize(1100, 780);
    m_page->setSession(&m_project->session());
    m_page->show();
    settle();
}

void DecidePageTest::settle()
{
    QTRY_VERIFY(!text("decideQuestion").isEmpty());
    QTRY_VERIFY(m_page->findChildren<Sheet *>().isEmpty());
    QTest::qWait(50);
}

TargetsModel *DecidePageTest::model() const
{
    return static_cast<TargetsModel *>(child<QTableView>("targetsTable")->model());
}

QModelIndex DecidePageTest::cell(const QString &what, int column) const
{
    for (int row = 0; row < model()->rowCount(); ++row) {
        if (model()->index(row, TargetsModel::What).data(Qt::AccessibleTextRole).toString() == what) {
            return model()->index(row, column);
        }
    }
    return {};
}

void DecidePageTest::giveReason(const QString &reason)
{
    child<QPlainTextEdit>("moveReason")->setPlainText(reason);
    press("moveAccept");
    settle();
}

void DecidePageTest::promote(const QString &reason)
{
    press("decidePromote");
    QTRY_VERIFY(child<QPlainTextEdit>("moveReason") != nullptr);
    giveReason(reason);
}

std::string DecidePageTest::served() const
{
    return stored([](storage::Connection &connection) {
        const auto run = storage::ModelRegistry(connection).resolve(storage::kProduction);
        return run ? run->name : std::string();
    });
}

}  // namespace atlas::test
