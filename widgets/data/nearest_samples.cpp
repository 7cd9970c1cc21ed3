#include "widgets/data/nearest_samples.h"

#include "core/task_kind.h"
#include "widgets/data/sample_columns.h"
#include "widgets/data/sample_painter.h"
#include "widgets/data/thumbnails.h"
#include "widgets/frame/theme.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QLabel>

namespace atlas::widgets {

namespace {

constexpr int kEdge = 48;
constexpr int kBetween = 4;

QString wordsOf(const Sample &sample)
{
    return QString::fromStdString(!sample.text.empty() ? sample.text : sample.question).simplified();
}

/// One of them: its picture, or what its text begins with, in a square.
class NearestButton final : public QAbstractButton {
public:
    NearestButton(const std::string &kind, Sample sample, SamplePainter *painter, QWidget *parent)
        : QAbstractButton(parent), m_sample(std::move(sample)), m_painter(painter)
    {
        const QString label =
            m_sample.labels.empty() ? reviewTitle(ReviewState::Unlabelled) : labelsTitle(taskKind(kind), m_sample);
        const QString words = m_sample.image ? label : QStringLiteral("%1: %2").arg(label, wordsOf(m_sample).left(200));
        setToolTip(words.toHtmlEscaped());
        setAccessibleName(words);
        setCursor(Qt::PointingHandCursor);
        setFixedSize(kEdge, kEdge);
    }

protected:
    void enterEvent(QEnterEvent *) override { update(); }
    void leaveEvent(QEvent *) override { update(); }
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRect area = rect().adjusted(2, 2, -2, -2);
        if (m_sample.image) {
            m_painter->picture(painter, area, *m_sample.image, int(kEdge * devicePixelRatioF()));
        } else {
            m_painter->placeholder(painter, area);
            QFont font = theme::captionFont();
            font.setPointSizeF(font.pointSizeF() - 2);
            painter.setFont(font);
            painter.setPen(theme::text());
            painter.drawText(area.adjusted(3, 2, -3, -2), Qt::TextWrapAnywhere | Qt::AlignTop,
                             wordsOf(m_sample).left(40));
        }
        if (hasFocus() || underMouse()) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(theme::color(theme::Role::Accent), 2));
            painter.drawRoundedRect(rect().adjusted(1, 1, -1, -1), 4, 4);
        }
    }

private:
    Sample m_sample;
    SamplePainter *m_painter;
};

}  // namespace

NearestSamples::NearestSamples(SamplePainter *painter, const Thumbnails *thumbnails, QWidget *parent)
    : QWidget(parent), m_painter(painter), m_title(theme::groupTitle(tr("Most alike"), this)), m_row(new QWidget(this)),
      m_layout(new QHBoxLayout(m_row))
{
    setObjectName(QStringLiteral("nearestSamples"));
    m_title->setToolTip(tr("The nearest by what the backbone sees, whatever their labels"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(kBetween);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme::kGap, 0, 0);
    layout->setSpacing(kBetween);
    layout->addWidget(m_title);
    layout->addWidget(m_row);
    connect(thumbnails, &Thumbnails::changed, m_row, qOverload<>(&QWidget::update));
    hide();
}

void NearestSamples::show(const std::string &kind, std::vector<Sample> samples)
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (QWidget *old = item->widget()) {
            old->hide();
            old->deleteLater();
        }
        delete item;
    }
    for (Sample &sample : samples) {
        const qint64 id = sample.id;
        auto *button = new NearestButton(kind, std::move(sample), m_painter, m_row);
        button->setObjectName(QStringLiteral("nearest.%1").arg(id));
        connect(button, &QAbstractButton::clicked, this, [this, id] { Q_EMIT chosen(id); });
        m_layout->addWidget(button);
    }
    m_layout->addStretch(1);
    setVisible(!samples.empty());
}

}  // namespace atlas::widgets
