// Record: something that the reader wrote or decided and that is no field of an item: a question,
// a trail, a week's plan, a link between two items.
//
// The library keeps records as it keeps items: checksummed, logged, undoable, exported. What a body
// holds is known to the module that owns the kind. Bodies name items by their formatted identity,
// which stays good when works are merged.
#pragma once

#include <string>

namespace papers {

struct Record {
  std::string kind;  ///< "question", "trail", "plan", ...: [a-z-]+
  std::string id;    ///< unique within its kind; the order of ids is that of reading
  std::string body;  ///< a JSON object in one line
  bool operator==(const Record&) const = default;
};

}  // namespace papers
