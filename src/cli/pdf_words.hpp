// PDFs in words and in JSON, as several commands show them.
#pragma once

#include <cstdint>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "app/pdf_file.hpp"
#include "cli/context.hpp"

namespace papers::cli {

/// "1.2 MB", "340 kB": decimal, as file managers have it.
[[nodiscard]] std::string size_words(std::uint64_t bytes);

/// {"file", "version", "bytes", "fetched", "address"}; null where unknown. `file` is the whole path.
[[nodiscard]] nlohmann::ordered_json pdf_json(Context& context, const app::PdfFile& file);

}  // namespace papers::cli
