#pragma once

#include "core/sample.h"

#include <QWidget>

class QBoxLayout;
class QLabel;

namespace atlas::widgets {

class ChoiceCards;
class PictureView;

/// One sample, whole: its pictures (side by side, one zoom for both), its texts, the question, the options.
/// Shows what the sample has; knows no kinds.
class SampleView final : public QWidget {
    Q_OBJECT

public:
    enum class Size { Large, Small };  ///< Large: fills the page. Small: a column of the inspector.

    explicit SampleView(Size size, QWidget *parent = nullptr);

    void show(const Sample *sample);  ///< nullptr = nothing
    void blink();                     ///< pairs: shows the other picture in the first one's place and back

Q_SIGNALS:
    void choiceClicked(int position);

private:
    Size m_size;
    bool m_swapped = false;
    std::optional<AssetRef> m_first;
    std::optional<AssetRef> m_second;
    QWidget *m_pictures;
    PictureView *m_left;
    PictureView *m_right;
    QWidget *m_words;
    QLabel *m_question;
    QLabel *m_text;
    QLabel *m_text2;
    ChoiceCards *m_choices;
};

}  // namespace atlas::widgets
