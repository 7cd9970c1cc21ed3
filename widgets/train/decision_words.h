#pragma once

#include "core/decision_answer.h"
#include "core/decision_facts.h"

#include <QString>

namespace atlas::widgets {

/// A text of the decisions below Qt, in the user's language.
QString decisionText(const std::string &english);

/// The values of a fact in the user's language and locale: "+3.1 points ± 0.9".
QString factText(const DecisionFact &fact);

/// Why a task reused or expanded, as a sentence; `task` is its name.
QString decisionSentence(const DecisionRecord &decision, const QString &task);

/// Who decided and in which words, where it was a person; empty where the policy did.
QString personSentence(const DecisionRecord &decision);

QString recommendationSentence(const Recommendation &recommendation);

}  // namespace atlas::widgets
