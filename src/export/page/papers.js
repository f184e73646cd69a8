"use strict";

/** What the page knows: its papers, and which of them cite which. */
class Papers {
  constructor(data) {
    this.all = data.papers;
    this.arcs = data.arcs;
    this.all.forEach((paper, number) => {
      paper.number = number;
      paper.cites = [];
      paper.citedBy = [];
      paper.text = [paper.title, paper.authors.join(" "), paper.year, paper.venue, paper.id, paper.key,
        paper.tags.join(" ")].map(folded).join("\n");
    });
    for (const [citing, cited] of this.arcs) {
      this.all[citing].cites.push(this.all[cited]);
      this.all[cited].citedBy.push(this.all[citing]);
    }
  }

  /** The papers from a root to this one, by fewest steps; this one alone when none of them leads here. */
  way(paper) {
    const way = [paper];
    while (way[0].via !== null && way.length <= this.all.length) {
      way.unshift(this.all[way[0].via]);
    }
    return way;
  }
}

/** Lower case without accents, as people type when they search. */
function folded(text) {
  return String(text ?? "").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** A new element: its attributes, and texts or elements in it. */
function element(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...content);
  return made;
}
