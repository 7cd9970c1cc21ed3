#pragma once

#include <QString>

namespace atlas::widgets::theme {

/// The application's style sheet in the colours of the present mode: only what Fusion draws otherwise than we want.
QString styleSheet();

}  // namespace atlas::widgets::theme
