#include "widgets/frame/tour_steps.h"

#include "core/translatable.h"

#include <QSettings>

#include <array>

namespace atlas::widgets {

namespace {

const QString kAnsweredKey = QStringLiteral("start/tourAnswered");

constexpr std::array kSteps{
    TourStep{"data", "rail", QT_TRANSLATE_NOOP("Tour", "From data to a decision"),
             QT_TRANSLATE_NOOP("Tour",
                               "Each entry on the left is a page, in the order of the work, and each page ends in "
                               "the way to the next.")},
    TourStep{"data", "rail.data", QT_TRANSLATE_NOOP("Tour", "Data"),
             QT_TRANSLATE_NOOP("Tour",
                               "Here you look at your pictures and texts and label them: number keys give a class, "
                               "Space enlarges.")},
    TourStep{"data", "makeTask", QT_TRANSLATE_NOOP("Tour", "Make a task"),
             QT_TRANSLATE_NOOP("Tour",
                               "A dataset with labels becomes a task here; its test samples are set aside and are "
                               "never learned from.")},
    TourStep{"sequence", "rail.sequence", QT_TRANSLATE_NOOP("Tour", "Sequence"),
             QT_TRANSLATE_NOOP("Tour",
                               "Tasks are learned one after the other in the order of these cards; drag them to "
                               "change it.")},
    TourStep{"train", "rail.train", QT_TRANSLATE_NOOP("Tour", "Train"),
             QT_TRANSLATE_NOOP("Tour",
                               "The list shows what is learned now and what waits; in the demo that is the same "
                               "sequence twice, with Atlas and with a rival that forgets.")},
    TourStep{"results", "rail.results", QT_TRANSLATE_NOOP("Tour", "Results"),
             QT_TRANSLATE_NOOP("Tour", "Each cell says how well a task is answered after each step: figures that fall "
                                       "along a line are forgetting."),
             true},
    TourStep{
        "compare", "rail.compare", QT_TRANSLATE_NOOP("Tour", "Compare"),
        QT_TRANSLATE_NOOP("Tour", "Tick runs to lay them over each other and see what one gains and what it costs."),
        true},
    TourStep{
        "decide", "rail.decide", QT_TRANSLATE_NOOP("Tour", "Decide"),
        QT_TRANSLATE_NOOP("Tour", "Say what a model must reach, and read here whether it may go into use, and why."),
        true},
    TourStep{"try", "rail.try", QT_TRANSLATE_NOOP("Tour", "Try"),
             QT_TRANSLATE_NOOP("Tour",
                               "Drop a picture or type a text and see the answer, how sure it is and what it comes "
                               "from."),
             true},
    TourStep{"", "commandSearch", QT_TRANSLATE_NOOP("Tour", "Find anything"),
             QT_TRANSLATE_NOOP("Tour",
                               "Pages, commands, tasks and runs are found here; Ctrl+K leads here from everywhere.")},
    TourStep{"results", "rail.settings", QT_TRANSLATE_NOOP("Tour", "That was the tour"),
             QT_TRANSLATE_NOOP("Tour", "Help stands behind the settings: the glossary, the keys of each page and this "
                                       "tour."),
             true},
};

}  // namespace

std::span<const TourStep> tourSteps()
{
    return kSteps;
}

bool offersTour()
{
    return !QSettings().value(kAnsweredKey, false).toBool();
}

void setTourAnswered()
{
    QSettings().setValue(kAnsweredKey, true);
}

}  // namespace atlas::widgets
