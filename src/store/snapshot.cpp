// Library::Snapshot: a read transaction.
#include <utility>

#include "store/library_impl.hpp"

namespace papers {
namespace {

constexpr const char* k_begin = "BEGIN";
constexpr const char* k_end = "ROLLBACK";
constexpr const char* k_look = "SELECT 1 FROM meta";  // SQLite takes its snapshot with the first read

}  // namespace

Library::Snapshot::Snapshot(std::shared_ptr<Impl> impl) {
  if (impl->db->in_transaction()) {
    return;  // a change, or another snapshot, holds the state still already
  }
  impl->guarded([&] {
    impl->db->run(k_begin);
    m_impl = std::move(impl);
    m_impl->db->run(k_look);
  });
}

Library::Snapshot::Snapshot(Snapshot&& other) noexcept : m_impl(std::move(other.m_impl)) {}

Library::Snapshot::~Snapshot() {
  if (!m_impl) {
    return;
  }
  try {
    m_impl->db->run(k_end);
  } catch (...) {
    // the connection is of no more use for writing, and says so then
  }
}

Library::Snapshot Library::snapshot() const {
  return Snapshot(m_impl);
}

}  // namespace papers
