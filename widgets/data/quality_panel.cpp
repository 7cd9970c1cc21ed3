#include "widgets/data/quality_panel.h"

#include "widgets/charts/format.h"
#include "widgets/data/key_button.h"
#include "widgets/data/quality_words.h"
#include "widgets/frame/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas::widgets {

namespace {

constexpr int kWidth = 280;
constexpr double kSecondsPerSample = 12e-6;  // of pictures (`./dev bench gallery`)
constexpr double kBytesPerSample = 1500;

QString fixKey(std::size_t index)
{
    return index == 0 ? QStringLiteral("↵") : (index == 1 ? QStringLiteral("⇧↵") : QString());
}

}  // namespace

QualityPanel::QualityPanel(QWidget *parent)
    : QWidget(parent), m_list(new QListWidget(this)), m_none(theme::caption({}, this)),
      m_checkNow(new QPushButton(tr("Check now"), this)), m_box(new QWidget(this)), m_insight(theme::caption({}, this)),
      m_look(new QPushButton(tr("Look at the data"), this)), m_others(new QToolButton(this)),
      m_suggesters(new QMenu(m_others))
{
    setObjectName(QStringLiteral("qualityPanel"));
    setFixedWidth(kWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kMargin, theme::kGap, theme::kMargin, theme::kMargin);
    layout->setSpacing(theme::kGap);
    layout->addWidget(theme::groupTitle(tr("Quality"), this));
    m_list->setObjectName(QStringLiteral("qualityList"));
    m_list->setAccessibleName(tr("Kinds of findings"));
    m_list->setProperty("frameless", true);
    layout->addWidget(m_none);
    layout->addWidget(m_checkNow);
    m_checkNow->setObjectName(QStringLiteral("checkNow"));
    connect(m_checkNow, &QPushButton::clicked, this, [this] {
        setUnchecked();
        Q_EMIT checksWanted();
    });
    layout->addWidget(m_list, 1);
    layout->addWidget(theme::separator(this));
    makeFindingBox(layout);
    layout->addWidget(theme::separator(this));
    layout->addWidget(m_insight);
    auto *looks = new QHBoxLayout;
    looks->setContentsMargins(0, 0, 0, 0);
    looks->addWidget(m_look, 1);
    looks->addWidget(m_others);
    layout->addLayout(looks);
    theme::makeIconButton(m_others, QStringLiteral("overflow-menu"), tr("Suggest labels with a finished run"));
    m_others->setObjectName(QStringLiteral("suggestWith"));
    m_others->setPopupMode(QToolButton::InstantPopup);
    m_others->setMenu(m_suggesters);
    m_suggesters->setToolTipsVisible(true);
    m_look->setObjectName(QStringLiteral("lookAtData"));
    m_look->setToolTip(
        tr("Learns from the labels there are what belongs together: suggests labels, finds labels that look "
           "wrong and samples unlike all others"));
    connect(m_look, &QPushButton::clicked, this, &QualityPanel::insightWanted);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        m_check = row < 0 ? std::string() : m_findings[std::size_t(row)].check->name;
        m_place = 0;
        showFinding();
    });
    setFindings({});
    setInsight({}, false);
    setSuggesters({});
}

void QualityPanel::makeFindingBox(QVBoxLayout *layout)
{
    m_sentence = theme::bodyText({}, m_box);
    m_help = theme::caption({}, m_box);
    m_where = theme::caption({}, m_box);
    m_previous = new QToolButton(m_box);
    m_next = new QToolButton(m_box);
    m_sentence->setObjectName(QStringLiteral("findingSentence"));
    m_where->setObjectName(QStringLiteral("findingPlace"));
    m_where->setWordWrap(false);
    theme::makeIconButton(m_previous, QStringLiteral("go-previous"), tr("Previous finding"), tr("Ctrl+Up"));
    theme::makeIconButton(m_next, QStringLiteral("go-next"), tr("Next finding"), tr("Ctrl+Down"));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_where, 1);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    m_fixes = new QVBoxLayout;
    m_fixes->setSpacing(2);
    auto *box = new QVBoxLayout(m_box);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(theme::kGap);
    box->addLayout(row);
    box->addWidget(m_sentence);
    box->addWidget(m_help);
    box->addLayout(m_fixes);
    layout->addWidget(m_box);
    connect(m_previous, &QToolButton::clicked, this, [this] { go(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { go(1); });
}

void QualityPanel::setFindings(std::vector<storage::CheckFindings> findings)
{
    m_findings = std::move(findings);
    m_none->setText(tr("Nothing odd was found: no copies, no contradictions, nothing unreadable."));
    m_checkNow->hide();
    fillList();
}

void QualityPanel::fillList()
{
    const std::string wanted = m_check;
    const std::size_t place = m_place;
    int row = -1;
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (std::size_t i = 0; i < m_findings.size(); ++i) {
            const auto &[check, found] = m_findings[i];
            const std::size_t count = check->oneByOne ? found.front().samples.size() : found.size();
            auto *item = new QListWidgetItem(
                levelIcon(check->level), tr("%1  (%2)").arg(checkTitle(*check), format::count(qint64(count))), m_list);
            item->setToolTip(checkHelp(*check).toHtmlEscaped());
            item->setData(Qt::UserRole, QString::fromStdString(check->name));
            row = check->name == wanted ? int(i) : row;
        }
        m_list->setCurrentRow(row);
    }
    m_list->setVisible(!m_findings.empty());
    m_none->setVisible(m_findings.empty());
    m_check = row < 0 ? std::string() : wanted;
    m_place = row < 0 ? 0 : std::min(place, m_findings[std::size_t(row)].findings.size() - 1);
    showFinding();
}

storage::CheckFindings *QualityPanel::current()
{
    const auto found = std::ranges::find_if(m_findings, [this](const auto &one) { return one.check->name == m_check; });
    return found == m_findings.end() ? nullptr : &*found;
}

void QualityPanel::setUnchecked(qint64 postponed)
{
    m_none->setText(postponed == 0
                        ? tr("Looking for what is odd…")
                        : tr("%1 samples are not checked by themselves: it takes about %2 and %3 of memory.")
                              .arg(format::count(postponed), format::duration(double(postponed) * kSecondsPerSample),
                                   format::bytes(double(postponed) * kBytesPerSample)));
    m_none->show();
    m_checkNow->setVisible(postponed > 0);
}

const storage::QualityCheck *QualityPanel::check() const
{
    const auto *found = const_cast<QualityPanel *>(this)->current();
    return found ? found->check : nullptr;
}

const storage::Finding *QualityPanel::finding() const
{
    const auto *found = const_cast<QualityPanel *>(this)->current();
    return found ? &found->findings[m_place] : nullptr;
}

void QualityPanel::showFinding()
{
    const storage::CheckFindings *found = current();
    m_box->setVisible(found != nullptr);
    if (found) {
        const std::size_t count = found->findings.size();
        m_where->setText(count == 1
                             ? checkTitle(*found->check)
                             : tr("%1 of %2").arg(format::count(qint64(m_place) + 1), format::count(qint64(count))));
        m_previous->setVisible(count > 1);
        m_next->setVisible(count > 1);
        m_previous->setEnabled(m_place > 0);
        m_next->setEnabled(m_place + 1 < count);
        m_sentence->setText(findingSentence(*found->check, found->findings[m_place]));
        m_help->setText(checkHelp(*found->check));
        makeFixes();
    }
    Q_EMIT shown();
}

void QualityPanel::makeFixes()
{
    while (QLayoutItem *item = m_fixes->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    const storage::CheckFindings *found = current();
    const qint64 count = qint64(found->findings.size());
    for (std::size_t i = 0; i < found->check->fixes.size(); ++i) {
        const storage::QualityFix &fix = storage::qualityFix(found->check->fixes[i]);
        auto *button = new KeyButton(fixTitle(fix), fixKey(i), fixHelp(fix), m_box);
        button->setObjectName(QStringLiteral("fix.") + QString::fromStdString(fix.name));
        button->setEnabled(m_writable);
        connect(button, &KeyButton::clicked, this, [this, i] { this->fix(i); });
        m_fixes->addWidget(button);
    }
    const bool list = found->check->oneByOne;
    if (m_writable && (list ? found->findings[m_place].samples.size() > 1 : count > 1)) {
        const storage::QualityFix &fix = storage::qualityFix(found->check->fixes[0]);
        const qint64 all = list ? qint64(found->findings[m_place].samples.size()) : count;
        auto *button = new QPushButton(tr("%1: all %2").arg(fixTitle(fix), format::count(all)), m_box);
        button->setObjectName(QStringLiteral("fixAll"));
        button->setToolTip(tr("One step, which Ctrl+Z takes back"));
        connect(button, &QPushButton::clicked, this, [this, name = QString::fromStdString(fix.name)] {
            if (const storage::CheckFindings *now = current()) {
                Q_EMIT fixWanted(name, std::vector(now->findings), true);
            }
        });
        m_fixes->addWidget(button);
    }
}

void QualityPanel::fix(std::size_t index)
{
    const storage::CheckFindings *found = current();
    if (found && m_writable && index < found->check->fixes.size()) {
        Q_EMIT fixWanted(QString::fromStdString(found->check->fixes[index]), {found->findings[m_place]}, false);
    }
}

void QualityPanel::go(int findings)
{
    if (const storage::CheckFindings *found = current()) {
        const qint64 last = qint64(found->findings.size()) - 1;
        m_place = std::size_t(std::clamp<qint64>(qint64(m_place) + findings, 0, last));
        showFinding();
    }
}

void QualityPanel::leave()
{
    if (!m_check.empty()) {
        m_list->setCurrentRow(-1);
    }
}

void QualityPanel::settle(const std::vector<std::int64_t> &samples)
{
    if (storage::CheckFindings *found = current()) {
        std::erase_if(found->findings[m_place].samples,
                      [&samples](std::int64_t id) { return std::ranges::find(samples, id) != samples.end(); });
        if (found->findings[m_place].samples.empty()) {
            settleFinding();
        } else {
            fillList();
        }
    }
}

void QualityPanel::settleFinding()
{
    if (storage::CheckFindings *found = current()) {
        found->findings.erase(found->findings.begin() + std::ptrdiff_t(m_place));
        std::erase_if(m_findings, [](const storage::CheckFindings &one) { return one.findings.empty(); });
        fillList();
    }
}

void QualityPanel::setWritable(bool writable)
{
    m_writable = writable;
    showFinding();
}

void QualityPanel::setSuggesters(const QList<QPair<QString, QString>> &suggesters)
{
    m_suggesters->clear();
    m_suggesters->addAction(tr("Look with the backbone"), this, &QualityPanel::insightWanted);
    m_suggesters->addSeparator();
    for (int i = 0; i < int(suggesters.size()); ++i) {
        QAction *action =
            m_suggesters->addAction(QString(suggesters[i].first).replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setObjectName(QStringLiteral("suggest.%1").arg(i));
        action->setToolTip(suggesters[i].second.toHtmlEscaped());
        connect(action, &QAction::triggered, this, [this, i] { Q_EMIT suggestionsWanted(i); });
    }
    m_others->setVisible(!suggesters.isEmpty() && m_look->isVisibleTo(this));
}

void QualityPanel::setInsight(const QString &words, bool possible)
{
    m_insight->setText(words);
    m_insight->setVisible(!words.isEmpty());
    m_look->setVisible(possible);
}

}  // namespace atlas::widgets
