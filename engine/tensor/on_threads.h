#pragma once

#include <cstddef>
#include <functional>

namespace atlas::engine {

/// Calls work(0) .. work(count - 1), `threads` at a time, the caller's thread among them, and returns when all are
/// done. After one has thrown no more are begun, and of those that threw the first in order is thrown on. Threads:
/// `work` is called from several at once.
void onThreads(std::size_t count, int threads, const std::function<void(std::size_t)> &work);

}  // namespace atlas::engine
