#include "widgets/data/task_sheet.h"

#include "core/scores.h"
#include "core/task_kind.h"
#include "widgets/charts/format.h"
#include "widgets/frame/theme.h"
#include "widgets/session.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas::widgets {

namespace {

constexpr qint64 kFewPerClass = 10;
constexpr double kImbalanced = 10;

QSpinBox *percentBox(const QString &name, const QString &toolTip, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setObjectName(name);
    box->setRange(5, 50);
    box->setValue(15);
    box->setSuffix(QStringLiteral(" %"));
    box->setToolTip(toolTip);
    return box;
}

}  // namespace

TaskSheet::TaskSheet(Session *session, const Dataset &dataset, const std::vector<storage::LabelClass> &classes,
                     QWidget *parent)
    : QWidget(parent), m_session(session), m_dataset(dataset), m_classes(classes),
      m_name(new QLineEdit(QString::fromStdString(dataset.name), this)), m_kind(new QComboBox(this)),
      m_metric(new QComboBox(this)),
      m_validation(percentBox(QStringLiteral("taskValidation"),
                              tr("Share of the training part, where the data has no validation part of its own"),
                              this)),
      m_test(
          percentBox(QStringLiteral("taskTest"), tr("Share of all, where the data has no test part of its own"), this)),
      m_seed(new QSpinBox(this)), m_checks(theme::bodyText({}, this)), m_error(theme::bodyText({}, this)),
      m_make(new QPushButton(tr("Make the task"), this))
{
    setObjectName(QStringLiteral("taskSheet"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGroupGap, 0, theme::kGroupGap, theme::kMargin);
    layout->setSpacing(theme::kMargin);
    layout->addWidget(theme::caption(tr("A task fixes its samples and their parts now: classes are spread evenly, and "
                                        "copies and samples of one group "
                                        "stay in one part. Labels you change later count when the task is made anew."),
                                     this));
    layout->addWidget(makeForm());
    layout->addWidget(theme::groupTitle(tr("Checks"), this));
    layout->addWidget(m_checks);
    m_error->setObjectName(QStringLiteral("taskError"));
    m_error->hide();
    QPalette colours = m_error->palette();
    colours.setColor(QPalette::WindowText, theme::textColor(theme::Role::Bad));
    m_error->setPalette(colours);
    layout->addWidget(m_error);
    layout->addStretch(1);
    layout->addWidget(makeButtons());
    setFocusProxy(m_name);
    connect(m_name, &QLineEdit::textChanged, this, &TaskSheet::check);
    connect(m_name, &QLineEdit::returnPressed, this, &TaskSheet::make);
    check();
}

QWidget *TaskSheet::makeForm()
{
    m_name->setObjectName(QStringLiteral("taskName"));
    m_kind->setObjectName(QStringLiteral("taskKind"));
    m_metric->setObjectName(QStringLiteral("taskMetric"));
    for (const TaskKind &kind : taskKinds()) {
        m_kind->addItem(QCoreApplication::translate("TaskKind", kind.title.c_str()), QString::fromStdString(kind.name));
    }
    m_kind->setCurrentIndex(m_kind->findData(QString::fromStdString(m_dataset.kind)));
    m_metric->addItem(tr("As the labels ask for"), QString());
    for (const Score &score : scores()) {
        m_metric->addItem(QCoreApplication::translate("Score", score.title.c_str()),
                          QString::fromStdString(score.name));
        m_metric->setItemData(m_metric->count() - 1, QCoreApplication::translate("Score", score.help.c_str()),
                              Qt::ToolTipRole);
    }
    m_seed->setObjectName(QStringLiteral("taskSeed"));
    m_seed->setRange(1, 999999);
    m_seed->setToolTip(tr("The same seed parts the same data in the same way"));
    auto *box = new QWidget(this);
    auto *form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(theme::kGroupGap);
    form->setVerticalSpacing(theme::kGap);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Kind"), m_kind);
    form->addRow(tr("Measured by"), m_metric);
    form->addRow(tr("Validation part"), m_validation);
    form->addRow(tr("Test part"), m_test);
    form->addRow(tr("Seed"), m_seed);
    return box;
}

QWidget *TaskSheet::makeButtons()
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap);
    auto *cancel = new QPushButton(tr("Cancel"), box);
    m_make->setObjectName(QStringLiteral("taskMake"));
    theme::makePrimary(m_make);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_make);
    connect(cancel, &QPushButton::clicked, this, &TaskSheet::cancelled);
    connect(m_make, &QPushButton::clicked, this, &TaskSheet::make);
    return box;
}

storage::TaskRequest TaskSheet::request() const
{
    return {.name = m_name->text().trimmed().toStdString(),
            .dataset = m_dataset.name,
            .kind = m_kind->currentData().toString().toStdString(),
            .metric = m_metric->currentData().toString().toStdString(),
            .validationShare = m_validation->value() / 100.0,
            .testShare = m_test->value() / 100.0,
            .seed = std::uint64_t(m_seed->value())};
}

void TaskSheet::check()
{
    std::vector<storage::LabelClass> used;
    std::copy_if(m_classes.begin(), m_classes.end(), std::back_inserter(used),
                 [](const storage::LabelClass &one) { return one.count > 0; });
    QStringList lines;
    const auto say = [&lines](bool good, const QString &text) {
        lines << (good ? QStringLiteral("✓  ") : QStringLiteral("!  ")) + text;
    };
    const qint64 open = m_dataset.sampleCount - m_dataset.labelledCount;
    say(used.size() >= 2,
        used.size() >= 2 ? tr("%1 samples in %2 classes").arg(format::count(m_dataset.labelledCount)).arg(used.size())
                         : tr("A task needs labels of two classes or more. Label some samples first."));
    if (open > 0) {
        say(false, tr("%1 samples have no label and will not be used.").arg(format::count(open)));
    }
    if (used.size() >= 2) {
        const auto [least, most] = std::minmax_element(used.begin(), used.end(),
                                                       [](const auto &a, const auto &b) { return a.count < b.count; });
        if (least->count < kFewPerClass) {
            say(false, tr("\"%1\" has %n sample(s): too few to judge it by.", nullptr, int(least->count))
                           .arg(QString::fromStdString(least->name)));
        } else if (double(most->count) / double(least->count) >= kImbalanced) {
            say(false, tr("\"%1\" is %2 times as frequent as \"%3\": choose a measure that counts classes alike.")
                           .arg(QString::fromStdString(most->name))
                           .arg(most->count / least->count)
                           .arg(QString::fromStdString(least->name)));
        } else {
            say(true, tr("Every class has enough samples"));
        }
    }
    m_checks->setText(lines.join(QLatin1Char('\n')));
    m_make->setEnabled(used.size() >= 2 && !m_name->text().trimmed().isEmpty());
    m_error->hide();
}

void TaskSheet::make()
{
    if (!m_session || !m_make->isEnabled()) {
        return;
    }
    m_make->setEnabled(false);
    m_session->write(
        this,
        [assets = m_session->project().assetFolder(), request = request()](storage::Connection &connection) {
            return storage::TaskStore(connection, assets).add(request);
        },
        [this](const Task &task) {
            Q_EMIT m_session->tasksChanged();
            Q_EMIT made(task);
        },
        [this](const Error &error) {
            m_make->setEnabled(true);
            m_error->setText(
                QString::fromStdString(error.message() + (error.hint().empty() ? "" : " " + error.hint())));
            m_error->show();
        });
}

}  // namespace atlas::widgets
