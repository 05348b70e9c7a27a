#include "pipeline/run/memory.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

namespace trichluc {
namespace {

constexpr int kMegabyte = 1 << 20;
constexpr int kMapped = 32 * kMegabyte;  // blocks from this size on get memory of their own

// The heap's first stretch is taken from the system in one piece, as addresses only, and is to come in pages of two
// megabytes, where the system gives such pages to those who ask. It is no matter where it does not.
void use_large_pages() {
  void* block = std::malloc(kMapped - kMegabyte);
  if (block == nullptr) return;
  const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
  const std::uintptr_t begin = (reinterpret_cast<std::uintptr_t>(block) + page - 1) / page * page;
  const auto end = reinterpret_cast<std::uintptr_t>(sbrk(0));
  std::free(block);
  if (begin < end) madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
}

}  // namespace

void keep_freed_memory() {
  mallopt(M_TRIM_THRESHOLD, 64 * kMegabyte);
  mallopt(M_MMAP_THRESHOLD, kMapped);
  mallopt(M_TOP_PAD, 16 * kMegabyte);
  use_large_pages();
}

}  // namespace trichluc
