#include "widgets/data/map_colours.h"

#include "widgets/data/class_colours.h"
#include "widgets/data/quality_words.h"
#include "widgets/data/sample_columns.h"
#include "widgets/frame/theme.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace atlas::widgets {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(MapColours)
};

constexpr std::size_t kMostClasses = 8;  ///< as many colours as there are
constexpr int kColours = 8;

constexpr std::array kChoices{
    MapColourChoice{MapColour::Label, QT_TRANSLATE_NOOP("MapColours", "Label"),
                    QT_TRANSLATE_NOOP("MapColours", "The label a sample carries; of several the first")},
    MapColourChoice{MapColour::Split, QT_TRANSLATE_NOOP("MapColours", "Part"),
                    QT_TRANSLATE_NOOP("MapColours", "Training, validation or test: all should cover the whole map")},
    MapColourChoice{MapColour::Review, QT_TRANSLATE_NOOP("MapColours", "Review"),
                    QT_TRANSLATE_NOOP("MapColours", "Where a sample stands in review")},
    MapColourChoice{MapColour::Finding, QT_TRANSLATE_NOOP("MapColours", "Finding"),
                    QT_TRANSLATE_NOOP("MapColours", "What the quality checks found; of several the gravest")},
    MapColourChoice{MapColour::Suggestion, QT_TRANSLATE_NOOP("MapColours", "Suggestion"),
                    QT_TRANSLATE_NOOP("MapColours", "Which label is suggested for what has none")},
    MapColourChoice{MapColour::Doubt, QT_TRANSLATE_NOOP("MapColours", "Doubt"),
                    QT_TRANSLATE_NOOP("MapColours", "How probable the label is, or what is suggested in its place")},
};

chart_palette::Marker markerAt(int index)
{
    // Each round through the colours moves the markers on by one: a colour never comes back with its marker.
    return static_cast<chart_palette::Marker>((index % kColours + index / kColours) % chart_palette::kMarkers);
}

CloudGroup plain(const QString &name, int index)
{
    const auto style = chart_palette::lineStyle(index, theme::isDark());
    return {.name = name, .colour = style.colour, .marker = style.marker};
}

/// For what has nothing of the kind that the map is coloured by.
CloudGroup none(const QString &name)
{
    return {.name = name, .colour = theme::secondaryText(), .hollow = true};
}

/// Leaves out groups without a point.
MapGroups compact(MapGroups all)
{
    std::vector<int> counts(all.groups.size());
    for (const int group : all.ofPlace) {
        ++counts[std::size_t(group)];
    }
    MapGroups kept;
    std::vector<int> place(all.groups.size(), -1);
    for (std::size_t i = 0; i < all.groups.size(); ++i) {
        if (counts[i] > 0) {
            place[i] = int(kept.groups.size());
            kept.groups.push_back(std::move(all.groups[i]));
        }
    }
    for (const int group : all.ofPlace) {
        kept.ofPlace.push_back(place[std::size_t(group)]);
    }
    return kept;
}

/// By a class of each place; 0 = none.
MapGroups byClass(const storage::SamplePlaces &places, const TaskKind &kind, const ClassColours &colours,
                  const QString &without, std::int64_t (*classOf)(const storage::SamplePlace &))
{
    std::unordered_map<std::int64_t, std::size_t> counts;
    for (const storage::SamplePlace &place : places.placed) {
        ++counts[classOf(place)];
    }
    std::vector<std::int64_t> frequent;
    for (const storage::LabelClass &one : places.classes) {
        if (counts.contains(one.id)) {
            frequent.push_back(one.id);
        }
    }
    const std::size_t rare = frequent.size() > kMostClasses ? frequent.size() - kMostClasses + 1 : 0;
    std::ranges::stable_sort(frequent, [&](std::int64_t a, std::int64_t b) { return counts[a] > counts[b]; });
    frequent.resize(frequent.size() - rare);

    MapGroups all;
    std::unordered_map<std::int64_t, int> groupOf;
    for (std::size_t i = 0; i < places.classes.size(); ++i) {
        const storage::LabelClass &one = places.classes[i];
        if (std::ranges::find(frequent, one.id) != frequent.end()) {
            groupOf.emplace(one.id, int(all.groups.size()));
            all.groups.push_back(
                {.name = labelTitle(kind, one.name), .colour = colours.of(one.name), .marker = markerAt(int(i))});
        }
    }
    const int others = int(all.groups.size());
    all.groups.push_back({.name = Tr::tr("other (%n classes)", nullptr, int(rare)),
                          .colour = theme::secondaryText(),
                          .marker = chart_palette::Marker::Square});
    all.groups.push_back(none(without));
    for (const storage::SamplePlace &place : places.placed) {
        const std::int64_t id = classOf(place);
        const auto found = groupOf.find(id);
        all.ofPlace.push_back(found != groupOf.end() ? found->second : id != 0 ? others : others + 1);
    }
    return compact(std::move(all));
}

MapGroups bySplit(const storage::SamplePlaces &places)
{
    MapGroups all;
    for (const Split split : {Split::Unassigned, Split::Train, Split::Validation, Split::Test}) {
        all.groups.push_back(split == Split::Unassigned ? none(splitTitle(split))
                                                        : plain(splitTitle(split), int(split) - 1));
    }
    for (const storage::SamplePlace &place : places.placed) {
        all.ofPlace.push_back(int(place.split));
    }
    return compact(std::move(all));
}

MapGroups byReview(const storage::SamplePlaces &places)
{
    using enum ReviewState;
    MapGroups all;
    for (const ReviewState state : {Unlabelled, Labelled, Verified, Disputed, Skipped}) {
        CloudGroup group = none(reviewTitle(state));
        if (state != Unlabelled) {
            group = plain(reviewTitle(state), int(state) - 1);
        }
        if (state == Verified || state == Disputed) {
            group.colour = theme::color(state == Verified ? theme::Role::Good : theme::Role::Bad);
        } else if (state == Labelled) {
            group.colour = theme::color(theme::Role::Accent);
        } else if (state == Skipped) {
            group.colour = theme::secondaryText();
        }
        all.groups.push_back(std::move(group));
    }
    for (const storage::SamplePlace &place : places.placed) {
        all.ofPlace.push_back(int(place.review));
    }
    return compact(std::move(all));
}

MapGroups byFinding(const storage::SamplePlaces &places, const std::vector<storage::CheckFindings> &findings)
{
    MapGroups all;
    std::unordered_map<std::int64_t, int> groupOf;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        all.groups.push_back(plain(checkTitle(*findings[i].check), int(i)));
        for (const storage::Finding &finding : findings[i].findings) {
            for (const std::int64_t sample : finding.samples) {
                groupOf.emplace(sample, int(i));  // the first stays: checks come the gravest first
            }
        }
    }
    const int clean = int(all.groups.size());
    all.groups.push_back(none(Tr::tr("nothing found")));
    for (const storage::SamplePlace &place : places.placed) {
        const auto found = groupOf.find(place.sample);
        all.ofPlace.push_back(found == groupOf.end() ? clean : found->second);
    }
    return compact(std::move(all));
}

MapGroups byDoubt(const storage::SamplePlaces &places)
{
    constexpr double kSure = 0.9;
    constexpr double kLikely = 0.5;
    enum Level { Wrong, Low, Middle, High, Unknown };
    MapGroups all;
    all.groups = {{.name = Tr::tr("label looks wrong"),
                   .colour = theme::color(theme::Role::Bad),
                   .marker = chart_palette::Marker::Cross},
                  {.name = Tr::tr("below 50 %"),
                   .colour = theme::color(theme::Role::Caution),
                   .marker = chart_palette::Marker::Triangle},
                  {.name = Tr::tr("50 to 90 %"),
                   .colour = theme::color(theme::Role::Accent),
                   .marker = chart_palette::Marker::Square},
                  {.name = Tr::tr("90 % and more"), .colour = theme::color(theme::Role::Good)},
                  none(Tr::tr("not judged"))};
    for (const storage::SamplePlace &place : places.placed) {
        const double sure = place.labelClass != 0 ? place.given : place.suggested;
        all.ofPlace.push_back(place.suspicious   ? Wrong
                              : std::isnan(sure) ? Unknown
                              : sure >= kSure    ? High
                              : sure >= kLikely  ? Middle
                                                 : Low);
    }
    return compact(std::move(all));
}

}  // namespace

std::span<const MapColourChoice> mapColourChoices()
{
    return kChoices;
}

QString mapColourTitle(const MapColourChoice &choice)
{
    return Tr::tr(choice.title);
}

QString mapColourHelp(const MapColourChoice &choice)
{
    return Tr::tr(choice.help);
}

MapGroups mapGroups(MapColour colour, const storage::SamplePlaces &places, const TaskKind &kind,
                    const ClassColours &colours, const std::vector<storage::CheckFindings> &findings)
{
    switch (colour) {
    case MapColour::Label:
        return byClass(places, kind, colours, reviewTitle(ReviewState::Unlabelled),
                       [](const storage::SamplePlace &place) { return place.labelClass; });
    case MapColour::Split: return bySplit(places);
    case MapColour::Review: return byReview(places);
    case MapColour::Finding: return byFinding(places, findings);
    case MapColour::Suggestion:
        return byClass(places, kind, colours, Tr::tr("labelled, or nothing suggested"),
                       [](const storage::SamplePlace &place) {
                           return place.labelClass == 0 ? place.suggestedClass : std::int64_t(0);
                       });
    case MapColour::Doubt: return byDoubt(places);
    }
    return {};
}

}  // namespace atlas::widgets
