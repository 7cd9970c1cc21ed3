#include "storage/import/import_findings.h"

#include "core/sentence.h"
#include "core/task_kind.h"
#include "core/translatable.h"
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
            m_last.message = say(QT_TRANSLATE_NOOP("Sentence", "And %1 more of this kind."), m_count - kMostListed);
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
    Sentence placesOf(const Group &group) const
    {
        constexpr std::size_t kNamed = 4;
        std::string text;
        for (std::size_t i = 0; i < std::min(group.size(), kNamed); ++i) {
            text += (i == 0 ? "" : ", ") + at(group[i]).source;
        }
        return group.size() > kNamed ? say(QT_TRANSLATE_NOOP("Sentence", "%1 and %2 more"), text, group.size() - kNamed)
                                     : Sentence(text);
    }

    /// What a copy costs depends on where it lies.
    Sentence hintOf(const Group &group) const
    {
        const bool leaks =
            std::ranges::any_of(group, [&](std::size_t place) { return at(place).split != at(group.front()).split; });
        return leaks
                   ? say(QT_TRANSLATE_NOOP(
                         "Sentence",
                         "They lie in different splits: the test would be of what was learned. Take all but one out."))
                   : say(QT_TRANSLATE_NOOP("Sentence",
                                           "Keep one; copies are never divided between training and test."));
    }

    void copies()
    {
        Listing contradictions(m_problems), pictures(m_problems), texts(m_problems);
        for (const Group &group : copiesAmong(samples())) {
            if (contradicts(group)) {
                contradictions.add(contradiction(group));
            } else if (at(group.front()).image) {
                pictures.add(warningProblem(
                    code::kDuplicateImage, at(group[1]).source,
                    say(QT_TRANSLATE_NOOP("Sentence", "The same stands at several places: %1."), placesOf(group)),
                    hintOf(group)));
            } else {
                texts.add(warningProblem(
                    code::kDuplicateText, at(group[1]).source,
                    say(QT_TRANSLATE_NOOP("Sentence", "The same stands at several places: %1."), placesOf(group)),
                    hintOf(group)));
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
        Sentence words;
        for (const std::string &label : labels) {
            const Sentence one = label.empty() ? say(QT_TRANSLATE_NOOP("Sentence", "nothing")) : Sentence(label);
            words = words.empty() ? one : say(QT_TRANSLATE_NOOP("Sentence", "%1 and %2"), words, one);
        }
        return errorProblem(
            code::kContradictoryLabel, at(group[1]).source,
            say(QT_TRANSLATE_NOOP("Sentence", "The same is labelled %1: %2. Unless the source says otherwise they were "
                                              "imported as disputed; no task uses them until somebody decides."),
                words, placesOf(group)),
            say(QT_TRANSLATE_NOOP("Sentence", "Filter by review:disputed on the Data page and label them.")));
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
            listing.add(warningProblem(
                code::kNearDuplicate, at(group[1]).source,
                say(QT_TRANSLATE_NOOP("Sentence", "These pictures look almost the same: %1."), placesOf(group)),
                hintOf(group)));
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
        constexpr std::array kFaults{Fault{code::kDark, &PictureMeasures::dark, pictures::kDarkest,
                                           QT_TRANSLATE_NOOP("Sentence", "%1 pictures look dark: %2.")},
                                     Fault{code::kPale, &PictureMeasures::light, pictures::kLightest,
                                           QT_TRANSLATE_NOOP("Sentence", "%1 pictures look almost white: %2.")},
                                     Fault{code::kBlurred, &PictureMeasures::sharpness, pictures::kLeastSharpness,
                                           QT_TRANSLATE_NOOP("Sentence", "%1 pictures look blurred: %2.")},
                                     Fault{code::kLittleInformation, &PictureMeasures::information,
                                           pictures::kLeastInformation,
                                           QT_TRANSLATE_NOOP("Sentence", "%1 pictures look almost empty: %2.")}};
        for (const Fault &fault : kFaults) {
            Group group;
            for (std::size_t i = 0; i < m_samples.size(); ++i) {
                const auto &measures = m_samples[i].measures;
                if (measures && (*measures).*fault.measure < fault.least) {
                    group.push_back(i);
                }
            }
            if (!group.empty()) {
                m_problems.push_back(infoProblem(
                    fault.code, source(), say(fault.words, group.size(), placesOf(group)),
                    say(QT_TRANSLATE_NOOP("Sentence", "Look at them: what cannot be seen cannot be learned."))));
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
                listing.add(warningProblem(
                    code::kNameCollision, *group.rbegin(),
                    say(QT_TRANSLATE_NOOP("Sentence",
                                          "Windows and macOS take the names %1 and %2 for one. Both were imported."),
                        *group.begin(), *group.rbegin()),
                    say(QT_TRANSLATE_NOOP("Sentence", "Rename one before the folder is copied to such a system."))));
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
            m_problems.push_back(warningProblem(
                code::kLabelVariant, source(),
                say(QT_TRANSLATE_NOOP("Sentence",
                                      "These are probably spellings of one class: %1. They were imported as they are."),
                    words),
                say(QT_TRANSLATE_NOOP("Sentence", "Merge the classes on the Data page, or mend the source."))));
        }
        // Of options any may be the right one in what is still to come.
        const bool options = !m_samples.empty() && !at(0).choices.empty();
        if (names.size() == 1 && !options) {
            m_problems.push_back(warningProblem(
                code::kOneClass, source(),
                say(QT_TRANSLATE_NOOP("Sentence", "There is only one class, \"%1\": nothing can be told apart."),
                    names.front()),
                say(QT_TRANSLATE_NOOP("Sentence", "Import or label samples of another class before training."))));
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
                listing.add(warningProblem(
                    code::kLongText, sample.source,
                    say(QT_TRANSLATE_NOOP("Sentence", "The text is %1 kB long. It is kept whole, but a backbone reads "
                                                      "only its beginning, some hundred words."),
                        bytes / 1000),
                    say(QT_TRANSLATE_NOOP("Sentence", "Put what matters first, or cut the text into samples."))));
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
