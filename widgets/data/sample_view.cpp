#include "widgets/data/sample_view.h"

#include "widgets/data/choice_cards.h"
#include "widgets/data/picture_view.h"
#include "widgets/frame/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QScrollArea>

namespace atlas::widgets {

namespace {

constexpr int kSmallHeight = 200;
constexpr int kWordsWidth = 480;

void setOrHide(QLabel *label, const std::string &text)
{
    label->setText(QString::fromStdString(text));
    label->setVisible(!text.empty());
}

}  // namespace

SampleView::SampleView(Size size, QWidget *parent)
    : QWidget(parent), m_size(size), m_pictures(new QWidget(this)), m_left(new PictureView(m_pictures)),
      m_right(new PictureView(m_pictures)), m_words(new QWidget(this)), m_question(theme::bodyText({}, m_words)),
      m_text(theme::bodyText({}, m_words)), m_text2(theme::bodyText({}, m_words)), m_choices(new ChoiceCards(m_words))
{
    const bool large = size == Size::Large;
    auto *layout = new QBoxLayout(large ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom, this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(large ? theme::kGroupGap : theme::kGap);
    auto *pair = new QHBoxLayout(m_pictures);
    pair->setContentsMargins(0, 0, 0, 0);
    pair->setSpacing(theme::kGap);
    pair->addWidget(m_left, 1);
    pair->addWidget(m_right, 1);
    m_left->linkTo(m_right);
    m_left->setZoomable(large);
    m_right->setZoomable(large);

    auto *down = new QVBoxLayout(m_words);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(large ? theme::kMargin : theme::kGap);
    m_question->setFont(large ? theme::pageFont() : theme::groupFont());
    for (QLabel *label : {m_question, m_text, m_text2}) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        down->addWidget(label);
    }
    down->addWidget(m_choices);
    if (large) {
        down->insertStretch(0, 2);
        down->addStretch(3);
        m_words->setMaximumWidth(kWordsWidth * 2);
    } else {
        m_pictures->setFixedHeight(kSmallHeight);
    }
    layout->addWidget(m_pictures, 3);
    layout->addWidget(m_words, large ? 2 : 0);
    connect(m_choices, &ChoiceCards::chosen, this, &SampleView::choiceClicked);
    show(nullptr);
}

void SampleView::show(const Sample *sample)
{
    m_swapped = false;
    m_first = sample ? sample->image : std::nullopt;
    m_second = sample ? sample->image2 : std::nullopt;
    m_pictures->setVisible(m_first.has_value());
    m_right->setVisible(m_second.has_value());
    m_left->show(m_first);
    m_right->show(m_second);
    setOrHide(m_question, sample ? sample->question : std::string());
    setOrHide(m_text, sample ? sample->text : std::string());
    setOrHide(m_text2, sample ? sample->text2 : std::string());
    const bool choices = sample && !sample->choices.empty();
    m_choices->setVisible(choices);
    if (choices) {
        m_choices->show(*sample);
    }
    m_words->setVisible(choices || (sample && !(sample->question + sample->text + sample->text2).empty()));
}

void SampleView::blink()
{
    if (m_second) {
        m_swapped = !m_swapped;
        m_left->show(m_swapped ? m_second : m_first);
    }
}

}  // namespace atlas::widgets
