#include "widgets/frame/page_registry.h"

#include "core/translatable.h"
#include "widgets/data/data_page.h"

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
    };
    return pages;
}

}  // namespace atlas::widgets
