#pragma once

#include "widgets/frame/page.h"

#include <span>

namespace atlas::widgets {

/// One page as the rail, the search field and Ctrl+1..9 know it.
struct PageEntry {
    const char *id;  ///< "data": the name openPage() uses; also the objectName of the page ("dataPage" = id + "Page")
    const char *title;  ///< English, translatable in context "PageRegistry"
    const char *icon;   ///< name for theme::icon
    Page *(*make)(const PageServices &services, QWidget *parent);
};

/// All pages in the order of the rail. A new page is one line in page_registry.cpp.
std::span<const PageEntry> pageRegistry();

}  // namespace atlas::widgets
