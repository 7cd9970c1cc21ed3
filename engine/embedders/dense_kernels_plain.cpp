#define ATLAS_KERNELS plain
#define ATLAS_LANES 4
#define ATLAS_TILE_ROWS 4
#define ATLAS_TILE_VECTORS 2
#include "engine/embedders/dense_kernels_impl.h"
