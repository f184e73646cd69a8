/** What of the papers is shown: depth, states and tags hide, words search. */
class Filter {
  constructor(papers, picture) {
    this.papers = papers;
    this.picture = picture;
    this.query = document.getElementById("query");
    this.depth = document.getElementById("depth");
    this.states = [...document.querySelectorAll(".chip.state")];
    this.tags = [...document.querySelectorAll(".chip.tag")];
    this.entries = papers.all.map((paper) => document.getElementById(`entry-${paper.number}`));
    this.query.addEventListener("input", () => this.apply());
    this.depth.addEventListener("input", () => this.apply());
    for (const chip of [...this.states, ...this.tags]) {
      chip.addEventListener("click", () => {
        chip.setAttribute("aria-pressed", String(!isPressed(chip)));
        this.apply();
      });
    }
    document.getElementById("reset").addEventListener("click", () => this.reset());
  }

  reset() {
    this.query.value = "";
    this.depth.value = this.depth.max;
    this.states.forEach((chip) => chip.setAttribute("aria-pressed", "true"));
    this.tags.forEach((chip) => chip.setAttribute("aria-pressed", "false"));
    this.apply();
    this.query.focus();
  }

  apply() {
    const states = new Set(this.states.filter(isPressed).map((chip) => chip.dataset.state));
    const tags = this.tags.filter(isPressed).map((chip) => chip.dataset.tag);
    const depth = Number(this.depth.value);
    const words = folded(this.query.value).split(/\s+/).filter(Boolean);
    const shown = this.papers.all.map((paper) => (paper.depth ?? 0) <= depth && states.has(paper.state) &&
      (tags.length === 0 || tags.some((tag) => paper.tags.includes(tag))));
    const found = this.papers.all.map((paper) => words.every((word) => paper.text.includes(word)));
    document.getElementById("depth-shown").textContent = String(depth);
    this.picture.filter(shown, found);
    this.list(shown.map((isShown, number) => isShown && found[number]));
  }

  list(listed) {
    this.entries.forEach((entry, number) => entry.classList.toggle("gone", !listed[number]));
    for (const section of document.querySelectorAll("#list section")) {
      const entries = [...section.querySelectorAll(".entry")];
      const count = entries.filter((entry) => !entry.classList.contains("gone")).length;
      section.classList.toggle("gone", count === 0);
      section.querySelector(".count").textContent = String(count);
    }
    document.getElementById("nothing").hidden = listed.includes(true);
  }
}

function isPressed(chip) {
  return chip.getAttribute("aria-pressed") === "true";
}
