// Why an item is not the one to read now, in words and as JSON.
#pragma once

#include "app/why_not.hpp"
#include "cli/context.hpp"

namespace papers::cli {

void say_why_not(Context& context, const Item& item, const app::WhyNot& answer);

}  // namespace papers::cli
