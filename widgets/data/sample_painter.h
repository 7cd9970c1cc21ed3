#pragma once

#include "core/task_kind.h"
#include "storage/quality/suggestions.h"

#include <QCache>
#include <QPainter>

namespace atlas::widgets {

class ClassColours;
class Thumbnails;

/// The marks that gallery and table share. Never decodes and never measures the same text twice.
class SamplePainter {
public:
    static constexpr int kBetweenPair = 4;  ///< pixels between the two pictures of a pair

    SamplePainter(Thumbnails *thumbnails, const ClassColours *colours) : m_thumbnails(thumbnails), m_colours(colours) {}

    /// The sample's picture, or both side by side, inside `area`, each cut to nothing and centred.
    void pictures(QPainter &painter, const QRect &area, const Sample &sample, int pixels);
    void picture(QPainter &painter, const QRect &area, const AssetRef &asset, int pixels);
    /// A dot in the class's colour and its name; without a label what is suggested, or "unlabelled", in grey and
    /// without a dot's fill.
    void label(QPainter &painter, const QRect &area, const TaskKind &kind, const Sample &sample,
               const storage::Suggestion *suggestion = nullptr);
    /// A small disc with a sign: verified, disputed, skipped. Nothing for the other states.
    void reviewMark(QPainter &painter, const QPoint &centre, ReviewState state);
    /// Instead of "unlabelled", where that is not known; empty = as it is.
    void setNoLabelTitle(const QString &title) { m_noLabel = title; }
    void placeholder(QPainter &painter, const QRect &area);
    QString elided(const QString &text, const QFont &font, int width);

private:
    Thumbnails *m_thumbnails;
    const ClassColours *m_colours;
    QString m_noLabel;
    QCache<QString, QString> m_elided{4000};
};

}  // namespace atlas::widgets
