// Seed: the facts about papers that are shipped with the program (share/papers/seed.jsonl).
//
// JSON Lines in the form of the library's own exchange format: records of type "paper" in the
// fields of model/item_json.hpp, and of type "references". Read once, when first asked.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "papers/source.hpp"

namespace papers::sources {

class Seed final : public MetadataSource {
 public:
  /// A file that is not there, or "", holds no facts. Damaged lines are passed over: see take_warning.
  explicit Seed(std::string file);

  [[nodiscard]] std::string_view name() const override { return "seed"; }
  [[nodiscard]] bool handles(const Identifier& id) const override;
  Fetched fetch(std::span<const Identifier> ids, Progress& progress) override;

  /// The reference list of a work, nullptr when none is known. Valid as long as the seed is.
  [[nodiscard]] const ReferenceList* references_of(const Identifier& id);

  /// The list of the paper with any of these names, citing the first of them, and what is known of the works
  /// in it. Nothing when there is none.
  [[nodiscard]] std::optional<FetchedReferences> fetch_references(std::span<const Identifier> ids);

  /// What was wrong with the file, in one line that names the first damaged place; said once.
  [[nodiscard]] std::optional<std::string> take_warning() { return std::exchange(m_warning, std::nullopt); }

 private:
  void load();
  void read_lines(std::string_view text);
  void read_record(const std::string& line);
  [[nodiscard]] Identifier main_id(const Identifier& id) const;
  [[nodiscard]] Item work_of(const Reference& entry) const;

  std::string m_file;
  bool m_loaded = false;
  std::optional<std::string> m_warning;
  std::map<Identifier, Item> m_items;           ///< by first id
  std::map<Identifier, Identifier> m_main_ids;  ///< any id -> first id
  std::map<Identifier, ReferenceList> m_lists;  ///< by citing
};

}  // namespace papers::sources
