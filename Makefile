# Aliases; every line can be typed by hand. P chooses the preset: dev, release, asan, tidy, fuzz.
P ?= dev
.PHONY: all test unit run fmt clean
all:   ; cmake --preset $(P) && cmake --build --preset $(P)
test:  ; sh scripts/test
unit: all ; ctest --preset $(P) -L unit
run: all ; build/$(P)/bin/papers $(ARGS)
fmt:   ; find include src tests -name '*.[ch]pp' -exec clang-format -i {} +
clean: ; rm -rf build
