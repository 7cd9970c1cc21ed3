#define ATLAS_KERNELS avx2
#include "engine/learning/row_kernels_impl.h"
