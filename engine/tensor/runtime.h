#pragma once

namespace atlas::engine {

/// The processors this process may use (its affinity mask counts, not the machine).
int availableCores();

/// The processor multiplies bf16 natively (AVX-512 BF16 or AMX), and the system lets programs use it: bf16 is then 2 to
/// 8 times as fast as fp32.
bool nativeBf16();

/// Makes the process ready for tensor work: the allocator keeps large blocks (core/allocator.h; a program whose engine
/// runs on a thread of its own calls that first thing in main() too), and LibTorch, which comes up with one thread,
/// uses `threads` (0 = all available cores). Threads: call it from the thread that will use the engine, before its
/// first tensor; again with another number at any time between works.
void startRuntime(int threads = 0);

/// While it lives, one call computes on one thread: for work that runs many small calls side by side on threads of its
/// own. Threads: make and destroy it on the thread of startRuntime(), while no other computes.
class OneThreadPerCall {
public:
    OneThreadPerCall();
    ~OneThreadPerCall();
    OneThreadPerCall(const OneThreadPerCall &) = delete;
    OneThreadPerCall &operator=(const OneThreadPerCall &) = delete;

private:
    int m_before;
};

}  // namespace atlas::engine
