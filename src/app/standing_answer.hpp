// Standing answers: what a source once said of a paper's references, against time and against what it says
// now.
#pragma once

#include "papers/clock.hpp"
#include "papers/reference_list.hpp"

namespace papers::app {

/// Whether the source need not be asked again. A list with entries stands for good. Services read new papers
/// weeks late, and until then say that they cite nothing or that nothing is known: that stands for 30 days.
/// So does a refusal to tell.
[[nodiscard]] bool stands(const ReferenceList& answer, Time now);

/// Whether a new answer says less than the one that is kept from the same source, which it must then not
/// replace: no entries where there are some, or fewer ones that the source does not vouch for. An answer that
/// is `from_cache` may be older than the one kept, so fewer entries always say less there.
[[nodiscard]] bool says_less(const ReferenceList& answer, const ReferenceList& kept, bool from_cache);

}  // namespace papers::app
