#include "widgets/train/budget.h"

#include "core/translatable.h"

#include <array>

namespace atlas::widgets {

std::span<const Budget> budgets()
{
    static const std::array kBudgets{
        Budget{.name = "quick",
               .title = QT_TRANSLATE_NOOP("Budget", "Quick"),
               .help = QT_TRANSLATE_NOOP("Budget", "A first look: 5 epochs at most."),
               .settings = {{"epochs", "5"}, {"stage1_epochs", "3"}, {"patience", "2"}}},
        Budget{.name = "normal",
               .title = QT_TRANSLATE_NOOP("Budget", "Normal"),
               .help = QT_TRANSLATE_NOOP("Budget", "The defaults: 20 epochs at most, less when validation stops "
                                                   "improving."),
               .settings = {}},
        Budget{.name = "thorough",
               .title = QT_TRANSLATE_NOOP("Budget", "Thorough"),
               .help = QT_TRANSLATE_NOOP("Budget", "For a decision: 60 epochs at most and more patience."),
               .settings = {{"epochs", "60"}, {"stage1_epochs", "20"}, {"patience", "10"}}},
    };
    return kBudgets;
}

}  // namespace atlas::widgets
