#include "widgets/data/export_sheet.h"

#include "widgets/charts/format.h"
#include "widgets/data/import_runner.h"
#include "widgets/frame/theme.h"
#include "widgets/jobs.h"
#include "widgets/sentence_words.h"
#include "widgets/session.h"

#include <QButtonGroup>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QStandardPaths>
#include <QTimer>
#include <QVBoxLayout>

namespace atlas::widgets {

namespace {

constexpr int kAfterTypingMs = 250;
constexpr int kIndent = 26;  // below the words of a radio button

QString ofExporter(const std::string &text)
{
    return QCoreApplication::translate("Exporter", text.c_str());
}

}  // namespace

ExportSheet::ExportSheet(Session *session, ExportChoice choice, QWidget *parent)
    : QWidget(parent), m_session(session), m_choice(std::move(choice)), m_soon(new QTimer(this)),
      m_formats(new QButtonGroup(this)), m_parts(new QButtonGroup(this)), m_folder(new QLineEdit(this)),
      m_folderFault(theme::bodyText({}, this)), m_hint(theme::caption({}, this)),
      m_export(new QPushButton(tr("Export"), this))
{
    setObjectName(QStringLiteral("exportSheet"));
    auto *content = new QWidget;
    auto *down = new QVBoxLayout(content);
    down->setContentsMargins(0, 0, theme::kGap, 0);
    down->setSpacing(theme::kGap);
    addFormats(down);
    down->addSpacing(theme::kGap);
    addParts(down);
    down->addStretch(1);
    auto *scroll = theme::scrolled(content, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGroupGap, 0, theme::kGroupGap, theme::kMargin);
    layout->setSpacing(theme::kGap);
    layout->addWidget(scroll, 1);
    layout->addWidget(theme::separator(this));
    addFolder(layout);
    layout->addWidget(makeButtons());
    m_soon->setSingleShot(true);
    m_soon->setInterval(kAfterTypingMs);
    connect(m_soon, &QTimer::timeout, this, &ExportSheet::checkFolder);
    connect(m_formats, &QButtonGroup::idClicked, this, [this] {
        if (m_folderIsOurs) {
            m_folder->setText(proposedFolder(QFileInfo(m_folder->text()).path()));
            checkFolder();
        }
        update();
    });
    connect(m_parts, &QButtonGroup::idClicked, this, &ExportSheet::findObstacles);
    m_folder->setText(proposedFolder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)));
    findObstacles();
    checkFolder();
}

ExportSheet::~ExportSheet()
{
    if (m_looking) {
        abandon(m_looking);
    }
}

void ExportSheet::addFormats(QVBoxLayout *layout)
{
    layout->addWidget(theme::groupTitle(tr("As"), this));
    const auto exporters = storage::exporters();
    for (std::size_t i = 0; i < exporters.size(); ++i) {
        auto *radio = new QRadioButton(ofExporter(exporters[i].title), this);
        radio->setObjectName(QStringLiteral("exportAs_") + QString::fromStdString(exporters[i].name));
        auto *keeps = theme::caption(ofExporter(exporters[i].keeps), this);
        keeps->setIndent(kIndent);
        auto *obstacle = theme::bodyText({}, this);
        obstacle->setObjectName(QStringLiteral("obstacle_") + QString::fromStdString(exporters[i].name));
        obstacle->setIndent(kIndent);
        QPalette colours = obstacle->palette();
        colours.setColor(QPalette::WindowText, theme::textColor(theme::Role::Caution));
        obstacle->setPalette(colours);
        obstacle->hide();
        radio->setToolTip(keeps->text());
        radio->setAccessibleDescription(keeps->text());
        m_formats->addButton(radio, int(i));
        m_obstacleTexts << obstacle;
        auto *box = new QVBoxLayout;
        box->setSpacing(0);
        box->addWidget(radio);
        box->addWidget(keeps);
        box->addWidget(obstacle);
        layout->addLayout(box);
    }
}

void ExportSheet::addParts(QVBoxLayout *layout)
{
    layout->addWidget(theme::groupTitle(tr("What"), this));
    const auto add = [&](Part part, const QString &name, const QString &text, bool possible) {
        auto *radio = new QRadioButton(text, this);
        radio->setObjectName(name);
        radio->setEnabled(possible);
        m_parts->addButton(radio, part);
        layout->addWidget(radio);
    };
    const qint64 all = m_choice.dataset.sampleCount;
    add(All, QStringLiteral("exportAll"), tr("All samples (%1)").arg(format::count(all)), all > 0);
    const qint64 shown = qint64(m_choice.shown.size());
    add(Shown, QStringLiteral("exportShown"), tr("Those that the filter shows (%1)").arg(format::count(shown)),
        shown > 0 && shown < all);
    const qint64 chosen = qint64(m_choice.chosen.size());
    add(Chosen, QStringLiteral("exportChosen"), tr("The chosen ones (%1)").arg(format::count(chosen)), chosen > 0);
    m_parts->button(All)->setChecked(true);
}

void ExportSheet::addFolder(QVBoxLayout *layout)
{
    auto *title = theme::groupTitle(tr("Into the new folder"), this);
    m_folder->setObjectName(QStringLiteral("exportFolder"));
    m_folder->setAccessibleName(title->text());
    m_folder->setToolTip(tr("It is made; nothing that is there is ever overwritten"));
    m_folderFault->setObjectName(QStringLiteral("exportFolderFault"));
    QPalette colours = m_folderFault->palette();
    colours.setColor(QPalette::WindowText, theme::textColor(theme::Role::Bad));
    m_folderFault->setPalette(colours);
    m_folderFault->hide();
    auto *choose = new QPushButton(tr("Choose…"), this);
    choose->setObjectName(QStringLiteral("exportChooseFolder"));
    choose->setToolTip(tr("In which folder the new one is made"));
    auto *row = new QHBoxLayout;
    row->setSpacing(theme::kGap);
    row->addWidget(m_folder, 1);
    row->addWidget(choose);
    layout->addWidget(title);
    layout->addLayout(row);
    layout->addWidget(m_folderFault);
    connect(choose, &QPushButton::clicked, this, &ExportSheet::chooseFolder);
    connect(m_folder, &QLineEdit::textEdited, this, [this] {
        m_folderIsOurs = false;
        m_folderFree = false;
        m_soon->start();
        update();
    });
}

QWidget *ExportSheet::makeButtons()
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, theme::kGap, 0, 0);
    row->setSpacing(theme::kGap);
    auto *cancel = new QPushButton(tr("Cancel"), box);
    cancel->setObjectName(QStringLiteral("exportCancel"));
    m_export->setObjectName(QStringLiteral("exportStart"));
    m_export->setMinimumWidth(120);
    m_export->setEnabled(false);
    theme::makePrimary(m_export);
    row->addWidget(m_hint, 1);
    row->addWidget(cancel);
    row->addWidget(m_export);
    connect(cancel, &QPushButton::clicked, this, &ExportSheet::cancelled);
    connect(m_export, &QPushButton::clicked, this, [this] { Q_EMIT exportWanted(request()); });
    return box;
}

QString ExportSheet::proposedFolder(const QString &parent) const
{
    const int format = m_formats->checkedId();
    QString name = QString::fromStdString(m_choice.dataset.name);
    for (QChar &letter : name) {
        if (letter == QLatin1Char('/') || letter == QLatin1Char('\\')) {
            letter = QLatin1Char('_');
        }
    }
    if (format >= 0) {
        name += QLatin1Char('-') + QString::fromStdString(storage::exporters()[std::size_t(format)].name);
    }
    return QDir(parent).filePath(name);
}

void ExportSheet::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Make the new folder in"), QFileInfo(m_folder->text()).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &parent) {
        m_folderIsOurs = true;
        m_folder->setText(proposedFolder(parent));
        checkFolder();
    });
    dialog->open();
}

storage::ExportRequest ExportSheet::request() const
{
    storage::ExportRequest request;
    request.dataset = m_choice.dataset.name;
    if (m_formats->checkedId() >= 0) {
        request.format = storage::exporters()[std::size_t(m_formats->checkedId())].name;
    }
    request.target = QDir::cleanPath(m_folder->text().trimmed()).toStdString();
    if (m_parts->checkedId() != All) {
        request.samples = m_parts->checkedId() == Shown ? m_choice.shown : m_choice.chosen;
    }
    return request;
}

void ExportSheet::findObstacles()
{
    if (!m_session) {
        return;
    }
    if (m_looking) {
        abandon(m_looking);
    }
    m_known = false;
    update();
    auto obstacles = std::make_shared<std::vector<Sentence>>();
    m_looking = new FunctionJob(
        tr("Looking at the data…"),
        [project = m_session->sharedProject(), request = request(), obstacles](Observer &, std::stop_token) {
            *obstacles = exportObstacles(*project, request);
        },
        this);
    connect(m_looking, &Job::finished, this, [this, obstacles] { takeObstacles(*obstacles); });
    connect(m_looking, &Job::failed, this, [this](const QString &message, const QString &hint) {
        m_hint->setText(message + QLatin1Char(' ') + hint);
    });
    connect(m_looking, &Job::finished, m_looking, &QObject::deleteLater);
    connect(m_looking, &Job::failed, m_looking, &QObject::deleteLater);
    m_looking->start();
}

void ExportSheet::takeObstacles(const std::vector<Sentence> &obstacles)
{
    m_known = true;
    int first = -1;
    for (int i = 0; i < m_obstacleTexts.size(); ++i) {
        const QString why = inWords(obstacles[std::size_t(i)]);
        m_obstacleTexts[i]->setText(why.isEmpty() ? why : tr("Not possible: %1").arg(why));
        m_obstacleTexts[i]->setVisible(!why.isEmpty());
        m_formats->button(i)->setEnabled(why.isEmpty());
        first = first < 0 && why.isEmpty() ? i : first;
    }
    const int chosen = m_formats->checkedId();
    if (first >= 0 && (chosen < 0 || !m_formats->button(chosen)->isEnabled())) {
        m_formats->button(first)->click();
    }
    update();
}

void ExportSheet::checkFolder()
{
    if (!m_session) {
        return;
    }
    m_soon->stop();
    const QString folder = m_folder->text().trimmed();
    const auto isFree = [folder](storage::Connection &) {  // a disk far away may take its time
        const QFileInfo info(folder);
        return !info.exists() || (info.isDir() && QDir(folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System |
                                                                       QDir::NoDotAndDotDot));
    };
    m_session->read(this, isFree, [this, folder](bool free) {
        if (folder != m_folder->text().trimmed()) {
            return;
        }
        const bool absolute = QDir::isAbsolutePath(folder);
        m_folderFree = free && absolute;
        m_folderFault->setText(!absolute
                                   ? tr("Write the whole path of the folder.")
                                   : tr("This folder is there already and not empty. Choose another name: nothing "
                                        "is ever overwritten."));
        m_folderFault->setVisible(!m_folderFree);
        update();
    });
}

void ExportSheet::update()
{
    const qint64 count = m_parts->checkedId() == Shown    ? qint64(m_choice.shown.size())
                         : m_parts->checkedId() == Chosen ? qint64(m_choice.chosen.size())
                                                          : m_choice.dataset.sampleCount;
    const QAbstractButton *format = m_formats->checkedButton();
    m_hint->setText(m_known ? tr("The dataset and its files stay as they are.") : tr("Looking at the data…"));
    m_export->setEnabled(m_known && m_folderFree && count > 0 && format && format->isEnabled());
    m_export->setText(tr("Export %1").arg(format::count(count)));
}

}  // namespace atlas::widgets
