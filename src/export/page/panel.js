/** All that the page knows of one paper. Every text goes in as text. */
class Panel {
  constructor(papers, open, close) {
    this.papers = papers;
    this.open = open;
    this.close = close;
    this.box = document.getElementById("panel");
    this.box.addEventListener("keydown", (event) => event.key === "Escape" && close());
  }

  show(paper) {
    this.box.replaceChildren(...[
      this.bar(paper),
      element("h2", { id: "panel-title", tabindex: "-1" }, paper.title),
      element("p", { class: "authors" }, [paper.authors.join(", "), paper.year, paper.venue].filter(Boolean).join(" · ")),
      this.links(paper),
      ...this.why(paper),
      ...this.words("Takeaway", paper.takeaways),
      ...this.abstract(paper),
      ...this.neighbours("Cited here by", paper.citedBy),
      ...this.neighbours("Cites", paper.cites),
      element("p", { class: "authors" }, paper.references),
    ].filter(Boolean));
    this.box.hidden = false;
    this.box.scrollTop = 0;
    document.getElementById("panel-title").focus({ preventScroll: true });
  }

  hide() {
    this.box.hidden = true;
    this.box.replaceChildren();
  }

  bar(paper) {
    const close = element("button", { type: "button", class: "close" }, "Back to the list");
    close.addEventListener("click", () => this.close());
    const words = [paper.state, paper.news && paper.news !== paper.state ? paper.news : "", ...paper.tags];
    return element("div", { class: "bar" },
      element("span", { class: `badge ${paper.state}` }, element("i"), words.filter(Boolean).join(" · ")), close);
  }

  links(paper) {
    const links = paper.links.filter(({ url }) => /^https?:\/\//.test(url)).map(({ name, url }) =>
      element("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, name));
    return links.length > 0 ? element("p", { class: "links" }, ...links) : null;
  }

  /** The way from a root, and what its place is made of. */
  why(paper) {
    const content = [element("h3", {}, "Why it is here")];
    const way = this.papers.way(paper);
    if (way.length > 1) {
      content.push(element("p", {}, ...way.slice(0, -1).flatMap((step) => [this.link(step), " → "]), "this paper"));
    }
    if (paper.terms.length === 0) {
      content.push(element("p", {}, paper.reason));
    } else {
      const rows = paper.terms.filter((term) => term.points !== 0).map((term) => row(term.why || term.name, term.points));
      const sum = row(paper.standing, paper.score);
      sum.className = "sum";
      content.push(element("table", {}, element("tbody", {}, ...rows, sum)));
    }
    return content;
  }

  words(title, texts) {
    return texts.length > 0 ? [element("h3", {}, title), ...texts.map((text) => element("p", {}, text))] : [];
  }

  abstract(paper) {
    return paper.abstract
      ? [element("h3", {}, "Abstract"), element("p", { class: "abstract" }, paper.abstract)] : [];
  }

  neighbours(title, papers) {
    if (papers.length === 0) {
      return [];
    }
    const items = papers.map((paper) =>
      element("li", {}, this.link(paper), " ", element("small", {}, paper.byline)));
    return [element("h3", {}, title), element("ul", {}, ...items)];
  }

  link(paper) {
    const button = element("button", { type: "button", class: "link" }, paper.title);
    button.addEventListener("click", () => this.open(paper.number));
    return button;
  }
}

function row(words, points) {
  return element("tr", {}, element("td", {}, words), element("td", {}, points.toFixed(2)));
}
