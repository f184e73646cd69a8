/** The drawing: which cards are shown, what lies near the one that is pointed at, and moving between cards. */
class Picture {
  constructor(svg, papers, open) {
    this.svg = svg;
    this.papers = papers;
    this.cards = papers.all.map((paper) => svg.querySelector(`#paper-${paper.number}`));
    this.edges = [...svg.querySelectorAll(".edge")].map((path) =>
      ({ path, from: Number(path.dataset.from), to: Number(path.dataset.to), implied: false }));
    this.selected = null;
    this.addImplied();
    this.fitText();
    this.cards.forEach((card, number) => this.wake(card, number, open));
    this.cards[0]?.setAttribute("tabindex", "0");
  }

  /** Implied citations are no part of the layout: straight lines, there only while one of their ends is touched. */
  addImplied() {
    const drawn = new Set(this.edges.map((edge) => `${edge.from} ${edge.to}`));
    const group = this.svg.querySelector("#implied");
    for (const [from, to] of this.papers.arcs) {
      if (!drawn.has(`${from} ${to}`)) {
        const path = document.createElementNS(this.svg.namespaceURI, "path");
        path.setAttribute("class", "edge implied gone");
        path.setAttribute("d", this.line(this.papers.all[from], this.papers.all[to]));
        group.append(path);
        this.edges.push({ path, from, to, implied: true });
      }
    }
  }

  /** From the lower border of the citing card to the upper one of the cited, with a head. */
  line(citing, cited) {
    const down = citing.y <= cited.y ? 1 : -1;
    const [x, y] = [citing.x, citing.y + down * citing.height / 2];
    const [toX, toY] = [cited.x, cited.y - down * cited.height / 2];
    const bend = (toY - y) / 2;
    const head = `M${toX - 2.5},${toY - down * 5.5} L${toX},${toY} L${toX + 2.5},${toY - down * 5.5}`;
    return `M${x},${y} C${x},${y + bend} ${toX},${toY - bend} ${toX},${toY} ${head}`;
  }

  /**
   * Graphviz knows no fonts, and so neither do the sizes of cards: a wide line is drawn together. All are measured
   * before any is changed, for a change makes the browser lay out the picture anew at the next measurement.
   */
  fitText() {
    const wide = this.cards.flatMap((card) => this.wideLines(card));
    for (const { line, room } of wide) {
      line.setAttribute("textLength", String(room));
      line.setAttribute("lengthAdjust", "spacingAndGlyphs");
    }
  }

  /** The lines that are wider than the room on their card. */
  wideLines(card) {
    const room = card.querySelector(".box").getBBox().width - 16;
    const lines = [...card.querySelectorAll("text")];
    return lines.filter((line) => line.getComputedTextLength() > room).map((line) => ({ line, room }));
  }

  wake(card, number, open) {
    card.setAttribute("role", "button");
    card.setAttribute("tabindex", "-1");
    card.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && this.touch(number));
    card.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && this.touch(null));
    card.addEventListener("focus", () => this.touch(number));
    card.addEventListener("blur", () => this.touch(null));
    card.addEventListener("click", () => open(number));
    card.addEventListener("keydown", (event) => this.key(event, number, open));
  }

  key(event, number, open) {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (event.key === "Enter" || event.key === " ") {
      open(number);
    } else if (!step || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    } else {
      this.focusNext(number, step);
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** The nearest shown card in that direction, what lies aside counting double. */
  focusNext(number, [stepX, stepY]) {
    const here = this.papers.all[number];
    let best = null;
    for (const paper of this.papers.all) {
      const along = (paper.x - here.x) * stepX + (paper.y - here.y) * stepY;
      const aside = Math.abs((paper.x - here.x) * stepY + (paper.y - here.y) * stepX);
      const far = along + 2 * aside;
      if (along > 1 && this.isShown(paper.number) && (!best || far < best.far)) {
        best = { far, number: paper.number };
      }
    }
    if (best) {
      this.focus(best.number);
    }
  }

  focus(number) {
    this.cards.forEach((card, other) => card.setAttribute("tabindex", other === number ? "0" : "-1"));
    this.cards[number].focus({ preventScroll: true });
    this.cards[number].scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  isShown(number) {
    return !this.cards[number].classList.contains("gone");
  }

  /** Shows the neighbours of a paper; of the selected one when nothing else is pointed at. */
  touch(number) {
    const centre = number ?? this.selected;
    const near = new Set([centre]);
    for (const edge of this.edges) {
      const isLit = centre !== null && (edge.from === centre || edge.to === centre);
      edge.path.classList.toggle("lit", isLit);
      if (isLit) {
        near.add(edge.from).add(edge.to);
      }
      this.showEdge(edge, isLit);
    }
    this.svg.classList.toggle("touched", centre !== null);
    this.cards.forEach((card, other) => card.classList.toggle("near", near.has(other)));
  }

  showEdge(edge, isLit) {
    const isHidden = !this.isShown(edge.from) || !this.isShown(edge.to) || (edge.implied && !isLit);
    edge.path.classList.toggle("gone", isHidden);
  }

  select(number) {
    this.selected = number;
    this.cards.forEach((card, other) => card.classList.toggle("here", other === number));
    this.touch(null);
  }

  /** `shown` and `found` say of each paper whether it is drawn, and whether it is what was searched for. */
  filter(shown, found) {
    this.cards.forEach((card, number) => {
      card.classList.toggle("gone", !shown[number]);
      card.classList.toggle("dim", !found[number]);
    });
    const reachable = this.cards.findIndex((card, number) => shown[number] && card.getAttribute("tabindex") === "0");
    if (reachable < 0) {
      const first = shown.indexOf(true);
      this.cards.forEach((card, number) => card.setAttribute("tabindex", number === first ? "0" : "-1"));
    }
    this.touch(null);
  }
}
