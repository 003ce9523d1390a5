// SPDX-License-Identifier: GPL-3.0-or-later
// What: the parts of an OPC package (ECMA-376 part 2): a ZIP archive and its relationships.
// In:   the bytes of a package. Out: inflated parts and resolved relationships. The only file that includes libzip.
// Never: unpacks to disk, follows an external target, or inflates more than the limits allow.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

struct zip;

namespace pactable::readers::docx {

/// Bytes inflated; counted while inflating, because the sizes in an archive can lie.
struct PackageLimits {
  std::uint64_t part = 256ULL << 20;
  std::uint64_t total = 1ULL << 30;
  std::uint64_t entries = 10000;  // a large document with a thousand pictures has some 1,100
  std::uint64_t ratio = 500;      // inflated to packed bytes of a part; tables of 35,000 like rows reach some 100
  std::uint64_t ratio_from = 16ULL << 20;  // inflated bytes from which on the ratio counts
};

struct Relationship {
  std::string id;
  std::string type;    // last step of the type's URI, the same in transitional and strict packages, e.g. "footnotes"
  std::string target;  // name of the part without a leading slash; as written where external
  bool external = false;
};

class Package {
 public:
  /// `bytes` must outlive the package. Fails with damaged, encrypted or limit-exceeded.
  [[nodiscard]] static Result<Package> open(std::string_view bytes, const PackageLimits& limits = {});

  [[nodiscard]] bool has(const std::string& part) const { return entries_.contains(part); }
  /// Fails with damaged (missing or broken), encrypted or limit-exceeded.
  [[nodiscard]] Result<std::string> read(const std::string& part);
  /// Relationships of a part, "" for those of the package; empty where it has none.
  [[nodiscard]] Result<std::vector<Relationship>> relationships(const std::string& part);

 private:
  struct CloseArchive {
    void operator()(zip* archive) const;
  };
  std::unique_ptr<zip, CloseArchive> archive_;
  std::map<std::string, std::uint64_t> entries_;  // by part name
  PackageLimits limits_;
  std::uint64_t inflated_ = 0;
};

/// True where an OLE compound file holds an encrypted package (MS-OFFCRYPTO).
[[nodiscard]] bool is_encrypted_compound(std::string_view bytes);

}  // namespace pactable::readers::docx
