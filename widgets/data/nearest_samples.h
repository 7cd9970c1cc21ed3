#pragma once

#include "core/sample.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QLabel;

namespace atlas::widgets {

class SamplePainter;
class Thumbnails;

/// The samples most alike to the one that is shown, by the features of the backbone: small pictures, or the beginnings
/// of texts. A click goes to one.
class NearestSamples final : public QWidget {
    Q_OBJECT

public:
    NearestSamples(SamplePainter *painter, const Thumbnails *thumbnails, QWidget *parent = nullptr);

    /// Nearest first; hidden while there are none.
    void show(const std::string &kind, std::vector<Sample> samples);

Q_SIGNALS:
    void chosen(qint64 sample);

private:
    SamplePainter *m_painter;
    QLabel *m_title;
    QWidget *m_row;
    QHBoxLayout *m_layout;
};

}  // namespace atlas::widgets
