// What a process that does one short command can do without.
#pragma once

namespace papers::app {

/// To be called once, before a library is opened; holds for the whole process.
void spare_memory();

}  // namespace papers::app
