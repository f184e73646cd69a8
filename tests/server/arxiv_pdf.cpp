#include "server/arxiv_pdf.hpp"

#include <cstdlib>

#include "server/query_string.hpp"
#include "server/work_ids.hpp"

namespace papers::test {
namespace {

std::string header(const std::map<std::string, std::string>& headers, const std::string& name) {
  const auto found = headers.find(name);
  return found == headers.end() ? "" : found->second;
}

/// "bytes=100-" -> 100; 0 for every other form.
std::size_t first_byte(const std::string& range) {
  constexpr std::string_view k_unit = "bytes=";
  return range.starts_with(k_unit) && range.ends_with("-")
             ? std::strtoul(range.c_str() + k_unit.size(), nullptr, 10)
             : 0;
}

}  // namespace

std::string pdf_of(std::string_view name, std::size_t bytes) {
  const std::string end = "\nstartxref\n0\n%%EOF\n";
  std::string file = "%PDF-1.5\n% " + std::string(name) + "\n";
  for (std::size_t line = 0; file.size() + end.size() < bytes; ++line) {
    file += std::to_string(line) + " 0 obj % " + std::string(name) + "\n";
  }
  file.resize(bytes - end.size());
  return file + end;
}

Answer answer_file(const std::string& file, const std::string& etag,
                   const std::map<std::string, std::string>& headers) {
  const Headers common{{"Content-Type", "application/pdf"}, {"ETag", etag}, {"Accept-Ranges", "bytes"}};
  const std::string condition = header(headers, "if-range");
  const std::size_t first = first_byte(header(headers, "range"));
  if (first == 0 || (!condition.empty() && condition != etag)) {
    return {200, common, file};
  }
  const std::string size = std::to_string(file.size());
  if (first >= file.size()) {
    return {416, {{"Content-Range", "bytes */" + size}}, ""};
  }
  Answer part{206, common, file.substr(first)};
  part.headers.emplace_back(
      "Content-Range", "bytes " + std::to_string(first) + "-" + std::to_string(file.size() - 1) + "/" + size);
  return part;
}

Answer answer_pdf(std::string_view id, const std::map<std::string, std::string>& headers,
                  const Catalogue& catalogue) {
  const std::string name = decode_percent(id);
  const std::size_t mark = name.rfind('v');
  const std::string base = name.substr(0, mark);
  const Work* work = is_arxiv_id(base) ? catalogue.find(base) : nullptr;
  const int version = work == nullptr             ? 0
                      : mark == std::string::npos ? work->versions
                                                  : std::atoi(name.c_str() + mark + 1);
  if (work == nullptr || version < 1 || version > work->versions) {
    return {404, {{"Content-Type", "text/html"}}, "<!DOCTYPE html><html><title>No PDF</title></html>"};
  }
  const std::string versioned = base + "v" + std::to_string(version);
  return answer_file(pdf_of(versioned), "\"" + versioned + "\"", headers);
}

}  // namespace papers::test
