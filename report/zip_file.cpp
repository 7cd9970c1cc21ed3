#include "report/zip_file.h"

#include <zlib.h>

#include <QtEndian>

namespace atlas::report {

namespace {

constexpr quint16 kVersion = 20;       // of the format that deflate needs
constexpr quint16 kFirstDay = 0x0021;  // 1980-01-01
constexpr int kZlibHeader = 2;         // before and
constexpr int kZlibChecksum = 4;       // after the deflated bytes
constexpr int kLengthOfQCompress = 4;  // that Qt puts in front

template <typename Number>
void put(QByteArray &out, Number value)
{
    const Number little = qToLittleEndian(value);
    out.append(reinterpret_cast<const char *>(&little), sizeof little);
}

QByteArray deflated(const QByteArray &content)
{
    constexpr int kSmallest = 9;
    const QByteArray packed = qCompress(content, kSmallest);
    const qsizetype head = kLengthOfQCompress + kZlibHeader;
    return packed.mid(head, packed.size() - head - kZlibChecksum);
}

}  // namespace

void ZipFile::add(const QByteArray &name, const QByteArray &content, Method method)
{
    const bool stored = method == Method::Store || content.isEmpty();
    const QByteArray body = stored ? content : deflated(content);
    const auto checksum =
        quint32(crc32(0, reinterpret_cast<const Bytef *>(content.constData()), static_cast<uInt>(content.size())));
    const auto offset = quint32(m_entries.size());
    const auto describe = [&](QByteArray &out) {
        put<quint16>(out, kVersion);
        put<quint16>(out, 0);  // flags
        put<quint16>(out, stored ? 0 : 8);
        put<quint16>(out, 0);  // time
        put<quint16>(out, kFirstDay);
        put<quint32>(out, checksum);
        put<quint32>(out, quint32(body.size()));
        put<quint32>(out, quint32(content.size()));
        put<quint16>(out, quint16(name.size()));
        put<quint16>(out, 0);  // extra fields
    };
    m_entries.append("PK\3\4", 4);
    describe(m_entries);
    m_entries += name;
    m_entries += body;

    m_directory.append("PK\1\2", 4);
    put<quint16>(m_directory, kVersion);
    describe(m_directory);
    put<quint16>(m_directory, 0);  // comment
    put<quint16>(m_directory, 0);  // disk
    put<quint16>(m_directory, 0);  // internal attributes
    put<quint32>(m_directory, 0);  // external attributes
    put<quint32>(m_directory, offset);
    m_directory += name;
    ++m_count;
}

QByteArray ZipFile::bytes() const
{
    QByteArray out = m_entries + m_directory;
    out.append("PK\5\6", 4);
    put<quint16>(out, 0);
    put<quint16>(out, 0);
    put<quint16>(out, m_count);
    put<quint16>(out, m_count);
    put<quint32>(out, quint32(m_directory.size()));
    put<quint32>(out, quint32(m_entries.size()));
    put<quint16>(out, 0);
    return out;
}

}  // namespace atlas::report
