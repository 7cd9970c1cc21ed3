#include "core/run_filter.h"

#include "core/run_filter_terms.h"
#include "core/translatable.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace atlas {
namespace {

using Scene = RunScene;
using Sign = RunFilterSign;
using Judge = std::function<bool(const std::string &)>;

/// A field that holds text; `any` asks whether one of its texts passes.
struct TextField {
    enum class Way { Whole, Part, Start };

    const char *name;
    Way way;
    bool (*any)(const RunTable &table, const RunRow &row, const Judge &passes);
};

bool anyTask(const RunTable &table, const RunRow &row, const Judge &passes)
{
    return std::ranges::any_of(row.tasks, [&](const auto &task) { return passes(table.tasks[task.task]); });
}

constexpr std::array kTexts{
    TextField{"strategy", TextField::Way::Whole,
              [](const auto &, const RunRow &r, const Judge &p) { return p(r.strategy); }},
    TextField{"sequence", TextField::Way::Whole,
              [](const auto &, const RunRow &r, const Judge &p) { return p(r.sequence); }},
    TextField{"name", TextField::Way::Whole, [](const auto &, const RunRow &r, const Judge &p) { return p(r.name); }},
    TextField{"tag", TextField::Way::Whole,
              [](const auto &, const RunRow &r, const Judge &p) { return std::ranges::any_of(r.tags, p); }},
    TextField{"task", TextField::Way::Whole, anyTask},
    TextField{"status", TextField::Way::Whole,
              [](const auto &, const RunRow &r, const Judge &p) { return p(runStatusName(r.status)); }},
    TextField{"backbone", TextField::Way::Part,
              [](const auto &, const RunRow &r, const Judge &p) { return p(r.backbone); }},
    TextField{"origin", TextField::Way::Part,
              [](const auto &, const RunRow &r, const Judge &p) { return p(r.origin); }},
    TextField{"note", TextField::Way::Part, [](const auto &, const RunRow &r, const Judge &p) { return p(r.note); }},
    TextField{"id", TextField::Way::Start, [](const auto &, const RunRow &r, const Judge &p) { return p(r.uuid); }}};

/// Numbers beside the figures.
struct NumberField {
    const char *name;
    std::optional<double> (*value)(const RunRow &row);
};

constexpr std::array kNumbers{
    NumberField{"seed", [](const RunRow &row) { return std::optional(static_cast<double>(row.seed)); }},
    NumberField{"tasks", [](const RunRow &row) { return std::optional(static_cast<double>(row.tasks.size())); }},
    NumberField{"samples", [](const RunRow &row) { return std::optional(static_cast<double>(row.maxTrain)); }},
    NumberField{"progress", [](const RunRow &row) { return std::optional(row.progress); }}};

constexpr std::array kDays{"after", "before"};
const std::string kSetting = "setting.";
const std::string kScore = "score.";

/// Whether a text of the way passes a value in lower case.
Judge judgeOf(TextField::Way way, const std::string &value)
{
    const std::string pattern = way == TextField::Way::Part    ? "*" + value + "*"
                                : way == TextField::Way::Start ? value + "*"
                                                               : value;
    return [pattern](const std::string &text) { return fits(lowered(text), pattern); };
}

std::vector<std::string> fieldNames()
{
    std::vector<std::string> names{kDays.begin(), kDays.end()};
    std::ranges::transform(kTexts, std::back_inserter(names), &TextField::name);
    std::ranges::transform(kNumbers, std::back_inserter(names), &NumberField::name);
    std::ranges::transform(runFigures(), std::back_inserter(names), &RunFigure::name);
    return names;
}

bool hasWord(const RunTable &table, const RunRow &row, const std::string &word)
{
    const Judge passes = [&](const std::string &text) { return lowered(text).find(word) != std::string::npos; };
    return passes(row.name) || passes(row.strategy) || passes(row.sequence) || passes(row.note) ||
           std::ranges::any_of(row.tags, passes) || anyTask(table, row, passes);
}

}  // namespace

/// Reads a filter from its beginning to its end.
class RunFilterParser {
public:
    explicit RunFilterParser(const std::string &text) : m_text(text) {}

    RunFilter parse()
    {
        while (skipSpace() && !m_filter.m_problem) {
            term();
        }
        if (m_filter.m_problem) {
            m_filter.m_terms.clear();
        }
        return std::move(m_filter);
    }

private:
    using Term = RunFilter::Term;

    static bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
    static bool isSign(char c) { return c == ':' || c == '=' || c == '<' || c == '>'; }

    bool skipSpace()
    {
        while (m_at < m_text.size() && isSpace(m_text[m_at])) {
            ++m_at;
        }
        return m_at < m_text.size();
    }

    /// Up to a space, or also to a sign; what stands in quotes counts as it is.
    std::string read(bool untilSign)
    {
        std::string read;
        bool quoted = false;
        for (; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '"') {
                quoted = !quoted;
                m_quotes = true;
            } else if (!quoted && (isSpace(c) || (untilSign && isSign(c)))) {
                break;
            } else {
                read += c;
            }
        }
        return read;
    }

    void term()
    {
        m_begin = m_at;
        m_term = std::make_unique<Term>();
        if (m_text[m_at] == '-' && m_at + 1 < m_text.size() && !isSpace(m_text[m_at + 1])) {
            m_term->without = true;
            ++m_at;
        }
        m_quotes = false;
        const std::string field = read(true);
        if (m_at < m_text.size() && isSign(m_text[m_at]) && !field.empty()) {
            const std::optional<Sign> sign = readSign();
            const std::string value = read(false);
            if (!sign) {
                return problem(QT_TRANSLATE_NOOP("RunFilter", "\"%1\" has no meaning here. Use : = < <= > or >=."),
                               m_text.substr(m_begin, m_at - m_begin));
            }
            if (value.empty()) {
                return problem(QT_TRANSLATE_NOOP("RunFilter", "Something must stand behind \"%1\"."),
                               m_text.substr(m_begin, m_at - m_begin));
            }
            comparison(field, *sign, value);
        } else {
            const std::string value = lowered(field + read(false));
            if (value.empty()) {
                return;
            }
            m_term->bind = [value](const Scene &scene) {
                return [scene, value](std::size_t row) { return hasWord(scene.table, scene.table.rows[row], value); };
            };
        }
        if (!m_filter.m_problem) {
            m_filter.m_terms.push_back(std::move(m_term));
        }
    }

    std::optional<Sign> readSign()
    {
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && isSign(m_text[m_at])) {
            ++m_at;
        }
        const std::string sign = m_text.substr(begin, m_at - begin);
        static constexpr std::array<std::pair<const char *, Sign>, 6> kSigns{{{":", Sign::Equal},
                                                                              {"=", Sign::Equal},
                                                                              {"<", Sign::Less},
                                                                              {"<=", Sign::LessOrEqual},
                                                                              {">", Sign::Greater},
                                                                              {">=", Sign::GreaterOrEqual}}};
        const auto found = std::ranges::find_if(kSigns, [&](const auto &known) { return sign == known.first; });
        return found == kSigns.end() ? std::nullopt : std::optional(found->second);
    }

    void comparison(const std::string &field, Sign sign, const std::string &value)
    {
        const auto named = [&](const auto &known) { return field == known.name; };
        if (const auto text = std::ranges::find_if(kTexts, named); text != kTexts.end()) {
            textTerm(*text, sign, value);
        } else if (const auto number = std::ranges::find_if(kNumbers, named); number != kNumbers.end()) {
            numberTerm(sign, value, [get = number->value](const Scene &) { return get; });
        } else if (const RunFigure *figure = runFigure(field)) {
            numberTerm(sign, value, [get = figure->value](const Scene &) { return get; });
        } else if (field.starts_with(kScore) && field.size() > kScore.size()) {
            scoreTerm(field.substr(kScore.size()), sign, value);
        } else if (field.starts_with(kSetting) && field.size() > kSetting.size()) {
            settingTerm(field.substr(kSetting.size()), sign, value);
        } else if (std::ranges::find(kDays, field) != kDays.end()) {
            dayTerm(field == kDays.front(), sign, value);
        } else if (const std::string meant = nearestName(field, fieldNames()); !meant.empty()) {
            problem(QT_TRANSLATE_NOOP("RunFilter", "\"%1\" is not known. Did you mean \"%2\"?"), field, meant);
        } else {
            problem(QT_TRANSLATE_NOOP("RunFilter",
                                      "\"%1\" is not known. A setting is written setting.%1, the score on a "
                                      "task score.%1, and a text with signs in it in quotes."),
                    field);
        }
    }

    void textTerm(const TextField &field, Sign sign, const std::string &value)
    {
        if (sign != Sign::Equal) {
            return problem(QT_TRANSLATE_NOOP("RunFilter", "\"%1\" is a text: use : or =."), field.name);
        }
        if (std::string(field.name) == "status" && !knownStatus(value)) {
            return;
        }
        m_term->bind = [any = field.any, passes = judgeOf(field.way, lowered(value))](const Scene &scene) {
            return [scene, any, passes](std::size_t row) { return any(scene.table, scene.table.rows[row], passes); };
        };
    }

    bool knownStatus(const std::string &value)
    {
        std::vector<std::string> names;
        for (int status = 0; status <= static_cast<int>(RunStatus::Cancelled); ++status) {
            names.emplace_back(runStatusName(static_cast<RunStatus>(status)));
        }
        const Judge passes = judgeOf(TextField::Way::Whole, lowered(value));
        if (std::ranges::any_of(names, passes)) {
            return true;
        }
        const std::string list = std::accumulate(
            names.begin(), names.end(), std::string(),
            [](const std::string &all, const std::string &name) { return all.empty() ? name : all + ", " + name; });
        problem(QT_TRANSLATE_NOOP("RunFilter", "There is no status \"%1\"; there are: %2."), value, list);
        return false;
    }

    /// `valueOf`: given a scene, what tells a row's number.
    template <typename ValueOf>
    void numberTerm(Sign sign, const std::string &value, ValueOf valueOf)
    {
        const std::optional<double> number = filterNumber(value);
        if (!number) {
            return problem(QT_TRANSLATE_NOOP("RunFilter", "\"%1\" is no number. Write 0.8, 80% or 5M."), value);
        }
        m_term->bind = [sign, with = *number, valueOf](const Scene &scene) -> Term::Holds {
            return [scene, sign, with, get = valueOf(scene)](std::size_t row) {
                const std::optional<double> own = get(scene.table.rows[row]);
                return own && compares(*own, sign, with);
            };
        };
    }

    void scoreTerm(const std::string &task, Sign sign, const std::string &value)
    {
        numberTerm(sign, value, [task](const Scene &scene) {
            const auto found = std::ranges::find(scene.table.tasks, task);
            const auto place = static_cast<std::uint32_t>(found - scene.table.tasks.begin());
            return [place](const RunRow &row) { return taskScore(row, place); };  // of an unknown task: none
        });
    }

    void settingTerm(const std::string &key, Sign sign, const std::string &value)
    {
        const std::optional<double> number = filterNumber(value);
        if (!number && sign != Sign::Equal) {
            return problem(QT_TRANSLATE_NOOP("RunFilter", "\"%1\" is no number. Write 0.8, 80% or 5M."), value);
        }
        m_term->ofSettings = true;
        m_term->bind = [key, sign, number,
                        passes = judgeOf(TextField::Way::Whole, lowered(value))](const Scene &scene) {
            const std::optional<std::uint32_t> place = scene.settings.keyNamed(key);
            return [scene, place, sign, number, passes](std::size_t row) {
                const std::string *own = place ? scene.settings.value(row, *place) : nullptr;
                if (own == nullptr) {
                    return false;
                }
                const std::optional<double> ownNumber = number ? filterNumber(*own) : std::nullopt;
                return ownNumber ? compares(*ownNumber, sign, *number) : sign == Sign::Equal && passes(*own);
            };
        };
    }

    void dayTerm(bool after, Sign sign, const std::string &value)
    {
        const std::optional<std::int64_t> day = filterDay(value);
        if (!day || sign != Sign::Equal) {
            return problem(QT_TRANSLATE_NOOP("RunFilter", "\"%1\" is no day. Write it like after:2026-11-01."), value);
        }
        m_term->bind = [after, day = *day](const Scene &scene) {
            return [scene, after, day](std::size_t row) {
                const RunRow &run = scene.table.rows[row];
                const std::int64_t begun = run.startedUs > 0 ? run.startedUs : run.createdUs;
                return after ? begun >= day : begun < day;
            };
        };
    }

    void problem(const char *text, std::string what, std::string instead = {})
    {
        m_filter.m_problem = RunFilterProblem{m_begin, m_at - m_begin, text, std::move(what), std::move(instead)};
    }

    const std::string &m_text;
    std::size_t m_at = 0;
    std::size_t m_begin = 0;
    bool m_quotes = false;
    std::unique_ptr<Term> m_term;
    RunFilter m_filter;
};

RunFilter::RunFilter() = default;
RunFilter::~RunFilter() = default;
RunFilter::RunFilter(RunFilter &&) noexcept = default;
RunFilter &RunFilter::operator=(RunFilter &&) noexcept = default;

RunFilter RunFilter::parse(const std::string &text)
{
    return RunFilterParser(text).parse();
}

bool RunFilter::asksForSettings() const
{
    return std::ranges::any_of(m_terms, [](const auto &term) { return term->ofSettings; });
}

std::vector<std::size_t> RunFilter::matching(const RunTable &table, const RunSettings &settings) const
{
    const RunScene scene{table, settings};
    std::vector<std::pair<bool, Term::Holds>> terms;
    for (const auto &term : m_terms) {
        terms.emplace_back(term->without, term->bind(scene));
    }
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        if (std::ranges::all_of(terms, [row](const auto &term) { return term.second(row) != term.first; })) {
            rows.push_back(row);
        }
    }
    return rows;
}

std::string RunFilterProblem::words() const
{
    std::string words;
    for (const char *c = text; *c != '\0'; ++c) {
        if (*c == '%' && (c[1] == '1' || c[1] == '2')) {
            words += *++c == '1' ? what : instead;
        } else {
            words += *c;
        }
    }
    return words;
}

std::span<const RunFilterHelp> RunFilter::help()
{
    static constexpr std::array kHelp{
        RunFilterHelp{"pilot", QT_TRANSLATE_NOOP("RunFilter", "in the name, strategy, sequence, tasks, tags or note")},
        RunFilterHelp{"strategy:atlas",
                      QT_TRANSLATE_NOOP("RunFilter", "also sequence, name, tag, task, status; * stands "
                                                     "for any text, quotes hold spaces together")},
        RunFilterHelp{"-tag:old", QT_TRANSLATE_NOOP("RunFilter", "- before a term turns it round")},
        RunFilterHelp{"accuracy>80%",
                      QT_TRANSLATE_NOOP("RunFilter", "also forgetting, adapters, heads, bytes, seconds, "
                                                     "seed, tasks, samples; with < <= > >= =")},
        RunFilterHelp{"score.notes>=0.7", QT_TRANSLATE_NOOP("RunFilter", "the score on a task")},
        RunFilterHelp{"setting.learning_rate<0.001", QT_TRANSLATE_NOOP("RunFilter", "a setting of the run")},
        RunFilterHelp{"after:2026-11-01",
                      QT_TRANSLATE_NOOP("RunFilter", "begun on that day or later; before: earlier")},
        RunFilterHelp{"note:later", QT_TRANSLATE_NOOP("RunFilter", "in the note; id: the start of the id")}};
    return kHelp;
}

}  // namespace atlas
