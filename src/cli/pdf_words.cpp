#include "cli/pdf_words.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "model/json_value.hpp"

namespace papers::cli {

std::string size_words(std::uint64_t bytes) {
  constexpr double k_kilo = 1000;
  const double kilobytes = static_cast<double>(bytes) / k_kilo;
  return kilobytes < k_kilo ? fmt::format("{:.0f} kB", kilobytes)
                            : fmt::format("{:.1f} MB", kilobytes / k_kilo);
}

nlohmann::ordered_json pdf_json(Context& context, const app::PdfFile& file) {
  nlohmann::ordered_json object;
  object["file"] = (context.places().pdfs() / file.name).string();
  object["version"] =
      file.id.version > 0 ? nlohmann::ordered_json(file.id.version) : nlohmann::ordered_json();
  object["bytes"] = file.bytes ? nlohmann::ordered_json(*file.bytes) : nlohmann::ordered_json();
  object["fetched"] = model::text_or_null(file.fetched);
  object["address"] = model::text_or_null(file.address);
  return object;
}

}  // namespace papers::cli
