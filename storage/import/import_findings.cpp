#include "storage/import/import_findings.h"

#include "core/task_kind.h"
#include "storage/import/problems.h"
#include "storage/quality/copies.h"
#include "storage/quality/label_variants.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace atlas::storage {
namespace {

constexpr std::size_t kMostListed = 20;

using Group = std::vector<std::size_t>;  // places of samples

/// Problems of one code: the first few, then how many more there are.
class Listing {
public:
    explicit Listing(std::vector<Problem> &problems) : m_problems(problems) {}
    Listing(const Listing &) = delete;
    Listing &operator=(const Listing &) = delete;
    ~Listing()
    {
        if (m_count > kMostListed) {
            m_last.where.clear();
            m_last.message = "And " + std::to_string(m_count - kMostListed) + " more of this kind.";
            m_problems.push_back(m_last);
        }
    }

    void add(Problem problem)
    {
        m_last = problem;
        if (++m_count <= kMostListed) {
            m_problems.push_back(std::move(problem));
        }
    }

private:
    std::vector<Problem> &m_problems;
    Problem m_last;
    std::size_t m_count = 0;
};

std::string labelsOf(const Sample &sample)
{
    std::set<std::string> names;
    for (const Label &label : sample.labels) {
        names.insert(label.name);
    }
    std::string text;
    for (const std::string &name : names) {
        text += (text.empty() ? "\"" : ", \"") + name + "\"";
    }
    return text;
}

class Findings {
public:
    Findings(std::vector<ReviewedSample> &samples, const ImportRequest &request)
        : m_samples(samples), m_request(request)
    {
    }

    std::vector<Problem> all()
    {
        copies();
        lookAlikes();
        poorPictures();
        collidingNames();
        classes();
        longTexts();
        return std::move(m_problems);
    }

private:
    const Sample &at(std::size_t place) const { return m_samples[place].sample; }
    std::vector<const Sample *> samples() const
    {
        std::vector<const Sample *> all;
        for (const ReviewedSample &reviewed : m_samples) {
            all.push_back(&reviewed.sample);
        }
        return all;
    }
    std::string source() const { return m_request.source.filename().string(); }

    /// "a, b and 3 more"
    std::string placesOf(const Group &group) const
    {
        constexpr std::size_t kNamed = 4;
        std::string text;
        for (std::size_t i = 0; i < std::min(group.size(), kNamed); ++i) {
            text += (i == 0 ? "" : ", ") + at(group[i]).source;
        }
        return group.size() > kNamed ? text + " and " + std::to_string(group.size() - kNamed) + " more" : text;
    }

    /// What a copy costs depends on where it lies.
    const char *hintOf(const Group &group) const
    {
        const bool leaks =
            std::ranges::any_of(group, [&](std::size_t place) { return at(place).split != at(group.front()).split; });
        return leaks ? "They lie in different splits: the test would be of what was learned. Take all but one out."
                     : "Keep one; copies are never divided between training and test.";
    }

    void copies()
    {
        Listing contradictions(m_problems), pictures(m_problems), texts(m_problems);
        for (const Group &group : copiesAmong(samples())) {
            if (contradicts(group)) {
                contradictions.add(contradiction(group));
            } else if (at(group.front()).image) {
                pictures.add(warningProblem(code::kDuplicateImage, at(group[1]).source,
                                            "The same stands at several places: " + placesOf(group) + ".",
                                            hintOf(group)));
            } else {
                texts.add(warningProblem(code::kDuplicateText, at(group[1]).source,
                                         "The same stands at several places: " + placesOf(group) + ".", hintOf(group)));
            }
        }
    }

    bool contradicts(const Group &group) const
    {
        std::set<std::string> labels;
        for (const std::size_t place : group) {
            if (!at(place).labels.empty()) {
                labels.insert(labelsOf(at(place)));
            }
        }
        return labels.size() > 1;
    }

    Problem contradiction(const Group &group)
    {
        std::set<std::string> labels;
        for (const std::size_t place : group) {
            labels.insert(labelsOf(at(place)));
            if (!m_samples[place].reviewed) {
                m_samples[place].sample.review = ReviewState::Disputed;
            }
        }
        std::string words;
        for (const std::string &label : labels) {
            words += (words.empty() ? "" : " and ") + (label.empty() ? "nothing" : label);
        }
        return errorProblem(code::kContradictoryLabel, at(group[1]).source,
                            "The same is labelled " + words + ": " + placesOf(group) +
                                ". Unless the source says otherwise they were imported as disputed; no task uses "
                                "them until somebody decides.",
                            "Filter by review:disputed on the Data page and label them.");
    }

    /// Copies are told already: of those only the first is compared.
    void lookAlikes()
    {
        const auto measuresOf = [this](std::size_t place) {
            const auto &measures = m_samples[place].measures;
            return measures ? &*measures : nullptr;
        };
        Listing listing(m_problems);
        for (const Group &group : lookAlikesAmong(samples(), measuresOf)) {
            listing.add(warningProblem(code::kNearDuplicate, at(group[1]).source,
                                       "These pictures look almost the same: " + placesOf(group) + ".", hintOf(group)));
        }
    }

    /// Only told: whether a picture is too dark for its purpose is for people to say.
    void poorPictures()
    {
        using pictures::PictureMeasures;
        struct Fault {
            const char *code;
            double PictureMeasures::*measure;
            double least;
            const char *words;
        };
        constexpr std::array kFaults{
            Fault{code::kDark, &PictureMeasures::dark, pictures::kDarkest, "dark"},
            Fault{code::kPale, &PictureMeasures::light, pictures::kLightest, "almost white"},
            Fault{code::kBlurred, &PictureMeasures::sharpness, pictures::kLeastSharpness, "blurred"},
            Fault{code::kLittleInformation, &PictureMeasures::information, pictures::kLeastInformation,
                  "almost empty"}};
        for (const Fault &fault : kFaults) {
            Group group;
            for (std::size_t i = 0; i < m_samples.size(); ++i) {
                const auto &measures = m_samples[i].measures;
                if (measures && (*measures).*fault.measure < fault.least) {
                    group.push_back(i);
                }
            }
            if (!group.empty()) {
                m_problems.push_back(infoProblem(fault.code, source(),
                                                 std::to_string(group.size()) + " pictures look " + fault.words + ": " +
                                                     placesOf(group) + ".",
                                                 "Look at them: what cannot be seen cannot be learned."));
            }
        }
    }

    void collidingNames()
    {
        std::map<std::string, std::set<std::string>> names;
        for (const ReviewedSample &reviewed : m_samples) {
            if (reviewed.sample.image) {
                names[foldedName(reviewed.sample.source)].insert(reviewed.sample.source);
            }
        }
        Listing listing(m_problems);
        for (const auto &[folded, group] : names) {
            if (group.size() > 1) {
                listing.add(warningProblem(code::kNameCollision, *group.rbegin(),
                                           "Windows and macOS take the names " + *group.begin() + " and " +
                                               *group.rbegin() + " for one. Both were imported.",
                                           "Rename one before the folder is copied to such a system."));
            }
        }
    }

    void classes()
    {
        std::map<std::string, std::int64_t> counts;
        for (const ReviewedSample &reviewed : m_samples) {
            for (const Label &label : reviewed.sample.labels) {
                ++counts[label.name];
            }
        }
        std::vector<std::string> names;
        for (const auto &[name, count] : counts) {
            names.push_back(name);
        }
        for (const std::vector<std::string> &group : labelVariants(names)) {
            std::string words;
            for (const std::string &name : group) {
                words += (words.empty() ? "\"" : ", \"") + name + "\" (" + std::to_string(counts[name]) + ")";
            }
            m_problems.push_back(warningProblem(code::kLabelVariant, source(),
                                                "These are probably spellings of one class: " + words +
                                                    ". They were imported as they are.",
                                                "Merge the classes on the Data page, or mend the source."));
        }
        // Of options any may be the right one in what is still to come.
        const bool options = !m_samples.empty() && !at(0).choices.empty();
        if (names.size() == 1 && !options) {
            m_problems.push_back(
                warningProblem(code::kOneClass, source(),
                               "There is only one class, \"" + names.front() + "\": nothing can be told apart.",
                               "Import or label samples of another class before training."));
        }
    }

    void longTexts()
    {
        constexpr std::size_t kLong = 10'000;  // bytes; backbones read some hundred words
        Listing listing(m_problems);
        for (const ReviewedSample &reviewed : m_samples) {
            const Sample &sample = reviewed.sample;
            const std::size_t bytes = std::max({sample.text.size(), sample.text2.size(), sample.question.size()});
            if (bytes > kLong) {
                listing.add(warningProblem(code::kLongText, sample.source,
                                           "The text is " + std::to_string(bytes / 1000) +
                                               " kB long. It is kept whole, but a backbone reads only its beginning, "
                                               "some hundred words.",
                                           "Put what matters first, or cut the text into samples."));
            }
        }
    }

    std::vector<ReviewedSample> &m_samples;
    const ImportRequest &m_request;
    std::vector<Problem> m_problems;
};

}  // namespace

std::vector<Problem> findTogether(std::vector<ReviewedSample> &samples, const ImportRequest &request)
{
    return Findings(samples, request).all();
}

}  // namespace atlas::storage
