// A small library with one of everything that the page shows, and the page that `papers` makes of it.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export const hostileTitle = `</script><script>alert(1)</script><img src=x onerror=alert(2)> {{title}} \u202e "'&amp;`;

const papers = [
  { id: "arXiv:2403.00001", title: "A Root That Is Being Read", authors: ["Ada Root", "Bo Branch"], year: 2024,
    state: "reading", root: true, tags: ["decoding"], added: "2024-11-01T09:00:00Z", started: "2024-11-14T09:00:00Z",
    abstract: "We plant a root.\nIt grows." },
  { id: "arXiv:2401.00002", title: "A Second Root, Queued", authors: ["Zoë Müller"], year: 2024, state: "queued",
    root: true, tags: ["decoding", "survey"], added: "2024-11-15T09:00:00Z" },
  { id: "arXiv:2301.00003", title: hostileTitle, authors: [hostileTitle], year: 2023, state: "queued",
    tags: [hostileTitle], added: "2024-11-01T09:00:00Z" },
  { id: "arXiv:1706.00004", title: "Found In Between", authors: ["Cy Citing"], year: 2017, state: "found",
    added: "2024-11-01T09:00:00Z" },
  { id: "arXiv:1409.0005", title: "Found At The End", authors: ["Di Deep"], year: 2014, state: "found",
    added: "2024-11-01T09:00:00Z" },
  { id: "doi:10.1000/182", title: "Read Long Ago", authors: ["Ed Early"], year: 1997, state: "read",
    added: "2024-11-01T09:00:00Z", finished: "2024-11-16T09:00:00Z",
    notes: [{ written: "2024-11-16T09:00:00Z", kind: "takeaway", text: "gates keep the gradient alive" },
      { written: "2024-11-16T09:00:00Z", kind: "note", text: "a private note" }] },
];

/** Citing, cited; the first paper's citation of the fifth is implied by the way over the fourth. */
const cites = [[0, 2], [0, 3], [0, 4], [1, 3], [3, 4], [4, 5]];

export class Library {
  #home = mkdtempSync(join(tmpdir(), "papers-page-"));
  #program;

  constructor(program) {
    this.#program = program;
    const records = [{ type: "library", schema: 1 }, ...papers.map((paper) => ({ type: "paper", ...paper })),
      ...cites.map(([from, to], position) => ({ type: "cites", from: papers[from].id, to: papers[to].id,
        source: "seed", position }))];
    this.run(["import", "-"], records.map((record) => JSON.stringify(record)).join("\n"));
  }

  run(words, input = "") {
    return execFileSync(this.#program, words, { input, encoding: "utf8", stdio: ["pipe", "pipe", "pipe"],
      env: { PATH: process.env.PATH, TZ: "UTC", PAPERS_HOME: this.#home, PAPERS_NOW: "2024-11-17T09:00:00Z" } });
  }

  /** The address of a page with these options of `papers export html`. */
  page(...words) {
    const file = join(this.#home, `page${words.length}.html`);
    this.run(["export", "html", "-o", file, ...words]);
    return pathToFileURL(file).href;
  }

  close() {
    rmSync(this.#home, { recursive: true, force: true });
  }
}
