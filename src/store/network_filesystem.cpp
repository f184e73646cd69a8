#include "store/network_filesystem.hpp"

#include <system_error>

#include <fmt/format.h>
#include <sys/vfs.h>

#include "papers/error.hpp"

namespace papers::store {
namespace {

struct Filesystem {
  std::uint32_t magic;
  std::string_view name;
};

// statfs(2) and linux/magic.h.
constexpr Filesystem k_network_filesystems[] = {
    {0x00006969, "NFS"},    {0x0000517b, "SMB"}, {0xff534d42, "CIFS"}, {0xfe534d42, "SMB2"},
    {0x65735546, "FUSE"},   {0x01021997, "9p"},  {0x00c36400, "Ceph"}, {0x5346414f, "AFS"},
    {0x73757245, "Coda"},   {0x0000564c, "NCP"}, {0x01161970, "GFS2"}, {0x7461636f, "OCFS2"},
    {0x0bd00bd0, "Lustre"},
};

}  // namespace

std::optional<std::string_view> network_filesystem_named(std::uint32_t magic) {
  for (const Filesystem& filesystem : k_network_filesystems) {
    if (filesystem.magic == magic) {
      return filesystem.name;
    }
  }
  return std::nullopt;
}

void refuse_network_filesystem(const std::filesystem::path& folder) {
  std::error_code ignored;
  std::filesystem::path there = std::filesystem::absolute(folder, ignored);
  while (!std::filesystem::exists(there, ignored) && there.has_relative_path()) {
    there = there.parent_path();
  }
  struct statfs facts {};
  if (statfs(there.c_str(), &facts) != 0) {
    return;  // opening the library will say what is wrong
  }
  if (const auto name = network_filesystem_named(static_cast<std::uint32_t>(facts.f_type))) {
    throw Failure(ExitCode::failed,
                  fmt::format("{} lies on a network file system ({}), where simultaneous use can damage a "
                              "library; set PAPERS_HOME to a folder on a local disk",
                              folder.string(), *name));
  }
}

}  // namespace papers::store
