#include "widgets/frame/page_registry.h"

#include "core/translatable.h"

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
    static const std::array<PageEntry, 0> pages{};
    return pages;
}

}  // namespace atlas::widgets
