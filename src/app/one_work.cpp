#include "app/one_work.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/selector.hpp"
#include "model/item_json.hpp"

namespace papers::app {
namespace {

bool is_work(const Item& item) {
  return item.kind == Kind::paper || item.kind == Kind::book;
}

std::pair<Item, Item> select_two(const Library& library, std::string_view a, std::string_view b) {
  std::pair<Item, Item> two{value_or_throw(select_item(library, a)), value_or_throw(select_item(library, b))};
  if (two.first.row == two.second.row) {
    throw Failure(ExitCode::usage, fmt::format("{} and {} are one item already: {}", a, b, two.first.key));
  }
  return two;
}

void refuse_unlike(const Item& a, const Item& b) {
  if (a.kind != b.kind && !(is_work(a) && is_work(b))) {
    throw Failure(ExitCode::usage,
                  fmt::format("{} is a {} and {} a {}; only versions of one work become one item", a.key,
                              name_of(a.kind), b.key, name_of(b.kind)));
  }
}

}  // namespace

Item merge_items(Library& library, std::string_view a, std::string_view b, bool dry_run) {
  const auto before = select_two(library, a, b);
  Change change = library.begin("merge", fmt::format("merge {} {}", before.first.key, before.second.key));
  auto [into, other] = select_two(change.library(), a, b);
  refuse_unlike(into, other);
  change.merge(into, other);
  if (dry_run) {
    change.settle();
    return change.library().find_row(into.row).value_or(into);
  }
  change.commit();
  return library.find_row(into.row).value_or(into);
}

void tell_apart(Library& library, std::string_view a, std::string_view b, bool dry_run) {
  const auto [x, y] = select_two(library, a, b);
  const auto [first, second] = std::minmax({format(x.ids.front()), format(y.ids.front())});
  Change change = library.begin("merge", fmt::format("merge {} {} --different", x.key, y.key));
  change.save(Record{"different", first + " " + second, model::dump({{"a", first}, {"b", second}})});
  if (!dry_run) {
    change.commit();
  }
}

}  // namespace papers::app
