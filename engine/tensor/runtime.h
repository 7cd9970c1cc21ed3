#pragma once

namespace atlas::engine {

/// The processors this process may use (its affinity mask counts, not the machine).
int availableCores();

/// The processor multiplies bf16 natively (AVX-512 BF16 or AMX), and the system lets programs use it: bf16 is then 2 to
/// 8 times as fast as fp32.
bool nativeBf16();

/// Makes the process ready for tensor work: the allocator keeps large blocks instead of giving each back to the system
/// (a fresh block costs a page fault every 4 KiB: 1.3 to 2.1 times the time of a forward pass), and LibTorch, which comes
/// up with one thread, uses `threads` (0 = all available cores).
/// Threads: call it from the thread that will use the engine, before its first tensor; again with another number at
/// any time between works.
void startRuntime(int threads = 0);

}  // namespace atlas::engine
