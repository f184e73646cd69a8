// PdfSource: PDFs, brought into files one by one.
//
// arXiv's come at its pace, from export.arxiv.org, which it keeps for programs; a redirect may lead to
// another host of arXiv and nowhere else. Others come from the address that the reader gave the item.
#pragma once

#include <string>

#include "papers/source.hpp"

namespace papers::sources {

class PdfSource {
 public:
  /// The client, and what the settings refer to, must outlive it.
  PdfSource(const SourceSettings& settings, HttpClient& http);

  /// As Sources::fetch_pdf.
  PdfAnswer fetch(const PdfQuestion& question, Progress& progress);

 private:
  Clock& m_clock;
  std::string m_arxiv_url;
  HttpClient& m_http;
};

}  // namespace papers::sources
