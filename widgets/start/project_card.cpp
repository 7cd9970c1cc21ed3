#include "widgets/start/project_card.h"

#include "widgets/charts/format.h"
#include "widgets/frame/theme.h"

#include <QContextMenuEvent>
#include <QFileInfo>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>

namespace atlas::widgets {

namespace {
constexpr int kPictureHeight = 128;
}

ProjectCard::ProjectCard(const QString &folder, QWidget *parent) : QAbstractButton(parent)
{
    m_summary.folder = folder;
    m_summary.name = QFileInfo(folder).completeBaseName();
    setFixedSize(kWidth, kHeight);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setText(m_summary.name);
    setAccessibleName(tr("Open the project %1").arg(m_summary.name));
    setToolTip(folder.toHtmlEscaped());
}

void ProjectCard::setSummary(const ProjectSummary &summary)
{
    m_summary = summary;
    m_loaded = true;
    setAccessibleDescription(facts());
    update();
}

QString ProjectCard::facts() const
{
    if (!m_loaded) {
        return {};
    }
    if (!m_summary.found) {
        return m_summary.problem;
    }
    const QString counts = tr("%1, %2").arg(tr("%n task(s)", nullptr, m_summary.tasks),
                                            tr("%1 samples").arg(format::count(m_summary.samples)));
    if (m_summary.bestRun.isEmpty()) {
        return counts;
    }
    return counts + QLatin1Char('\n') +
           tr("Best run: %1, %2").arg(m_summary.bestRun, format::percent(m_summary.bestAccuracy));
}

void ProjectCard::paintPictures(QPainter &painter, const QRect &area) const
{
    QPainterPath clip;
    clip.addRoundedRect(QRectF(area).adjusted(0, 0, 0, 12), 8, 8);
    painter.save();
    painter.setClipRect(area);
    painter.setClipPath(clip, Qt::IntersectClip);
    painter.fillRect(area, theme::tint(theme::Role::Neutral));
    const int count = int(m_summary.pictures.size());
    if (count == 0) {
        theme::icon(QStringLiteral("atlas"), theme::secondaryText())
            .paint(&painter, QRect(area.center() - QPoint(20, 20), QSize(40, 40)));
    }
    for (int i = 0; i < count; ++i) {
        const int left = area.left() + area.width() * i / count;
        const int right = area.left() + area.width() * (i + 1) / count;
        const QRect cell(left, area.top(), right - left - (i + 1 < count ? 1 : 0), area.height());
        const QImage &picture = m_summary.pictures[i];
        QSize scaled = picture.size().scaled(cell.size(), Qt::KeepAspectRatioByExpanding);
        QRect target(QPoint(), scaled);
        target.moveCenter(cell.center());
        painter.setClipRect(cell);
        painter.setClipPath(clip, Qt::IntersectClip);
        painter.drawImage(target, picture);
    }
    painter.restore();
}

void ProjectCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const bool usable = !m_loaded || m_summary.found;
    painter.setOpacity(usable ? 1.0 : 0.55);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setBrush(theme::surface());
    painter.setPen(Qt::NoPen);
    painter.drawRoundedRect(frame, 8, 8);
    paintPictures(painter, QRect(1, 1, width() - 2, kPictureHeight));

    const bool lit = hasFocus() || (underMouse() && usable);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(lit ? theme::color(theme::Role::Accent) : theme::border(), lit ? 1.5 : 1));
    painter.drawRoundedRect(frame, 8, 8);

    const int left = theme::kMargin;
    const int wide = width() - 2 * theme::kMargin;
    painter.setPen(theme::text());
    painter.setFont(theme::groupFont());
    painter.drawText(QRect(left, kPictureHeight + 10, wide, 24), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_summary.name, Qt::ElideMiddle, wide));
    painter.setPen(theme::secondaryText());
    painter.setFont(theme::captionFont());
    const QString when =
        m_summary.changedUs > 0 ? tr("Changed %1").arg(format::dateTime(m_summary.changedUs)) : QString();
    const QString words = when.isEmpty() ? facts() : when + QLatin1Char('\n') + facts();
    int top = kPictureHeight + 34;
    for (const QString &line : words.split(QLatin1Char('\n'))) {
        painter.drawText(QRect(left, top, wide, 20), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(line, Qt::ElideRight, wide));
        top += 20;
    }
}

void ProjectCard::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open"), this, &QAbstractButton::click);
    menu->addAction(tr("Remove from this list"), this, &ProjectCard::removeWanted);
    menu->popup(event->globalPos());
}

void ProjectCard::enterEvent(QEnterEvent *)
{
    update();
}

void ProjectCard::leaveEvent(QEvent *)
{
    update();
}

}  // namespace atlas::widgets
