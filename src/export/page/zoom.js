/** Moving about in the picture: its frame scrolls by itself, so zooming is all that is left to do. */
class Zoom {
  constructor(view, svg) {
    this.view = view;
    this.svg = svg;
    this.years = svg.querySelector("#years");
    this.width = svg.viewBox.baseVal.width;
    this.height = svg.viewBox.baseVal.height;
    this.scale = 1;
    this.pinch = null;
    view.addEventListener("scroll", () => this.keepYears(), { passive: true });
    view.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    view.addEventListener("keydown", (event) => this.key(event));
    view.addEventListener("pointerdown", (event) => this.drag(event));
    view.addEventListener("touchstart", (event) => this.beginPinch(event), { passive: false });
    view.addEventListener("touchmove", (event) => this.movePinch(event), { passive: false });
    view.addEventListener("touchend", () => { this.pinch = null; });
    this.begin();
  }

  /** As wide as the frame, but never too small to read nor larger than drawn; at what is being read now. */
  begin() {
    const readable = this.view.clientWidth < 600 ? 0.9 : 0.8;
    this.set(Math.min(1, Math.max(readable, this.fitting())));
    const newest = (selector) => [...this.svg.querySelectorAll(selector)].at(-1);  // years ascend
    const first = newest(".card.reading") ?? newest(".card.root") ?? newest(".card");
    if (first) {
      const frame = this.view.getBoundingClientRect();
      const card = first.getBoundingClientRect();
      this.view.scrollLeft += card.left + card.width / 2 - frame.left - frame.width / 2;
      this.view.scrollTop += card.top + card.height / 2 - frame.top - frame.height / 2;
    }
  }

  fitting() {
    return this.view.clientWidth / this.width;
  }

  fit() {
    this.set(Math.min(1.5, this.fitting()));
  }

  /** The point of the frame given in its own pixels stays where it is. */
  set(scale, x = this.view.clientWidth / 2, y = this.view.clientHeight / 2) {
    const next = Math.min(4, Math.max(0.08, scale));
    const [left, top] = [(this.view.scrollLeft + x) / this.scale, (this.view.scrollTop + y) / this.scale];
    this.scale = next;
    this.svg.setAttribute("width", String(this.width * next));
    this.svg.setAttribute("height", String(this.height * next));
    this.view.scrollLeft = left * next - x;
    this.view.scrollTop = top * next - y;
    this.keepYears();
  }

  /** Years stay at the left of the frame, however far the picture is moved. */
  keepYears() {
    this.years.setAttribute("transform", `translate(${this.view.scrollLeft / this.scale},0)`);
  }

  at(clientX, clientY) {
    const frame = this.view.getBoundingClientRect();
    return [clientX - frame.left, clientY - frame.top];
  }

  wheel(event) {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      this.set(this.scale * Math.exp(-event.deltaY * 0.01), ...this.at(event.clientX, event.clientY));
    }
  }

  key(event) {
    const change = { "+": 1.25, "=": 1.25, "-": 0.8 }[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey || (!change && event.key !== "0")) {
      return;
    }
    event.preventDefault();
    if (change) {
      this.set(this.scale * change);
    } else {
      this.fit();
    }
  }

  /** A mouse draws the picture along; fingers and pens do so by themselves. */
  drag(event) {
    if (event.pointerType !== "mouse" || event.button !== 0) {
      return;
    }
    const begin = { x: event.clientX, y: event.clientY, left: this.view.scrollLeft, top: this.view.scrollTop };
    let isMoved = false;
    const move = (moved) => {
      isMoved ||= Math.hypot(moved.clientX - begin.x, moved.clientY - begin.y) > 4;
      if (isMoved) {
        this.view.classList.add("dragged");
        this.view.scrollLeft = begin.left - (moved.clientX - begin.x);
        this.view.scrollTop = begin.top - (moved.clientY - begin.y);
      }
    };
    const end = () => {
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", end);
      window.removeEventListener("pointercancel", end);
      this.view.classList.remove("dragged");
      if (isMoved) {
        const swallow = (click) => click.stopPropagation();
        window.addEventListener("click", swallow, { capture: true, once: true });
        setTimeout(() => window.removeEventListener("click", swallow, { capture: true }));
      }
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", end);
    window.addEventListener("pointercancel", end);
  }

  beginPinch(event) {
    this.pinch = event.touches.length === 2 ? { span: this.span(event), scale: this.scale } : null;
    if (this.pinch) {
      event.preventDefault();
    }
  }

  movePinch(event) {
    if (this.pinch && event.touches.length === 2) {
      event.preventDefault();
      const [one, two] = event.touches;
      const middle = this.at((one.clientX + two.clientX) / 2, (one.clientY + two.clientY) / 2);
      this.set(this.pinch.scale * this.span(event) / this.pinch.span, ...middle);
    }
  }

  span(event) {
    const [one, two] = event.touches;
    return Math.max(1, Math.hypot(one.clientX - two.clientX, one.clientY - two.clientY));
  }
}
