#define ATLAS_KERNELS plain
#include "engine/learning/row_kernels_impl.h"
