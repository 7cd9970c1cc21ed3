#pragma once

#include "core/sample.h"

#include <QFrame>

#include <optional>

namespace atlas::widgets {

class SamplePainter;
class Thumbnails;

/// What lies under the mouse on the map: the sample's picture or text, and its label. Never takes mouse or focus.
class MapTip final : public QFrame {
    Q_OBJECT

public:
    MapTip(SamplePainter *painter, const Thumbnails *thumbnails, QWidget *parent);

    /// Beside `point` of the parent, inside it. `words`: a line below the label.
    void show(const std::string &kind, Sample sample, const QString &words, const QPoint &point);
    std::int64_t sample() const { return isVisible() && m_sample ? m_sample->id : 0; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    SamplePainter *m_painter;
    std::string m_kind;
    QString m_words;
    std::optional<Sample> m_sample;
};

}  // namespace atlas::widgets
