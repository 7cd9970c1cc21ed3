#pragma once

namespace atlas {

/// Makes OpenMP's idle threads sleep instead of spinning (OMP_WAIT_POLICY=passive, unless the user set it): LibTorch
/// and OpenBLAS have a pool each, and the spinning threads of one take the processors from the other (measured on two
/// cores: a training step of small matrices takes 2.0 times as long with spinning threads).
/// The OpenMP library reads this once, when it is loaded. Where that has happened already, the program starts itself
/// anew with the same arguments.
/// Requires: called first thing in main(), before threads and files.
void letIdleThreadsSleep(char **argv) noexcept;

}  // namespace atlas
