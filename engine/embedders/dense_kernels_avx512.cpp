#define ATLAS_KERNELS avx512
#define ATLAS_LANES 16
#define ATLAS_TILE_ROWS 8
#define ATLAS_TILE_VECTORS 3
#include "engine/embedders/dense_kernels_impl.h"
