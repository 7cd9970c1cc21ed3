#pragma once

#include "widgets/start/project_summary.h"

#include <QAbstractButton>

namespace atlas::widgets {

/// One recent project: pictures, name, last change, tasks, best run. Greyed when it cannot be opened.
class ProjectCard final : public QAbstractButton {
    Q_OBJECT

public:
    explicit ProjectCard(const QString &folder, QWidget *parent = nullptr);

    void setSummary(const ProjectSummary &summary);
    const ProjectSummary &summary() const { return m_summary; }
    QSize sizeHint() const override { return {kWidth, kHeight}; }

    static constexpr int kWidth = 272;
    static constexpr int kHeight = 236;

Q_SIGNALS:
    void removeWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void paintPictures(QPainter &painter, const QRect &area) const;
    QString facts() const;

    ProjectSummary m_summary;
    bool m_loaded = false;
};

}  // namespace atlas::widgets
