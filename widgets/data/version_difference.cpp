#include "widgets/data/version_difference.h"

#include "widgets/data/version_words.h"
#include "widgets/frame/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace atlas::widgets {

namespace {
constexpr int kHeight = 132;
}

VersionDifference::VersionDifference(QWidget *parent)
    : QWidget(parent), m_title(theme::groupTitle({}, this)), m_words(theme::caption({}, this)),
      m_back(new QPushButton(tr("Go back to this version"), this)), m_box(new QWidget), m_lines(new QVBoxLayout(m_box))
{
    setMinimumHeight(kHeight);
    m_title->setObjectName(QStringLiteral("versionDifference"));
    m_title->setWordWrap(true);
    m_words->setObjectName(QStringLiteral("versionWords"));
    m_back->setObjectName(QStringLiteral("versionBack"));
    m_back->setToolTip(tr("Samples, labels, review states, parts and classes become what they were then. What is there "
                          "now is kept as a version, and Ctrl+Z takes it back."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kGap / 2);
    auto *head = new QHBoxLayout;
    head->setSpacing(theme::kGap);
    head->addWidget(m_title, 1);
    head->addWidget(m_back, 0, Qt::AlignTop);
    layout->addLayout(head);
    layout->addWidget(m_words);
    m_lines->setContentsMargins(0, 0, theme::kGap, 0);
    m_lines->setSpacing(0);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("versionLines"));
    scroll->setAccessibleName(tr("What is different"));
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_box);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    m_box->setAutoFillBackground(false);  // the sheet shows through
    layout->addWidget(scroll, 1);
    connect(m_back, &QPushButton::clicked, this, &VersionDifference::backWanted);
}

void VersionDifference::showWords(const QString &title, const QString &words)
{
    clear();
    m_title->setText(title);
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
}

void VersionDifference::showDifference(const TaskKind &kind, const QString &title, const QString &note,
                                       const storage::StateDifference &difference, const QString &same)
{
    showWords(title, note);
    for (const DifferenceLine &line : differenceLines(kind, difference)) {
        addLine(line.text, line.samples);
    }
    if (difference.empty()) {
        addLine(same, {});
    }
    m_lines->addStretch(1);
}

void VersionDifference::setBack(Back back)
{
    m_back->setVisible(back != Back::Hidden);
    m_back->setEnabled(back == Back::Enabled);
}

void VersionDifference::clear()
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

void VersionDifference::addLine(const QString &text, const std::vector<std::int64_t> &samples)
{
    auto *line = new QWidget(m_box);
    line->setMinimumHeight(theme::kControlHeight);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap);
    row->addWidget(theme::bodyText(text, line), 1);
    if (!samples.empty()) {
        auto *button = new QPushButton(tr("Show these samples"), line);
        button->setObjectName(QStringLiteral("versionShow"));
        button->setAccessibleName(tr("Show these samples: %1").arg(text));
        button->setToolTip(tr("Close this and show only them on the page, as they are now"));
        theme::makeQuiet(button);
        connect(button, &QPushButton::clicked, this,
                [this, samples, what = tr("%1: %2").arg(m_title->text(), text)] { Q_EMIT showWanted(samples, what); });
        row->addWidget(button);
    }
    m_lines->addWidget(line);
    line->show();
}

}  // namespace atlas::widgets
