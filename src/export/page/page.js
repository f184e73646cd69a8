/** Puts the parts together. Without it the page is what it is on paper: the list and the picture. */
class Page {
  constructor() {
    const svg = document.getElementById("picture");
    this.main = document.querySelector("main");
    this.papers = new Papers(JSON.parse(document.getElementById("data").textContent));
    this.picture = new Picture(svg, this.papers, (number) => this.open(number));
    this.panel = new Panel(this.papers, (number) => this.open(number), () => this.close());
    this.filter = new Filter(this.papers, this.picture);
    this.opener = null;
    document.getElementById("controls").hidden = false;
    document.getElementById("tools").hidden = false;
    this.zoom = new Zoom(document.getElementById("view"), svg);
    document.getElementById("closer").addEventListener("click", () => this.zoom.set(this.zoom.scale * 1.25));
    document.getElementById("farther").addEventListener("click", () => this.zoom.set(this.zoom.scale * 0.8));
    document.getElementById("fit").addEventListener("click", () => this.zoom.fit());
    this.filter.entries.forEach((entry, number) => this.wake(entry, number));
    this.filter.apply();
    document.addEventListener("keydown", (event) => this.key(event));
    this.openNamed();
  }

  wake(entry, number) {
    const name = entry.querySelector(".name");
    name.addEventListener("click", (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        this.open(number);
      }
    });
    entry.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && this.picture.touch(number));
    entry.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && this.picture.touch(null));
  }

  key(event) {
    const isTyping = event.target instanceof HTMLInputElement;
    if (event.key === "/" && !isTyping) {
      event.preventDefault();
      this.filter.query.focus();
    } else if (event.key === "Escape" && !isTyping) {
      this.close();
    }
  }

  open(number) {
    if (!this.main.classList.contains("open")) {
      this.opener = document.activeElement;
    }
    this.main.classList.add("open");
    this.picture.select(number);
    this.mark(number);
    this.panel.show(this.papers.all[number]);
    this.remember(`#paper-${number}`);
    if (window.matchMedia("(min-width: 900px)").matches) {
      this.picture.cards[number].scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  }

  close() {
    if (this.main.classList.contains("open")) {
      this.main.classList.remove("open");
      this.panel.hide();
      this.picture.select(null);
      this.mark(null);
      this.remember("#");
      this.opener?.focus?.({ preventScroll: true });
    }
  }

  mark(number) {
    this.filter.entries.forEach((entry, other) => entry.classList.toggle("here", other === number));
  }

  /** So that an address, copied, opens at the same paper. */
  remember(hash) {
    history.replaceState(null, "", hash);
  }

  openNamed() {
    const named = /^#paper-(\d+)$/.exec(location.hash);
    if (named && Number(named[1]) < this.papers.all.length) {
      this.open(Number(named[1]));
    }
  }
}

new Page();
