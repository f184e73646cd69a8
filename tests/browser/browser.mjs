// A browser to test with: Chromium without a window, spoken to in its DevTools protocol over a pipe, so that it
// takes neither a port nor a package beside Node.js and Chromium themselves.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
  "--hide-scrollbars", "--remote-debugging-pipe"];

export class Browser {
  #process;
  #profile = mkdtempSync(join(tmpdir(), "papers-browser-"));
  #answers = new Map();
  #listeners = new Set();
  #last = 0;
  #rest = "";

  constructor(program) {
    this.#process = spawn(program, [...flags, `--user-data-dir=${this.#profile}`, "about:blank"],
      { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
    this.#process.stdio[4].setEncoding("utf8").on("data", (text) => this.#read(text));
  }

  /** Messages end with a NUL. */
  #read(text) {
    const messages = (this.#rest + text).split("\0");
    this.#rest = messages.pop();
    for (const message of messages.map((json) => JSON.parse(json))) {
      const answer = this.#answers.get(message.id);
      this.#answers.delete(message.id);
      if (answer) {
        message.error ? answer.reject(new Error(message.error.message)) : answer.resolve(message.result);
      } else {
        this.#listeners.forEach((listener) => listener(message));
      }
    }
  }

  send(method, params = {}, sessionId = undefined) {
    const id = ++this.#last;
    this.#process.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => this.#answers.set(id, { resolve, reject }));
  }

  listen(listener) {
    this.#listeners.add(listener);
  }

  /** A new tab of that size, in light or dark colours, in which nothing is loaded yet. */
  async tab({ width = 1280, height = 900, scheme = "light", touch = false } = {}) {
    const { targetId } = await this.send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await this.send("Target.attachToTarget", { targetId, flatten: true });
    const tab = new Tab(this, sessionId);
    for (const domain of ["Page", "Runtime", "Network", "Log", "Accessibility"]) {
      await tab.send(`${domain}.enable`);
    }
    await tab.send("Emulation.setDeviceMetricsOverride",
      { width, height, deviceScaleFactor: 1, mobile: width < 600 });
    await tab.send("Emulation.setTouchEmulationEnabled", { enabled: touch });
    await tab.scheme(scheme);
    return tab;
  }

  async close() {
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    await this.send("Browser.close").catch(() => this.#process.kill());
    await ended;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** One tab, and everything in it that a page in order never causes. */
class Tab {
  problems = [];
  requests = [];
  #browser;
  #session;
  #loaded = null;

  constructor(browser, session) {
    this.#browser = browser;
    this.#session = session;
    browser.listen((message) => message.sessionId === session && this.#hear(message));
  }

  #hear({ method, params }) {
    const say = {
      "Runtime.consoleAPICalled": () => `console: ${params.args?.map(({ value }) => value).join(" ")}`,
      "Runtime.exceptionThrown": () => `exception: ${params.exceptionDetails.exception?.description}`,
      "Log.entryAdded": () => `log: ${params.entry.text}`,
      "Page.javascriptDialogOpening": () => `dialog: ${params.message}`,
    }[method];
    if (say) {
      this.problems.push(say());
    } else if (method === "Network.requestWillBeSent") {
      this.requests.push(params.request.url);
    } else if (method === "Page.loadEventFired") {
      this.#loaded?.();
    }
  }

  send(method, params) {
    return this.#browser.send(method, params, this.#session);
  }

  scheme(value) {
    return this.send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value }] });
  }

  async open(url) {
    const loaded = new Promise((resolve) => { this.#loaded = resolve; });
    await this.send("Page.navigate", { url });
    await loaded;
  }

  /** The value of a function that runs in the page, with plain values as its arguments. */
  async run(body, ...args) {
    const expression = `(${body})(${args.map((arg) => JSON.stringify(arg)).join(",")})`;
    const answer = await this.send("Runtime.evaluate", { expression, returnByValue: true, awaitPromise: true });
    if (answer.exceptionDetails) {
      throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
    }
    return answer.result.value;
  }

  /** The middle of the element, scrolled into view. */
  #middle(selector) {
    return this.run((wanted) => {
      const found = document.querySelector(wanted);
      found.scrollIntoView({ block: "center", inline: "center" });
      const box = found.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }, selector);
  }

  async hover(selector) {
    await this.send("Input.dispatchMouseEvent", { type: "mouseMoved", ...await this.#middle(selector) });
  }

  async click(selector) {
    const at = { ...await this.#middle(selector), button: "left", clickCount: 1 };
    await this.send("Input.dispatchMouseEvent", { type: "mouseMoved", ...at, button: "none" });
    await this.send("Input.dispatchMouseEvent", { type: "mousePressed", ...at });
    await this.send("Input.dispatchMouseEvent", { type: "mouseReleased", ...at });
  }

  async drag(from, to) {
    const mouse = (type, { x, y }) =>
      this.send("Input.dispatchMouseEvent", { type, x, y, button: "left", buttons: 1, clickCount: 1 });
    await mouse("mousePressed", from);
    await mouse("mouseMoved", { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
    await mouse("mouseMoved", to);
    await mouse("mouseReleased", to);
  }

  async type(selector, text) {
    await this.click(selector);
    await this.send("Input.insertText", { text });
  }

  async key(key) {
    const text = key.length === 1 ? key : key === "Enter" ? "\r" : undefined;
    await this.send("Input.dispatchKeyEvent", { type: "keyDown", key, text });
    await this.send("Input.dispatchKeyEvent", { type: "keyUp", key });
  }

  /** Two fingers that move apart or together around a point. */
  async pinch({ x, y }, from, to) {
    const fingers = (span) => [{ x: x - span / 2, y, id: 0 }, { x: x + span / 2, y, id: 1 }];
    await this.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: fingers(from) });
    await this.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: fingers(to) });
    await this.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  }

  /** A picture in PNG: of what the window shows, or of the whole page. */
  async picture(whole = false) {
    const { data } = await this.send("Page.captureScreenshot", { captureBeyondViewport: whole });
    return Buffer.from(data, "base64");
  }

  async paper() {
    const { data } = await this.send("Page.printToPDF", { printBackground: true, paperWidth: 8.27, paperHeight: 11.69 });
    return Buffer.from(data, "base64");
  }
}
