#include "app/memory.hpp"

#include "store/database.hpp"

namespace papers::app {

void spare_memory() {
  store::spare_memory();
}

}  // namespace papers::app
