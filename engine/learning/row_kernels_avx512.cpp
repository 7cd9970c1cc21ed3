#define ATLAS_KERNELS avx512
#include "engine/learning/row_kernels_impl.h"
