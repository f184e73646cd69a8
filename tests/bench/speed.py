#!/usr/bin/env python3
"""How fast papers is beside other programs: ratios of medians, measured in turns on one machine.

Absolute times say little on a shared machine; what is printed is each time beside its peer's, the ratio, and
the ratio that is aimed at. A peer that is not installed is said so. Needs Python's standard library alone.
"""

import argparse
import json
import lzma
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WORDS = ("graph random walk citation network field string gauge theory matrix model learning decoding "
         "attention survey method brane vacuum symmetry scaling").split()
PEERS = {"sqlite3": "sqlite3", "task": "taskwarrior", "bibtool": "bibtool", "python with igraph": "python3-igraph"}


# A process begins with the peak of the one that started it, so a small one starts what is measured.
PEAK = ("import os, resource, sys; status = os.spawnvp(os.P_WAIT, sys.argv[1], sys.argv[1:]); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss); sys.exit(status)")


def peak_of(argv, env):
    """Peak KiB of one run; None when it failed."""
    run = subprocess.run([sys.executable, "-c", PEAK, *argv], env=env, capture_output=True, text=True)
    return int(run.stdout.splitlines()[-1]) if run.returncode == 0 else None


def measure(argv, env=None, stdin=None):
    """Seconds of one run; None when it failed. Started as directly as Python can: subprocess adds a millisecond."""
    with open(stdin or os.devnull) as given, open(os.devnull, "w") as nowhere:
        streams = [(os.POSIX_SPAWN_DUP2, file.fileno(), to) for to, file in enumerate((given, nowhere, nowhere))]
        begin = time.perf_counter()
        process = os.posix_spawnp(argv[0], argv, env or os.environ, file_actions=streams)
        status = os.waitpid(process, 0)[1]
        return time.perf_counter() - begin if status == 0 else None


def in_turns(commands, runs):
    """Median seconds of each command, or None; all take turns, so that they share the weather, in a new order each
    time, so that none always comes after a long one, which leaves it a cold machine.
    A command is an argv, or a function that makes one run and returns what measure() does."""
    results = [[] for _ in commands]
    turns = list(zip(commands, results))
    order = random.Random(runs)
    for _ in range(runs):
        order.shuffle(turns)
        for command, result in turns:
            if command is not None and None not in result:
                result.append(command() if callable(command) else measure(command))
    return [statistics.median(result) if result and None not in result else None for result in results]


class Table:
    def __init__(self):
        self.rows = [("", "what", "papers", "beside", "", "ratio", "aim", "")]

    def add(self, name, what, ours, peer_name, peer, aim, at_least=False):
        """Seconds of ours and the peer's; None where one could not be measured."""
        ratio = ours / peer if ours and peer else None
        held = ratio is not None and (1 / ratio >= aim if at_least else ratio <= aim)
        shown = "" if ratio is None else f"{1 / ratio:.1f} x faster" if at_least else f"{ratio:.2f}"
        self.rows.append((name, what, milliseconds(ours), milliseconds(peer), peer_name, shown,
                          f">= {aim} x faster" if at_least else f"<= {aim}",
                          "" if ratio is None else "ok" if held else "MISSED"))

    def add_memory(self, name, what, peak, aim):
        self.rows.append((name, what, f"{peak / 1024:.1f} MiB" if peak else "failed", "", "", "", f"<= {aim} MiB",
                          "" if not peak else "ok" if peak / 1024 <= aim else "MISSED"))

    def print(self):
        widths = [max(len(row[i]) for row in self.rows) for i in range(len(self.rows[0]))]
        for row in self.rows:
            cells = [cell.rjust(width) if i in (2, 3, 5) else cell.ljust(width)
                     for i, (cell, width) in enumerate(zip(row, widths))]
            print("  ".join(cells).rstrip())


def milliseconds(seconds):
    return "–" if seconds is None else f"{seconds * 1000:.1f} ms"


class Network:
    """The citations of a real network, in the forms that the programs read."""

    def __init__(self, file, folder):
        with lzma.open(file, "rt") as lines:
            self.edges = [tuple(line.split()) for line in lines]
        self.names = sorted({name.zfill(7) for edge in self.edges for name in edge})
        self.tabbed = folder / "edges.tsv"
        place = {name: i for i, name in enumerate(self.names)}
        self.tabbed.write_text("".join(f"{place[a.zfill(7)]}\t{place[b.zfill(7)]}\n" for a, b in self.edges))

    def id(self, name):
        return f"arXiv:hep-th/{name.zfill(7)}"

    def library(self, file, queued):
        """JSON Lines of a library with the whole network and so many queued items, its papers first."""
        with open(file, "w") as out:
            out.write('{"type":"library","schema":1}\n')
            for i in range(queued):
                ident = self.id(self.names[i]) if i < len(self.names) else f"url:https://example.org/{i}"
                title = " ".join(WORDS[(i * k + i // 7) % len(WORDS)] for k in (1, 3, 5, 7)) + f" {i}"
                record = {"type": "paper", "id": ident, "title": title, "year": 1992 + i % 30, "state": "queued",
                          "kind": "paper" if i < len(self.names) else "post", "priority": "HML"[i % 3],
                          "added": f"2024-01-{i % 28 + 1:02}T00:00:00Z"}
                out.write(json.dumps(record) + "\n")
            for citing, cited in self.edges:
                out.write('{"type":"cites","from":"%s","to":"%s"}\n' % (self.id(citing), self.id(cited)))


class Bench:
    def __init__(self, options, folder):
        self.options, self.folder, self.table = options, folder, Table()
        self.papers = str(options.papers.resolve())
        self.sqlite, self.task, self.bibtool = map(shutil.which, ("sqlite3", "task", "bibtool"))
        self.igraph = next((python for python in ("python3", "/usr/bin/python3") if shutil.which(python)
                            and measure([python, "-c", "import igraph"])), None)
        self.network = Network(options.network, folder)

    def env(self, home):
        keep = {name: os.environ[name] for name in ("PATH", "LANG", "TZ") if name in os.environ}
        return {**keep, "PAPERS_HOME": str(home), "PAPERS_OFFLINE": "1", "HOME": str(self.folder)}

    def ours(self, home, *words):
        return lambda: measure([self.papers, *words], self.env(home))

    def fresh_import(self, file):
        def run():
            home = self.folder / "fresh"
            shutil.rmtree(home, ignore_errors=True)
            return measure([self.papers, "import", str(file), "-y"], self.env(home))
        return run

    def make_libraries(self):
        self.homes = {}
        for size in self.options.sizes:
            self.homes[size] = self.folder / f"home-{size}"
            lines = self.folder / f"library-{size}.jsonl"
            self.network.library(lines, size)
            if not measure([self.papers, "import", str(lines), "-y"], self.env(self.homes[size])):
                sys.exit(f"speed: papers import {lines} failed")

    def floor(self):
        """The ten best by an indexed score, asked of a copy of the library's own file."""
        if not self.sqlite:
            return None
        source = next(self.homes[self.options.sizes[1]].rglob("library.sqlite"))
        copy = self.folder / "floor.sqlite"
        shutil.copy(source, copy)
        subprocess.run([self.sqlite, copy, "CREATE TABLE bench_best (item INTEGER PRIMARY KEY, title TEXT, score REAL);"
                        "INSERT INTO bench_best SELECT rowid, title, abs(random() % 1000000) / 1e3 FROM items WHERE "
                        "state = 'queued'; CREATE INDEX bench_by_score ON bench_best (score)"], check=True)
        return [self.sqlite, str(copy), "SELECT item, title FROM bench_best ORDER BY score DESC LIMIT 10"]

    def tasks(self):
        if not self.task:
            return None
        data = self.folder / "task"
        data.mkdir()
        (self.folder / "taskrc").write_text(f"data.location={data}\nconfirmation=no\n")
        env = {**os.environ, "TASKRC": str(self.folder / "taskrc"), "TASKDATA": str(data)}
        items = [{"description": f"{WORDS[i % len(WORDS)]} {i}", "priority": "HML"[i % 3]} for i in range(self.options.sizes[1])]
        subprocess.run([self.task, "import", "-"], input=json.dumps(items), text=True, env=env, check=True,
                       capture_output=True)
        return lambda: measure([self.task, "rc.verbose=nothing", "limit:10", "next"], env)

    def next_item(self):
        middle, most = self.options.sizes[1:]
        first, many, floor, task = in_turns([self.ours(self.homes[middle], "next"), self.ours(self.homes[most], "next"),
                                            self.floor(), self.tasks()], self.options.runs * 3)
        name = f"next, {middle:,} queued"
        self.table.add("P1", name, first, "sqlite3, top 10 by an index", floor, 3)
        self.table.add("P1", name, first, f"task next, {middle:,} tasks", task, 20, True)
        self.table.add("P1", f"next, {most:,} queued", many, name, first, 2)
        self.table.add_memory("P9", name, peak_of([self.papers, "next"], self.env(self.homes[middle])), 32)

    def starts(self):
        home = self.homes[self.options.sizes[1]]
        peer = [self.sqlite, "-version"] if self.sqlite else None
        commands = {"--version": ["--version"], "list -n 10": ["list", "-n", "10"],
                    "completion of an item": ["complete", "--", "start", "graph"]}
        *ours, start = in_turns([*(self.ours(home, *words) for words in commands.values()), peer],
                                self.options.runs * 3)
        for name, result in zip(commands, ours):
            self.table.add("P2", name, result, "sqlite3 -version", start, 3)

    def imports(self):
        lines = self.folder / "edges.jsonl"
        self.network.library(lines, 0)
        target = self.folder / "imported.sqlite"
        script = self.folder / "import.sql"
        script.write_text("CREATE TABLE cites (citing INTEGER, cited INTEGER, PRIMARY KEY (citing, cited)) WITHOUT "
                          "ROWID;\nCREATE INDEX by_cited ON cites (cited);\n.mode tabs\n"
                          f".import {self.network.tabbed} cites\n")

        def peer():
            target.unlink(missing_ok=True)
            return measure([self.sqlite, str(target)], stdin=script)
        ours, theirs = in_turns([self.fresh_import(lines), peer if self.sqlite else None], self.options.runs)
        count = len(self.network.edges)
        self.table.add("P3", f"import, {count:,} citations", ours, "sqlite3 .import, indexed", theirs, 2)
        peak = peak_of([self.papers, "import", str(lines), "-y"], self.env(self.folder / "fresh-for-peak"))
        self.table.add_memory("P9", f"import, {count:,} citations", peak, 160)

    def python(self, code):
        """What a script with igraph prints: seconds."""
        if not self.igraph:
            return None
        run = subprocess.run([self.igraph, "-c", code], capture_output=True, text=True, check=True)
        return float(run.stdout)

    def relevance(self):
        run = subprocess.run([str(Path(self.options.bin, "relevance_bench")), str(self.options.network)],
                             capture_output=True, text=True, check=True)
        ours = {int(kept): float(took) / 1000 for kept, took in (line.split() for line in run.stdout.splitlines())}
        peer = self.python(f"""
import igraph, statistics, time
graph = igraph.Graph.Read_Edgelist({str(self.network.tabbed)!r}, directed=True)
times = []
for i in range(7):
    begin = time.perf_counter()
    graph.personalized_pagerank(directed=False, reset_vertices=[(k + i) % graph.vcount() for k in (1, 500, 9000)])
    times.append(time.perf_counter() - begin)
print(statistics.median(times))""")
        self.table.add("P4", "relevance, 3 kept papers", ours[3], "igraph, one PageRank", peer, 10, True)
        self.table.add("P4", "relevance, 50 kept papers", ours[50], "igraph, one PageRank", peer, 1)

    def dot(self):
        home = self.homes[self.options.sizes[1]]
        code = (f"import igraph\ngraph = igraph.Graph.Read_Edgelist({str(self.network.tabbed)!r}, directed=True)\n"
                f"graph.write_dot({str(self.folder / 'peer.dot')!r})")
        ours, peer = in_turns([self.ours(home, "export", "dot", "--full", "--max-nodes", "1000000", "--depth", "99", "-o",
                                         str(self.folder / "ours.dot")),
                               [self.igraph, "-c", code] if self.igraph else None], self.options.runs)
        self.table.add("P5", "export dot --full", ours, "igraph, load and write", peer, 1)

    def bibliography(self):
        files = sorted(Path(self.options.datasets, "bib").glob("*.bib.xz"))
        joined = self.folder / "all.bib"
        joined.write_bytes(b"\n".join(lzma.open(file).read() for file in files))
        peer = [self.bibtool, str(joined), "-o", str(self.folder / "peer.bib")] if self.bibtool else None
        ours, theirs = in_turns([self.fresh_import(joined), peer], self.options.runs)
        entries = joined.read_bytes().count(b"\n@")
        self.table.add("P8", f"import of BibTeX, {entries:,} entries" + ("" if ours else ": failed"), ours,
                       "bibtool, read and write", theirs, 2)

    def growth(self):
        one = self.network.id(self.network.names[500])
        commands = [[], ["next"], ["list", "-n", "10"], ["show", one], ["why", one], ["trail"], ["refs", one],
                    ["search", "gauge", "-n", "10"], ["plan", "--dry-run"], ["suggest", "-n", "5"],
                    ["start", one, "--dry-run"], ["export", "dot"], ["week"], ["stats"],
                    ["complete", "--", "start", "gra"]]
        print(f"\nP10: time against items queued; a command that shows one item should not grow\n\n"
              f"{'papers …':<32}" + "".join(f"{size:>14,}" for size in self.options.sizes) + f"{'last / first':>14}")
        for words in commands:
            times = in_turns([self.ours(self.homes[size], *words) for size in self.options.sizes], self.options.runs)
            growth = f"{times[-1] / times[0]:.1f}" if all(times) else "not there" if not any(times) else ""
            print(f"{' '.join(words):<32}" + "".join(f"{milliseconds(took):>14}" for took in times) + f"{growth:>14}")

    def run(self):
        for program, package in PEERS.items():
            found = self.igraph if "igraph" in program else shutil.which(program)
            if not found:
                print(f"speed: {program} is not installed (Debian: {package}); what is measured beside it is left out",
                      file=sys.stderr)
        self.make_libraries()
        for part in (self.next_item, self.starts, self.imports, self.relevance, self.dot, self.bibliography):
            part()
        self.table.print()
        print("P6, P7: numbers of requests; tests/cli counts them against the loopback server")
        self.growth()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--papers", type=Path, default="build/release/bin/papers",
                        help="the program, better as installed: what a linker wrote is loaded more slowly than a copy")
    parser.add_argument("--bin", default="build/release/bin", help="folder of the programs of the bench")
    parser.add_argument("--datasets", default="../shared/datasets", help="folder with bib/ and graphs/")
    parser.add_argument("--network", help="edges, two numbers a line, .xz; else that of hep-th in the datasets")
    parser.add_argument("--sizes", type=int, nargs=3, default=[1_000, 10_000, 100_000],
                        help="queued items of the three libraries")
    parser.add_argument("--runs", type=int, default=5, help="of each command, at least 5; short ones run thrice as often")
    options = parser.parse_args()
    options.network = options.network or Path(options.datasets, "graphs/cit-HepTh/cit-HepTh.edges.txt.xz")
    if not Path(options.network).exists():
        sys.exit(f"speed: skipped: there is no {options.network}")
    with tempfile.TemporaryDirectory(prefix="papers-bench-") as folder:
        Bench(options, Path(folder)).run()


if __name__ == "__main__":
    main()
