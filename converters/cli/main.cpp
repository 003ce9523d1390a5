// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include "cli/program.h"

int main(int argc, char** argv) { return pactable::cli::run_program(argc, argv, {std::cout, std::cerr}); }
