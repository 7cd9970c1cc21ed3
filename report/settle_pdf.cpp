#include "report/settle_pdf.h"

#include <QHash>
#include <QRawFont>
#include <QString>

namespace atlas::report {

namespace {

constexpr char kDate[] = "/CreationDate (";
constexpr char kMapBegin[] = "begincmap";
constexpr char kMapEnd[] = "endcmap";
constexpr int kCodeDigits = 4;
constexpr ushort kFirstRadical = 0x2E80;
constexpr ushort kLastRadical = 0x2FDF;
constexpr ushort kFirstIdeograph = 0x3400;
constexpr ushort kLastIdeograph = 0x9FFF;

using Codes = QHash<ushort, ushort>;  ///< what is written -> what is meant

QString all(ushort first, ushort last)
{
    QString text;
    for (int code = first; code <= last; ++code) {
        text += QChar(ushort(code));
    }
    return text;
}

/// The radicals of the font that look like a character because they are one glyph with it.
Codes meanings(const QFont &font)
{
    Codes codes{{0x0009, 0x0020}};  // a space has the glyph of a tab
    const QRawFont raw = QRawFont::fromFont(font);
    QHash<quint32, ushort> radicals;
    const QList<quint32> first = raw.glyphIndexesForString(all(kFirstRadical, kLastRadical));
    for (qsizetype i = 0; i < first.size(); ++i) {
        if (first[i] != 0) {
            radicals.insert(first[i], ushort(kFirstRadical + i));
        }
    }
    const QList<quint32> second = raw.glyphIndexesForString(all(kFirstIdeograph, kLastIdeograph));
    for (qsizetype i = 0; i < second.size(); ++i) {
        if (const auto radical = radicals.constFind(second[i]); radical != radicals.constEnd()) {
            codes.insert(*radical, ushort(kFirstIdeograph + i));
        }
    }
    return codes;
}

/// Writes over "<2F47>" at this place.
void settleCode(QByteArray &pdf, qsizetype at, const Codes &codes)
{
    bool isNumber = false;
    const auto code = ushort(pdf.mid(at + 1, kCodeDigits).toUInt(&isNumber, 16));
    if (isNumber && codes.contains(code)) {
        pdf.replace(at + 1, kCodeDigits,
                    QByteArray::number(uint(codes[code]), 16).toUpper().rightJustified(kCodeDigits, '0'));
    }
}

/// A range of a map: "<first glyph> <last glyph> [<code> <code>]", or "<first> <last> <code>" where codes follow each
/// other as the glyphs do; those are left alone unless they are one.
void settleRange(QByteArray &pdf, qsizetype begin, qsizetype end, const Codes &codes)
{
    constexpr qsizetype kNumber = kCodeDigits + 3;  // "<0014> "
    const qsizetype third = begin + 2 * kNumber;
    if (third >= end || pdf[begin] != '<') {
        return;
    }
    if (pdf[third] == '<' && pdf.mid(begin, kNumber) == pdf.mid(begin + kNumber, kNumber)) {
        settleCode(pdf, third, codes);
    } else if (pdf[third] == '[') {
        for (qsizetype at = third + 1; at + kCodeDigits < end; ++at) {
            if (pdf[at] == '<') {
                settleCode(pdf, at, codes);
            }
        }
    }
}

}  // namespace

QByteArray settledPdf(QByteArray pdf, const QFont &font)
{
    if (const qsizetype begin = pdf.indexOf(kDate); begin >= 0) {
        const qsizetype end = pdf.indexOf(')', begin) + 1;
        pdf.replace(begin, end - begin, QByteArray(end - begin, ' '));
    }
    const Codes codes = meanings(font);
    for (qsizetype begin = pdf.indexOf(kMapBegin); begin >= 0; begin = pdf.indexOf(kMapBegin, begin + 1)) {
        const qsizetype end = pdf.indexOf(kMapEnd, begin);
        for (qsizetype line = begin; line >= 0 && line < end;) {
            const qsizetype next = pdf.indexOf('\n', line);
            settleRange(pdf, line, next, codes);
            line = next < 0 ? next : next + 1;
        }
    }
    return pdf;
}

}  // namespace atlas::report
