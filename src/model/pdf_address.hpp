// Where the PDF of a work is, as far as its names say so.
#pragma once

#include <optional>
#include <string>

#include "papers/item.hpp"

namespace papers::model {

/// arXiv ids (with their version, where they have one), addresses that end in ".pdf", OpenReview's forum
/// pages and ids of the ACL Anthology ("acl:P05-1001"). Nothing for others: a DOI leads to a publisher's
/// page.
///
/// arXiv's address is that of export.arxiv.org, which is there for programs; readers have arxiv.org.
[[nodiscard]] std::optional<std::string> pdf_address(const Identifier& id);

/// The first of the item's ids that has one, arXiv's before others; nullptr when none has.
[[nodiscard]] const Identifier* pdf_id(const Item& item);

}  // namespace papers::model
