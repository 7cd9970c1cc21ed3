#pragma once

namespace atlas::engine {

/// Whether bf16 products are clearly faster than fp32 ones here, by timing both once (about 50 ms). Having the
/// instructions does not answer it: with AMX they are 6 to 8 times as fast and on AVX-512 processors of AMD twice, but
/// on Intel's without AMX (virtual machines often hide it) they were measured at 0.6 times the speed of fp32. Requires:
/// startRuntime() was called, so that the thread count and BLAS kernels are those of training.
bool bf16IsFaster();

}  // namespace atlas::engine
