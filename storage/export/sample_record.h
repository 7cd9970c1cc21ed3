#pragma once

#include "storage/exporter.h"

#include <nlohmann/json.hpp>

namespace atlas::storage {

/// A sample's labels as an importer reads them: the position of the right option, one name, a list of names where
/// several may hold, name -> weight where a weight is not 1; null = unlabelled.
nlohmann::ordered_json labelRecord(const Sample &sample, const ExportedSet &set);

/// A sample as one JSON object with the importers' own names of fields. What is absent is left out. Pictures are
/// copied into `pictures` of the folder and named relative to it.
nlohmann::ordered_json sampleRecord(const Sample &sample, const ExportedSet &set, ExportFolder &folder,
                                    const std::string &pictures);

}  // namespace atlas::storage
