#include "widgets/data/version_words.h"

#include "widgets/data/sample_columns.h"

#include <QCoreApplication>

namespace atlas::widgets {

namespace {

constexpr std::size_t kMostPairs = 12;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(DataVersions)
};

QString splitWord(const std::string &name)
{
    return splitTitle(parseSplit(name).value_or(Split::Unassigned));
}

QString reviewWord(const std::string &name)
{
    return reviewTitle(parseReviewState(name).value_or(ReviewState::Unlabelled));
}

QString labelWords(const TaskKind &kind, const storage::StateChange &change)
{
    const int n = int(change.samples.size());
    if (change.from.empty()) {
        return Tr::tr("%n sample(s) labelled %1", nullptr, n).arg(labelTitle(kind, change.to));
    }
    if (change.to.empty()) {
        return Tr::tr("%n sample(s) lost the label %1", nullptr, n).arg(labelTitle(kind, change.from));
    }
    return Tr::tr("%n sample(s) relabelled: %1 → %2", nullptr, n)
        .arg(labelTitle(kind, change.from), labelTitle(kind, change.to));
}

class Lines {
public:
    void add(const QString &text, const std::vector<std::int64_t> &samples = {}) { m_lines.push_back({text, samples}); }

    void addLabels(const TaskKind &kind, const std::vector<storage::StateChange> &changes)
    {
        DifferenceLine rest;
        for (std::size_t i = 0; i < changes.size(); ++i) {
            // One more than fits is told of by itself: "one more" would take the same room.
            if (i < kMostPairs || changes.size() == kMostPairs + 1) {
                add(labelWords(kind, changes[i]), changes[i].samples);
            } else {
                rest.samples.insert(rest.samples.end(), changes[i].samples.begin(), changes[i].samples.end());
            }
        }
        if (!rest.samples.empty()) {
            rest.text = Tr::tr("%n sample(s) relabelled in other ways", nullptr, int(rest.samples.size()));
            m_lines.push_back(std::move(rest));
        }
    }

    std::vector<DifferenceLine> take() { return std::move(m_lines); }

private:
    std::vector<DifferenceLine> m_lines;
};

}  // namespace

std::vector<DifferenceLine> differenceLines(const TaskKind &kind, const storage::StateDifference &difference)
{
    Lines lines;
    if (!difference.added.empty()) {
        lines.add(Tr::tr("%n sample(s) added", nullptr, int(difference.added.size())), difference.added);
    }
    if (!difference.removed.empty()) {
        lines.add(Tr::tr("%n sample(s) removed", nullptr, int(difference.removed.size())));
    }
    lines.addLabels(kind, difference.labels);
    for (const storage::StateChange &change : difference.reviews) {
        const auto from = parseReviewState(change.from);
        const auto to = parseReviewState(change.to);
        const bool byLabel = (from == ReviewState::Unlabelled && to == ReviewState::Labelled) ||
                             (from == ReviewState::Labelled && to == ReviewState::Unlabelled);
        if (!byLabel) {  // else the label's line says it
            lines.add(Tr::tr("%n sample(s) reviewed: %1 → %2", nullptr, int(change.samples.size()))
                          .arg(reviewWord(change.from), reviewWord(change.to)),
                      change.samples);
        }
    }
    for (const storage::StateChange &change : difference.splits) {
        lines.add(Tr::tr("%n sample(s) put into another part: %1 → %2", nullptr, int(change.samples.size()))
                      .arg(splitWord(change.from), splitWord(change.to)),
                  change.samples);
    }
    if (!difference.contents.empty()) {
        lines.add(Tr::tr("%n sample(s) with another picture or text", nullptr, int(difference.contents.size())),
                  difference.contents);
    }
    for (const std::string &name : difference.classesAdded) {
        lines.add(Tr::tr("Class added: %1").arg(labelTitle(kind, name)));
    }
    for (const std::string &name : difference.classesRemoved) {
        lines.add(Tr::tr("Class removed: %1").arg(labelTitle(kind, name)));
    }
    for (const auto &[from, to] : difference.classesRenamed) {
        lines.add(Tr::tr("Class renamed: %1 → %2").arg(labelTitle(kind, from), labelTitle(kind, to)));
    }
    if (difference.classesMoved) {
        lines.add(Tr::tr("The classes stand in another order"));
    }
    return lines.take();
}

}  // namespace atlas::widgets
