#pragma once

#include "engine/learning/adapter_hook.h"

#include <map>

namespace atlas::engine {

/// Mean gate weight of each adapter over samples and sites, of one epoch. A batch counts once it is committed, so that
/// one that was broken off leaves no trace.
class GateMeter {
public:
    struct Sum {
        double weight = 0;
        double count = 0;
        double mean() const { return count > 0 ? weight / count : 0; }
    };

    /// What a hook is to be told to call. The meter must outlive the hook's use of it.
    GateListener listener();

    void commit();
    void discard() { m_pending.clear(); }

    const std::map<int, Sum> &sums() const { return m_sums; }
    void restore(std::map<int, Sum> sums) { m_sums = std::move(sums); }
    void clear() { m_sums.clear(); }

private:
    std::map<int, Sum> m_pending;
    std::map<int, Sum> m_sums;
};

}  // namespace atlas::engine
