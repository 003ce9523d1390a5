// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a plan; what is read as one must be written so that it is read again to the same bytes.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "writers/json/plan_json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pactable::writers::json;
  const auto plan = read_plan({reinterpret_cast<const char*>(data), size});
  if (!plan) return 0;
  const std::string written = write_plan(*plan);
  const auto again = read_plan(written);
  if (!again || write_plan(*again) != written) std::abort();
  return 0;
}
