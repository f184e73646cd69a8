// Where title and first author stand in an entry of a bibliography that is a single text.
#pragma once

#include <string>
#include <string_view>

namespace papers::sources {

/// What stands in double quotes, as in IEEE's style; "" when nothing does that is long enough for a title.
[[nodiscard]] std::string quoted_title(std::string_view text);

/// The title in a text like
///
///     D. Akhmetov and R. Arefi, "6 GHz spectrum needs," IEEE Communications, 2022.
///     Brown, T. et al. Language models are few-shot learners. Adv. Neural Inf. 33 (2020).
///     Jens Lehmann. 2007. Hybrid Learning of Ontology Classes. In Proc. of ...
///     Dao, T. (2022). FlashAttention: Fast attention. arXiv preprint.
///
/// "" when it is like none of them.
[[nodiscard]] std::string title_in(std::string_view text);

/// The first of the authors at the front of such a text: "D. Akhmetov", "Brown, T.", "Jens Lehmann"; "" when
/// it begins with a title.
[[nodiscard]] std::string first_author_in(std::string_view text);

/// Without the full stop or comma that closes a block.
[[nodiscard]] std::string_view without_end(std::string_view text);

}  // namespace papers::sources
