#pragma once

#include "engine/training/strategy.h"

/// One function per file of this folder; strategy_registry.cpp lists them.
namespace atlas::engine::strategies {

StrategyDescription atlas();
StrategyDescription independentAdapters();
StrategyDescription sharedAdapter();
StrategyDescription headOnly();

}  // namespace atlas::engine::strategies
