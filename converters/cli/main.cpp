// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>
#include <iostream>

#include "cli/program.h"

int main(int argc, char** argv) {
  // A limit on the size of files is then a file that cannot be written, as on a full disk.
  std::signal(SIGXFSZ, SIG_IGN);
  return pactable::cli::run_program(argc, argv, {std::cout, std::cerr});
}
