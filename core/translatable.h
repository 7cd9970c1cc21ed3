#pragma once

/// Marks a text of the Qt-free layers for translation; the window passes it through QCoreApplication::translate with
/// the same context. lupdate finds it by this name; where Qt is included, Qt's own macro of that name stays.
#ifndef QT_TRANSLATE_NOOP
#define QT_TRANSLATE_NOOP(context, text) text
#endif
