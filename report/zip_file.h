#pragma once

#include <QByteArray>
#include <QString>

namespace atlas::report {

/// A zip archive whose bytes depend on its content alone: entries in the order they were added, all of them of the
/// first moment that zip knows (1 January 1980), no fields of the machine. Fit for OpenDocument, which wants its first
/// entry stored and plain.
class ZipFile {
public:
    enum class Method { Store, Deflate };

    /// Requires: a name of ASCII letters.
    void add(const QByteArray &name, const QByteArray &content, Method method = Method::Deflate);

    /// The whole archive.
    QByteArray bytes() const;

private:
    QByteArray m_entries;
    QByteArray m_directory;
    quint16 m_count = 0;
};

}  // namespace atlas::report
