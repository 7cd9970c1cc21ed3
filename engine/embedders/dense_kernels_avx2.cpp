#define ATLAS_KERNELS avx2
#define ATLAS_LANES 8
#define ATLAS_TILE_ROWS 6
#define ATLAS_TILE_VECTORS 2
#include "engine/embedders/dense_kernels_impl.h"
