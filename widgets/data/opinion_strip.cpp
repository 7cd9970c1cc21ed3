#include "widgets/data/opinion_strip.h"

#include "widgets/charts/format.h"
#include "widgets/frame/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>

#include <array>

namespace atlas::widgets {

namespace {
constexpr int kNameWidth = 96;
constexpr std::array kSizes{20, 60, 200, 0};
constexpr int kUsual = 60;
const QString kSizeKey = QStringLiteral("pages/data/secondOpinionSize");
}  // namespace

OpinionStrip::OpinionStrip(QWidget *parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_text(new QLabel(this)), m_name(new QLineEdit(this)),
      m_size(new QComboBox(this)), m_agreement(new QPushButton(tr("Agreement"), this))
{
    setObjectName(QStringLiteral("opinionStrip"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme::kMargin, theme::kGap / 2, theme::kGap, theme::kGap / 2);
    row->setSpacing(theme::kGap);
    m_text->setObjectName(QStringLiteral("opinionProgress"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *you = new QLabel(tr("You are"), this);
    you->setBuddy(m_name);
    m_name->setObjectName(QStringLiteral("opinionName"));
    m_name->setAccessibleName(tr("Your name"));
    m_name->setToolTip(tr("Your name, under which labels and opinions are kept. Two people at one computer give two "
                          "names."));
    m_name->setFixedWidth(kNameWidth);
    m_size->setObjectName(QStringLiteral("opinionSize"));
    m_size->setAccessibleName(tr("How many samples"));
    m_size->setToolTip(tr("How many samples are drawn at random. You get the same ones when you come back, until all "
                          "are judged."));
    const int saved = QSettings().value(kSizeKey, kUsual).toInt();
    for (const int size : kSizes) {
        m_size->addItem(size == 0 ? tr("all") : format::count(size), size);
        if (size == saved) {
            m_size->setCurrentIndex(m_size->count() - 1);
        }
    }
    m_agreement->setObjectName(QStringLiteral("opinionAgreement"));
    m_agreement->setToolTip(tr("How much people agree, and on what they do not"));
    theme::makeQuiet(m_agreement);
    auto *end = new QPushButton(tr("End"), this);
    end->setObjectName(QStringLiteral("opinionEnd"));
    end->setToolTip(tr("Show the labels again (Esc)"));
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(you);
    row->addWidget(m_name);
    row->addWidget(m_size);
    row->addWidget(m_agreement);
    row->addWidget(end);
    setAutoFillBackground(true);
    colour();
    connect(m_name, &QLineEdit::editingFinished, this, [this] { Q_EMIT nameChanged(m_name->text().trimmed()); });
    connect(m_size, &QComboBox::activated, this, [this] {
        QSettings().setValue(kSizeKey, size());
        Q_EMIT sizeChanged();
    });
    connect(m_agreement, &QPushButton::clicked, this, &OpinionStrip::agreementWanted);
    connect(end, &QPushButton::clicked, this, &OpinionStrip::left);
}

void OpinionStrip::setProgress(qint64 judged, qint64 all, bool again)
{
    const QString first =
        again ? tr("You, again: your own labels are hidden.") : tr("Second opinion: labels are hidden.");
    const QString done = judged == all ? tr("All %1 are judged.").arg(format::count(all))
                                       : tr("%1 of %2 judged.").arg(format::count(judged), format::count(all));
    tell(first + QLatin1Char(' ') + done);
}

void OpinionStrip::tell(const QString &words)
{
    m_text->setText(words);
    setAccessibleName(words);
}

void OpinionStrip::setName(const QString &name)
{
    if (!m_name->hasFocus() || m_name->text().trimmed().isEmpty()) {
        m_name->setText(name);
    }
}

int OpinionStrip::size() const
{
    return m_size->currentData().toInt();
}

void OpinionStrip::colour()
{
    QPalette colours = palette();
    const QColor back = theme::tint(theme::Role::Accent);
    if (colours.color(QPalette::Window) == back && !m_icon->pixmap().isNull()) {
        return;
    }
    colours.setColor(QPalette::Window, back);
    setPalette(colours);
    m_icon->setPixmap(theme::icon(QStringLiteral("view-hidden"), theme::textColor(theme::Role::Accent))
                          .pixmap(QSize(theme::kIconSize, theme::kIconSize), devicePixelRatioF()));
}

void OpinionStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::StyleChange) {
        colour();
    }
    QFrame::changeEvent(event);
}

}  // namespace atlas::widgets
