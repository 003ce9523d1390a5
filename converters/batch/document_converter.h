// SPDX-License-Identifier: GPL-3.0-or-later
// What: converts one input after the other, each in a process of its own or, without isolation, in this one.
// In:   inputs. Out: records and bytes of output files; nothing that a document does ends this process.
// Never: writes a file, or says that a document was isolated where it was not.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "batch/fork_server.h"
#include "batch/inputs.h"
#include "batch/isolation.h"
#include "batch/rendering.h"

namespace pactable::batch {

class DocumentConverter {
 public:
  /// Call it while this process is small and has one thread. Fails with unsupported where Isolation::kFull is wanted
  /// and the system lacks a layer.
  [[nodiscard]] static Result<DocumentConverter> start(Steps steps, std::vector<const writers::Writer*> formats,
                                                       Isolation isolation, const Limits& limits = {});

  /// Safe to call from several threads at once. Of a document whose process ended on a page the pages before it become
  /// a partial plan, where they hold one.
  [[nodiscard]] Rendered convert(const Input& input) const;
  /// What is in force: names of layers, none without isolation.
  [[nodiscard]] const std::vector<std::string>& layers() const { return layers_; }

 private:
  DocumentConverter() = default;
  /// What is spent of a document's time, by all processes that read it.
  struct Budget {
    double spent = 0;         // CPU seconds
    bool recognises = false;  // the recogniser's time holds
    std::vector<std::string> languages = {};
    Use use = {};  // of LibreOffice
  };
  /// What LibreOffice made of a document that needs it first; nothing of others.
  struct Made {
    Descriptor docx;
  };
  [[nodiscard]] Result<Made> make_with_office(int file, Budget& budget) const;
  [[nodiscard]] Rendered convert_here(const Input& input) const;
  [[nodiscard]] Rendered convert_isolated(const Input& input) const;
  /// `share` of what is left may be spent on it.
  [[nodiscard]] Rendered attempt(const ForkServer::Files& files, Task task, Budget& budget, double share) const;
  /// What a process gave is held against what it was asked for. Fails with internal.
  [[nodiscard]] Result<Rendered> read_answer(std::string_view bytes, const Task& task) const;
  /// Where a process ended on a page: has the pages before it read anew, so that they survive as a partial plan.
  void salvage(const ForkServer::Files& files, const Task& task, Budget& budget, Rendered& rendered) const;

  Steps steps_;
  std::vector<const writers::Writer*> formats_;
  Limits limits_;
  std::vector<std::string> layers_;
  std::unique_ptr<ForkServer> server_;
  std::unique_ptr<ForkServer> scan_server_;  // for documents that need a recogniser, which it loads with the first
};

}  // namespace pactable::batch
