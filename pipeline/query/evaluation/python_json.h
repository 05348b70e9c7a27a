// JSON printed as Python's json.dumps(ensure_ascii=False) prints it, so that the details of `eval` can be compared with
// those of the scoring script line by line. Included only by the .cpp files of this folder.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace trichluc::query {

// "0.0", "41.3", "1e+22": the shortest digits that read back the same.
std::string python_real(double value);
std::string python_json(const nlohmann::ordered_json& value);

}  // namespace trichluc::query
