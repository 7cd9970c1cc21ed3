#include "widgets/train/decision_words.h"

#include "widgets/charts/format.h"
#include "widgets/sentence_words.h"

#include <QCoreApplication>

namespace atlas::widgets {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(DecisionWords)
};

/// "+3.1 points (±0.9)", ± its standard error
QString gainText(const DecisionRecord &decision)
{
    const QString gain = format::points(*decision.gain);
    return decision.se ? Tr::tr("%1 (±%2)").arg(gain, format::percentNumber(*decision.se)) : gain;
}

QString valueText(const FactValue &value)
{
    using Unit = FactValue::Unit;
    switch (value.unit) {
    case Unit::Name: break;
    case Unit::Words: return decisionText(value.text);
    case Unit::Share: return format::percent(value.number);
    case Unit::Points: return format::points(value.number);
    case Unit::PlainPoints: return format::percentNumber(value.number);
    case Unit::Count: return format::count(qint64(value.number));
    case Unit::Bytes: return format::bytes(value.number);
    case Unit::Milliseconds: return Tr::tr("%1 ms").arg(format::number(value.number));
    case Unit::Number: return format::number(value.number);
    }
    return QString::fromStdString(value.text);
}

QString verdictWord(const std::string &verdict)
{
    return verdict == "expand" ? Tr::tr("expand") : Tr::tr("reuse");
}

}  // namespace

QString decisionText(const std::string &english)
{
    const QString words = QCoreApplication::translate("Decision", english.c_str());
    // What was set is called as the form calls it.
    return words == QString::fromStdString(english) ? QCoreApplication::translate("Setting", english.c_str()) : words;
}

QString factText(const DecisionFact &fact)
{
    return filled(format::unbroken(decisionText(fact.form)), fact.values.size(),
                  [&](std::size_t index) { return valueText(fact.values[index]); });
}

QString decisionSentence(const DecisionRecord &decision, const QString &task)
{
    if (decision.decision == "first") {
        return Tr::tr("%1 is the first task: there was nothing to reuse, so it learned an adapter.").arg(task);
    }
    const bool reused = decision.decision == "reuse";
    if (isOverridden(decision) && decision.gain) {
        return reused ? Tr::tr("%1 would gain %2 from an adapter of its own. Reused all the same.")
                            .arg(task, gainText(decision))
                      : Tr::tr("%1 gains only %2 from an adapter of its own. Expanded all the same.")
                            .arg(task, gainText(decision));
    }
    if (needsNothing(decision)) {
        return decision.gain
                   ? Tr::tr("%1 needs no adapter: those of earlier tasks do not surely help, and one of its own "
                            "would bring %2. Nothing added.")
                         .arg(task, gainText(decision))
                   : Tr::tr("%1 needs no adapter. Nothing added.").arg(task);
    }
    if (reused) {
        return decision.gain ? Tr::tr("Reuse is enough for %1: an adapter of its own would bring %2. Reused.")
                                   .arg(task, gainText(decision))
                             : Tr::tr("%1 works with the adapters of earlier tasks. Reused.").arg(task);
    }
    return decision.gain ? Tr::tr("%1 gains %2 from an adapter of its own. Expanded.").arg(task, gainText(decision))
                         : Tr::tr("%1 got an adapter of its own. Expanded.").arg(task);
}

QString personSentence(const DecisionRecord &decision)
{
    if (decision.decidedBy.empty()) {
        return {};
    }
    const QString person = QString::fromStdString(decision.decidedBy);
    const QString why = QString::fromStdString(decision.why);
    if (isOverridden(decision)) {
        return Tr::tr("%1 decided otherwise than the test, which says %2: “%3”")
            .arg(person, verdictWord(decision.verdict), why);
    }
    return why.isEmpty() ? Tr::tr("%1 decided.").arg(person) : Tr::tr("%1 decided: “%2”").arg(person, why);
}

QString recommendationSentence(const Recommendation &recommendation)
{
    return (recommendation.decision == "expand" ? Tr::tr("Recommended: expand. %1") : Tr::tr("Recommended: reuse. %1"))
        .arg(decisionText(recommendation.reason));
}

}  // namespace atlas::widgets
