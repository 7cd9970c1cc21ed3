#pragma once

namespace atlas::engine {

/// Makes OpenBLAS use the processor's vector units where it did not recognise the processor. A build that is older than
/// the processor falls back to kernels of 2004 (core "Prescott"), an eighth of the speed: seen with OpenBLAS 0.3.21 on
/// a Xeon of 2023, 14 against 113 GFLOP/s per core in fp32. What it recognised, or what OPENBLAS_CORETYPE says, stays.
/// Threads: before other threads multiply matrices.
void chooseBlasKernels();

/// OpenBLAS keeps threads of its own, which LibTorch's setting does not reach.
void setBlasThreads(int threads);

}  // namespace atlas::engine
