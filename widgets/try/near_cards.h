#pragma once

#include "core/task.h"
#include "engine/api/engine.h"

#include <QWidget>

#include <vector>

class QLabel;
class QToolButton;

namespace atlas::widgets {

class FlowLayout;
class Thumbnails;

/// The training samples most alike to one that was answered, each with its label: pictures in a row, texts in a list.
class NearCards final : public QWidget {
    Q_OBJECT

public:
    explicit NearCards(Thumbnails *thumbnails, QWidget *parent = nullptr);

    /// In the order of the answer; samples that are gone are left out. Hidden while there are none.
    void show(const Task &task, const engine::Answer &answer, std::vector<Sample> samples);

Q_SIGNALS:
    void chosen(qint64 sample);

private:
    void drawPictures();

    Thumbnails *m_thumbnails;
    QLabel *m_title;
    QWidget *m_row;        ///< pictures side by side
    FlowLayout *m_layout;  ///< of m_row
    QWidget *m_list;       ///< texts below each other
    std::vector<Sample> m_samples;
    std::vector<QToolButton *> m_buttons;
};

}  // namespace atlas::widgets
