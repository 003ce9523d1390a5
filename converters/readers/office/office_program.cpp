// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/office/office_program.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <system_error>
#include <thread>
#include <vector>

namespace pactable::readers::office {
namespace {

namespace fs = std::filesystem;

// Linked content is never loaded, macros never run (names of LibreOffice's registry, 7.0 and later).
constexpr std::string_view kSettings = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link"><value>2</value></prop></item>
</oor:items>
)";

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::error_code error;
    std::string pattern = (fs::temp_directory_path(error) / "pactable-XXXXXX").string();
    if (!error && mkdtemp(pattern.data()) != nullptr) path_ = pattern;
  }
  ~TemporaryFolder() {
    std::error_code error;
    if (!path_.empty()) fs::remove_all(path_, error);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

bool write_file(const fs::path& path, std::string_view bytes) {
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return out.flush().good();
}

std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

// Starts a program in a process group of its own, without standard streams; 0 where it cannot be started.
pid_t start(std::vector<std::string> command, std::vector<std::string> environment) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", stream == STDIN_FILENO ? O_RDONLY : O_WRONLY, 0);
  }
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  posix_spawnattr_setpgroup(&attributes, 0);
  pid_t process = 0;
  const std::string program = command.front();
  const int error = posix_spawn(&process, program.c_str(), &actions, &attributes, pointers_to(command).data(),
                                pointers_to(environment).data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return error == 0 ? process : 0;
}

// The exit status; nothing where the process had to be ended.
std::optional<int> wait_for(pid_t process, int seconds) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
  int status = 0;
  for (;;) {
    const pid_t done = waitpid(process, &status, WNOHANG);
    if (done == process || (done < 0 && errno != EINTR)) break;
    if (std::chrono::steady_clock::now() >= end) {
      kill(-process, SIGKILL);
      while (waitpid(process, &status, 0) < 0 && errno == EINTR) {
      }
      return std::nullopt;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  kill(-process, SIGKILL);  // what it started and left behind
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

// "unshare -r -n" where the system lets a program without rights leave the network.
std::vector<std::string> without_network(const std::vector<std::string>& environment) {
  const std::string unshare = find_program("unshare");
  const std::string nothing = find_program("true");
  if (unshare.empty() || nothing.empty()) return {};
  std::vector<std::string> prefix = {unshare, "-r", "-n"};
  std::vector<std::string> attempt = prefix;
  attempt.push_back(nothing);
  const pid_t process = start(std::move(attempt), environment);
  if (process == 0 || wait_for(process, 5) != 0) return {};
  return prefix;
}

}  // namespace

std::string find_program(const std::string& name) {
  const char* path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "/usr/bin:/bin" : path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    const std::string program = folder + "/" + name;
    if (folder.starts_with('/') && access(program.c_str(), X_OK) == 0) return program;
  }
  return {};
}

Result<std::string> convert_to_docx(std::string_view bytes, const std::string& extension) {
  const std::string program = find_program("soffice");
  if (program.empty()) {
    return fail(
        ErrorCode::kUnsupported,
        fmt::format("{} documents are read through LibreOffice: install it (Debian: libreoffice-writer)", extension));
  }
  const TemporaryFolder folder;
  const fs::path profile = folder.path() / "profile";
  std::error_code error;
  if (folder.path().empty() || !fs::create_directories(profile / "user", error) ||
      !write_file(profile / "user" / "registrymodifications.xcu", kSettings) ||
      !write_file(folder.path() / ("document" + extension), bytes)) {
    return fail(ErrorCode::kInternal, "no temporary folder could be written for LibreOffice");
  }
  const char* path = std::getenv("PATH");
  const std::vector<std::string> environment = {fmt::format("PATH={}", path == nullptr ? "/usr/bin:/bin" : path),
                                                "HOME=" + folder.path().string(),
                                                "LC_ALL=C.UTF-8",
                                                "http_proxy=http://127.0.0.1:9",
                                                "https_proxy=http://127.0.0.1:9",
                                                "TMPDIR=" + folder.path().string()};
  std::vector<std::string> command = without_network(environment);
  command.insert(command.end(),
                 {program, "--headless", "--norestore", "--nolockcheck",
                  "-env:UserInstallation=file://" + profile.string(), "--convert-to", "docx:MS Word 2007 XML",
                  "--outdir", folder.path().string(), (folder.path() / ("document" + extension)).string()});
  const pid_t process = start(std::move(command), environment);
  if (process == 0) return fail(ErrorCode::kUnsupported, "LibreOffice could not be started");
  if (!wait_for(process, kSeconds)) {
    return fail(ErrorCode::kLimit, fmt::format("LibreOffice took longer than {} seconds", kSeconds));
  }
  std::ifstream in(folder.path() / "document.docx", std::ios::binary);
  if (!in) return fail(ErrorCode::kDamaged, "LibreOffice made no document of it");
  std::ostringstream docx;
  docx << in.rdbuf();
  return docx.str();
}

}  // namespace pactable::readers::office
