#include "widgets/frame/page_registry.h"

#include "core/translatable.h"
#include "widgets/compare/compare_page.h"
#include "widgets/data/data_page.h"
#include "widgets/decide/decide_page.h"
#include "widgets/results/results_page.h"
#include "widgets/sequence/sequence_page.h"
#include "widgets/train/train_page.h"
#include "widgets/try/try_page.h"

#include <array>

namespace atlas::widgets {

namespace {

template <typename P>
Page *make(const PageServices &services, QWidget *parent)
{
    return new P(services, parent);
}

}  // namespace

std::span<const PageEntry> pageRegistry()
{
    static const std::array pages{
        PageEntry{"data", QT_TRANSLATE_NOOP("PageRegistry", "Data"), "page-data", make<DataPage>},
        PageEntry{"sequence", QT_TRANSLATE_NOOP("PageRegistry", "Sequence"), "page-sequence", make<SequencePage>},
        PageEntry{"train", QT_TRANSLATE_NOOP("PageRegistry", "Train"), "page-train", make<TrainPage>},
        PageEntry{"results", QT_TRANSLATE_NOOP("PageRegistry", "Results"), "page-results", make<ResultsPage>},
        PageEntry{"compare", QT_TRANSLATE_NOOP("PageRegistry", "Compare"), "page-compare", make<ComparePage>},
        PageEntry{"decide", QT_TRANSLATE_NOOP("PageRegistry", "Decide"), "page-decide", make<DecidePage>},
        PageEntry{"try", QT_TRANSLATE_NOOP("PageRegistry", "Try"), "page-try", make<TryPage>},
    };
    return pages;
}

}  // namespace atlas::widgets
