# Aliases; every line can be typed by hand. P chooses the preset: dev, release, asan, tidy, fuzz.
P ?= dev
.PHONY: all test unit asan run fmt tidy clean
all:   ; cmake --preset $(P) && cmake --build --preset $(P)
test:  ; sh scripts/test
unit: all ; ctest --preset $(P) -L unit
asan:  ; cmake --preset asan && cmake --build --preset asan && ctest --preset asan
run: all ; build/$(P)/bin/papers $(ARGS)
fmt:   ; find include src tests -name '*.[ch]pp' -exec clang-format -i {} +
tidy:  ; cmake --preset tidy && cmake --build --preset tidy -- -k 0
clean: ; rm -rf build
