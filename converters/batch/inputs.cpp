// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/inputs.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <system_error>
#include <utility>

#include "batch/output_names.h"
#include "batch/owned_files.h"
#include "core/sha256.h"
#include "core/unicode.h"

namespace pactable::batch {
namespace fs = std::filesystem;
namespace {

// The largest real plan seen is below 100 MB; a gibibyte is the bound on inflated content that the readers keep.
constexpr std::uintmax_t kMaxFileBytes = std::uintmax_t{1} << 30U;
constexpr std::size_t kHashedAtOnce = 64 * 1024;
constexpr std::size_t kTwinDigits = 8;
constexpr std::string_view kOwnHidden = ".pactable-";
constexpr std::array<std::string_view, 8> kOutputExtensions = {".json", ".xml", ".md",     ".html",
                                                               ".png",  ".csv", ".sqlite", ".jsonl"};

std::size_t sequence_length(unsigned char lead) {
  if (lead >= 0xF0) return 4;
  if (lead >= 0xE0) return 3;
  return lead >= 0xC0 ? 2 : 1;
}

std::string escape_malformed(std::string_view name) {
  if (unicode::is_valid_utf8(name)) return std::string(name);
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const auto lead = static_cast<unsigned char>(name[at]);
    const std::string_view sequence = name.substr(at, sequence_length(lead));
    if (unicode::is_valid_utf8(sequence)) {
      out += sequence;
      at += sequence.size();
    } else {
      out += fmt::format("\\x{:02X}", lead);
      ++at;
    }
  }
  return out;
}

std::string lower_extension(const fs::path& file) {
  std::string extension = file.extension().string();
  for (char& c : extension) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return extension;
}

bool hidden(const fs::path& entry) { return entry.filename().native().starts_with('.'); }

std::string own_name(const fs::path& named) {
  std::error_code error;
  const fs::path whole = fs::absolute(named, error).lexically_normal();
  return escape_malformed((whole.has_filename() ? whole.filename() : whole.parent_path().filename()).native());
}

class Finder {
 public:
  explicit Finder(const SearchRules& rules) : rules_(rules) {}

  void take(const fs::path& named) {
    std::error_code error;
    const fs::file_status status = fs::status(named, error);
    if (fs::is_directory(status)) {
      search_folder(named);
    } else {
      add({own_name(named), named, true, trouble(status, error)});
    }
  }

  Search finish() && {
    std::vector<Input>& inputs = search_.inputs;
    pair_with_ocr_files();
    // A file that was named besides is no longer passed over.
    std::erase_if(inputs,
                  [&](const Input& input) { return input.skipped && named_files_.contains(hash_of(input.file)); });
    std::sort(inputs.begin(), inputs.end(), [](const Input& a, const Input& b) { return a.path < b.path; });
    order(inputs);
    inputs.shrink_to_fit();
    search_.skipped = static_cast<std::size_t>(
        std::count_if(inputs.begin(), inputs.end(), [](const Input& input) { return input.skipped; }));
    return std::move(search_);
  }

 private:
  static std::shared_ptr<const Error> because(ErrorCode code, std::string message) {
    return std::make_shared<const Error>(Error{code, std::move(message)});
  }

  static std::shared_ptr<const Error> trouble(const fs::file_status& status, const std::error_code& error) {
    if (status.type() == fs::file_type::not_found) return because(ErrorCode::kNotFound, "no such file");
    if (error) return because(ErrorCode::kUnreadable, error.message());
    if (!fs::is_regular_file(status)) return because(ErrorCode::kUnreadable, "not a regular file");
    return nullptr;
  }

  void add(Input input) {
    if (input.named) named_files_.insert(hash_of(input.file));
    search_.inputs.push_back(std::move(input));
  }

  void skip(const fs::path& entry, const fs::path& root, const std::shared_ptr<const Error>& why) {
    if (!rules_.with_skipped) return;
    Input input{path_below(root, entry), entry.string(), false, why};
    input.skipped = true;
    search_.inputs.push_back(std::move(input));
  }

  /// Of an absolute place; a list of them would take more memory than the inputs.
  static std::uint64_t hash_of(const fs::path& file) { return std::hash<std::string>{}(place_of(file)); }

  void search_folder(const fs::path& root) {
    const std::size_t before = documents_;
    std::vector<fs::path> open = {root};
    while (!open.empty()) {
      const fs::path folder = std::move(open.back());
      open.pop_back();
      std::error_code error;
      if (auto files = owned_in(folder)) own_.push_back({folder, std::move(files)});
      fs::directory_iterator at(folder, error);
      for (; !error && at != fs::directory_iterator(); at.increment(error)) look_at(*at, root, open);
      if (error) add({path_below(root, folder), folder, false, because(ErrorCode::kUnreadable, error.message())});
    }
    own_.clear();
    if (documents_ == before) skip(root, root, because(ErrorCode::kNotFound, "a folder without a document to read"));
  }

  /// Names that an earlier run may have written there; a folder without a list or a manifest has none.
  static std::shared_ptr<const OwnedFiles> owned_in(const fs::path& folder) {
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!opened) return nullptr;
    const bool any = ::faccessat(opened.get(), OwnedFiles::kManifest, F_OK, AT_SYMLINK_NOFOLLOW) == 0 ||
                     ::faccessat(opened.get(), OwnedFiles::kList, F_OK, AT_SYMLINK_NOFOLLOW) == 0;
    if (!any) return nullptr;
    return std::make_shared<const OwnedFiles>(OwnedFiles::load(opened.get()));
  }

  /// Only what has an extension of outputs: no list can hide a document.
  [[nodiscard]] bool is_own(const fs::path& file) const {
    const std::string extension = lower_extension(file);
    if (std::find(kOutputExtensions.begin(), kOutputExtensions.end(), extension) == kOutputExtensions.end())
      return false;
    return std::any_of(own_.begin(), own_.end(), [&](const Own& own) {
      const std::string name = file.lexically_relative(own.folder).generic_string();
      return !name.starts_with("..") &&
             (name == OwnedFiles::kManifest ? own.files->manifest_is_ours() : own.files->names(name));
    });
  }

  void look_at(const fs::directory_entry& entry, const fs::path& root, std::vector<fs::path>& open) {
    if (entry.path().filename().native().starts_with(kOwnHidden)) return;
    if (hidden(entry.path())) {
      skip(entry.path(), root, hidden_entry_);
      return;
    }
    std::error_code error;
    const fs::file_status status = entry.status(error);
    if (fs::is_directory(status)) {
      if (entry.is_symlink(error)) {
        skip(entry.path(), root, linked_folder_);
      } else if (!is_output_folder(entry.path())) {
        open.push_back(entry.path());
      }
      return;
    }
    if (!rules_.with_outputs && is_own(entry.path())) return;
    const std::string extension = lower_extension(entry.path());
    if (std::find(rules_.extensions.begin(), rules_.extensions.end(), extension) == rules_.extensions.end()) {
      skip(entry.path(), root, type_of(extension));
    } else if (const std::uintmax_t size = entry.file_size(error); !error && size > kMaxFileBytes) {
      skip(entry.path(), root, because(ErrorCode::kLimit, fmt::format("{} bytes are more than 1 GiB", size)));
    } else {
      ++documents_;
      add({path_below(root, entry.path()), entry.path(), false, trouble(status, error)});
    }
  }

  /// One error for all files of a type.
  std::shared_ptr<const Error> type_of(const std::string& extension) {
    std::shared_ptr<const Error>& known = types_[extension];
    if (known == nullptr) {
      known = because(ErrorCode::kUnknownType,
                      extension.empty()
                          ? "a file without an extension, which nobody named"
                          : fmt::format("{} is none of the types that are searched for", escape_malformed(extension)));
    }
    return known;
  }

  [[nodiscard]] bool is_output_folder(const fs::path& folder) const {
    std::error_code error;
    return rules_.output_folder && fs::equivalent(folder, *rules_.output_folder, error);
  }

  static std::string place_of(const fs::path& file) {
    std::error_code error;
    return fs::absolute(file, error).lexically_normal().string();
  }

  static std::string path_below(const fs::path& root, const fs::path& file) {
    if (file == root) return own_name(root);
    return escape_malformed(file.lexically_relative(root).generic_string());
  }

  /// The file of another recogniser is no document of its own then, unless it was named.
  void pair_with_ocr_files() {
    if (rules_.is_ocr_file == nullptr) return;
    std::set<std::string> taken;
    for (Input& input : search_.inputs) {
      if (input.skipped) continue;
      const auto& scans = rules_.scan_extensions;
      if (std::find(scans.begin(), scans.end(), lower_extension(input.file)) == scans.end()) continue;
      for (const std::string_view extension : rules_.ocr_extensions) {
        fs::path beside = fs::path(input.file).replace_extension();
        beside += extension;
        if (!is_ocr_file(beside)) continue;
        input.ocr_file = beside.string();
        taken.insert(place_of(beside));
        break;
      }
    }
    if (taken.empty()) return;
    std::erase_if(search_.inputs,
                  [&](const Input& input) { return !input.named && taken.contains(place_of(input.file)); });
  }

  bool is_ocr_file(const fs::path& file) const {
    constexpr std::size_t kHead = 64 * 1024;
    const Result<Descriptor> opened = open_file(file);
    if (!opened) return false;
    std::string head(kHead, '\0');
    const ssize_t got = ::pread(opened->get(), head.data(), head.size(), 0);
    return got > 0 && rules_.is_ocr_file(std::string_view(head).substr(0, static_cast<std::size_t>(got)));
  }

  static void order(std::vector<Input>& inputs) {
    for (std::size_t begin = 0; begin < inputs.size();) {
      std::size_t end = begin + 1;
      while (end < inputs.size() && inputs[end].path == inputs[begin].path) ++end;
      if (end - begin > 1) {
        const std::size_t different = begin + take_once(std::span(inputs).subspan(begin, end - begin));
        inputs.erase(inputs.begin() + static_cast<std::ptrdiff_t>(different),
                     inputs.begin() + static_cast<std::ptrdiff_t>(end));
        end = different;
        order_by_content(std::span(inputs).subspan(begin, end - begin));
      }
      begin = end;
    }
  }

  /// Of inputs of one path each place stays once, at the beginning; how many those are.
  static std::size_t take_once(std::span<Input> twins) {
    std::map<std::string, Input> by_place;
    for (Input& input : twins) {
      const bool named = input.named;
      const auto [at, added] = by_place.try_emplace(place_of(input.file), std::move(input));
      if (!added) at->second.named = at->second.named || named;
    }
    std::size_t count = 0;
    for (auto& [place, input] : by_place) twins[count++] = std::move(input);
    return count;
  }

  static void order_by_content(std::span<Input> twins) {
    std::vector<std::pair<std::string, Input>> keyed;
    for (Input& input : twins) {
      const Result<Descriptor> file = open_file(input.file);
      keyed.emplace_back(file ? sha256_of(file->get()).value_or("") : std::string(), std::move(input));
    }
    std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::set<std::uint32_t> taken;
    for (std::size_t i = 0; i < keyed.size(); ++i) {
      twins[i] = std::move(keyed[i].second);
      if (keyed.size() > 1) twins[i].twin = number_of(keyed[i].first, taken);
    }
  }

  /// From the content, so that a further twin changes no name; never 0. Twins of one content are counted on.
  static std::uint32_t number_of(const std::string& digest, std::set<std::uint32_t>& taken) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < kTwinDigits && i < digest.size(); ++i) {
      const auto digit = static_cast<std::uint32_t>(digest[i] <= '9' ? digest[i] - '0' : digest[i] - 'a' + 10);
      number = number << 4U | digit;
    }
    while (number == 0 || !taken.insert(number).second) ++number;
    return number;
  }

  const SearchRules& rules_;
  Search search_;
  /// What an earlier run wrote into a folder that is searched.
  struct Own {
    fs::path folder;
    std::shared_ptr<const OwnedFiles> files;
  };
  std::vector<Own> own_;
  std::size_t documents_ = 0;  // found in folders
  std::map<std::string, std::shared_ptr<const Error>> types_;
  std::set<std::uint64_t> named_files_;  // hashes of absolute places
  const std::shared_ptr<const Error> hidden_entry_ = because(ErrorCode::kHidden, "its name begins with a dot"),
                                     linked_folder_ = because(ErrorCode::kLinked, "a link to a folder");
};

}  // namespace

std::string Input::output_name() const {
  const std::string name = batch::output_name(path);
  return twin == 0 ? name : fmt::format("{}~{:08x}", name, twin);
}

std::string Input::ocr_file_name() const {
  std::string name = escape_malformed(fs::path(ocr_file).filename().string());
  std::replace(name.begin(), name.end(), '\n', ' ');
  return name;
}

Search find_inputs(std::span<const fs::path> named, const SearchRules& rules) {
  Finder finder(rules);
  for (const fs::path& path : named) finder.take(path);
  return std::move(finder).finish();
}

Result<Descriptor> open_file(const fs::path& file) {
  // A pipe would otherwise wait for its other end.
  Descriptor opened(::open(file.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  if (!opened) {
    if (errno == ENOENT) return fail(ErrorCode::kNotFound, "no such file");
    return fail(ErrorCode::kUnreadable, std::generic_category().message(errno));
  }
  struct stat status {};
  if (::fstat(opened.get(), &status) != 0) return fail(ErrorCode::kUnreadable, std::generic_category().message(errno));
  if (S_ISDIR(status.st_mode)) return fail(ErrorCode::kUnreadable, "a folder, not a file");
  if (!S_ISREG(status.st_mode)) return fail(ErrorCode::kUnreadable, "not a regular file");
  if (static_cast<std::uintmax_t>(status.st_size) > kMaxFileBytes) {
    return fail(ErrorCode::kLimit, fmt::format("{} bytes are more than 1 GiB", status.st_size));
  }
  return opened;
}

std::optional<std::string> sha256_of(int file) {
  Sha256 digest;
  std::array<char, kHashedAtOnce> bytes{};
  for (off_t at = 0;;) {
    const ssize_t got = ::pread(file, bytes.data(), bytes.size(), at);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return std::nullopt;
    if (got == 0) return digest.hex();
    digest.add({bytes.data(), static_cast<std::size_t>(got)});
    at += got;
  }
}

Result<std::string> read_file(const fs::path& file) {
  const Result<Descriptor> opened = open_file(file);
  if (!opened) return tl::unexpected<Error>(opened.error());
  std::string bytes;
  if (const int error = read_all(opened->get(), bytes, kMaxFileBytes); error != 0) {
    return fail(ErrorCode::kUnreadable, std::generic_category().message(error));
  }
  return bytes;
}

}  // namespace pactable::batch
