// Works that are known without asking anybody: those whose facts are shipped with the program.
#pragma once

#include <filesystem>
#include <vector>

#include "papers/item.hpp"

namespace papers::app {

/// The papers with titles in the file of shipped facts, in its order; none when there is no such file. Lines
/// that make no sense are passed over: whoever fetches facts from there says so.
[[nodiscard]] std::vector<Item> shipped_works(const std::filesystem::path& file);

}  // namespace papers::app
