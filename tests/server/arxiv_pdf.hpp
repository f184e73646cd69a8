// arXiv's PDFs: a file for each version of a work, whole or from some byte on.
//
// Kept: the version in the path, ETags, parts (Range with If-Range), 416 for parts beyond the end, and no PDF
// of a version that is not there. What is in the files is nothing that a reader could read.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "server/answer.hpp"
#include "server/catalogue.hpp"

namespace papers::test {

inline constexpr std::string_view k_pdf_path = "/pdf/";

/// So many bytes that begin and end as a PDF does; the same for the same name.
[[nodiscard]] std::string pdf_of(std::string_view name, std::size_t bytes = 300'000);

/// `id` as it stands in the path, with or without a version; `headers` are those of the request.
[[nodiscard]] Answer answer_pdf(std::string_view id, const std::map<std::string, std::string>& headers,
                                const Catalogue& catalogue);

/// The file, or the part that is asked for, as a server gives it that knows of parts.
[[nodiscard]] Answer answer_file(const std::string& file, const std::string& etag,
                                 const std::map<std::string, std::string>& headers);

}  // namespace papers::test
