// The page of a reading graph in a real browser: what a reader clicks, types and sees.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, before, beforeEach, test } from "node:test";

import { Browser } from "./browser.mjs";
import { hostileTitle, Library } from "./library.mjs";

const chromium = process.env.PAPERS_CHROMIUM ?? "/usr/bin/chromium";
const skip = existsSync(chromium) ? false : `${chromium} is not there: apt install chromium`;

let browser;
let library;
let address;
let tab;

before(() => {
  if (!skip) {
    browser = new Browser(chromium);
    library = new Library(process.env.PAPERS_PROGRAM);
    address = library.page();
  }
});

after(async () => {
  library?.close();
  await browser?.close();
});

/** Cards that are shown, by the first line of their titles. */
const cards = () => tab.run(() => [...document.querySelectorAll(".card")]
  .filter((card) => getComputedStyle(card).display !== "none")
  .map((card) => card.querySelector("title").textContent.split(",")[0]));

/** Titles in the list that are shown, in their order. */
const listed = () => tab.run(() => [...document.querySelectorAll(".entry")]
  .filter((entry) => entry.offsetParent !== null)
  .map((entry) => entry.querySelector(".name").textContent));

const text = (selector) => tab.run((wanted) => document.querySelector(wanted)?.innerText ?? null, selector);

const numberOf = (title) => tab.run((wanted) => Number([...document.querySelectorAll(".entry")]
  .find((entry) => entry.querySelector(".name").textContent === wanted).id.slice("entry-".length)), title);

const count = (selector) => tab.run((wanted) => [...document.querySelectorAll(wanted)]
  .filter((found) => getComputedStyle(found).display !== "none").length, selector);

/** What must hold whatever was done: nothing was asked for, refused or complained about. */
const checkQuiet = () => {
  assert.deepEqual(tab.problems, []);
  assert.deepEqual(tab.requests.filter((url) => !url.startsWith("data:")), [address]);
};

const openPage = async (options = {}) => {
  tab = await browser.tab(options);
  await tab.open(address);
};

beforeEach(() => !skip && openPage());

test("shows every paper as a card and in the list, what is being read first", { skip }, async () => {
  assert.equal((await cards()).length, 6);
  const titles = await listed();
  assert.equal(titles.length, 6);
  assert.equal(titles[0], "A Root That Is Being Read");
  assert.equal(titles.at(-1), "Read Long Ago");
  checkQuiet();
});

test("a search narrows the list and dims the other cards, and accents do not matter", { skip }, async () => {
  await tab.type("#query", "muller");
  assert.deepEqual(await listed(), ["A Second Root, Queued"]);
  assert.equal(await count(".card.dim"), 5);
  await tab.type("#query", " nothing like it");
  assert.deepEqual(await listed(), []);
  assert.match(await text("#nothing"), /No paper fits/);
  await tab.click("#reset");
  assert.equal((await listed()).length, 6);
  checkQuiet();
});

test("the slider hides what lies farther back, in the picture and in the list", { skip }, async () => {
  await tab.run(() => document.getElementById("depth").focus());
  await tab.key("ArrowLeft");
  await tab.run(() => {
    const slider = document.getElementById("depth");
    slider.value = "1";
    slider.dispatchEvent(new Event("input"));
  });
  assert.equal((await cards()).includes("Read Long Ago"), false);
  assert.equal((await listed()).includes("Read Long Ago"), false);
  assert.equal((await cards()).length, 5);
  assert.equal(await text("#depth-shown"), "1");
  checkQuiet();
});

test("states can be left out, tags chosen", { skip }, async () => {
  await tab.click(`.chip.state[data-state="found"]`);
  assert.deepEqual((await cards()).filter((title) => title.startsWith("Found")), []);
  assert.equal(await tab.run(() => document.querySelector(".chip.found").getAttribute("aria-pressed")), "false");
  await tab.click(`.chip.tag[data-tag="decoding"]`);
  assert.deepEqual(await listed(), ["A Root That Is Being Read", "A Second Root, Queued"]);
  checkQuiet();
});

test("pointing at a card shows its neighbours and the citations that the drawing leaves out", { skip }, async () => {
  assert.equal(await count(".edge.implied"), 0);
  const drawn = await count(".edge");
  await tab.hover(`#paper-${await numberOf("A Root That Is Being Read")}`);
  assert.equal(await count(".edge.implied"), 1);
  assert.equal(await count(".edge"), drawn + 1);
  assert.equal(await count(".card.near"), 4);
  await tab.hover("h1");
  assert.equal(await count(".edge.implied"), 0);
  assert.equal(await count(".touched"), 0);
  checkQuiet();
});

test("a click on a card opens its panel: who, why, abstract, links, and neighbours that open too", { skip }, async () => {
  const root = await numberOf("A Root That Is Being Read");
  await tab.click(`#paper-${root}`);
  const panel = await text("#panel");
  assert.match(panel, /A Root That Is Being Read/);
  assert.match(panel, /Ada Root, Bo Branch · 2024/);
  assert.match(panel, /Number 1 in the queue/);
  assert.doesNotMatch(panel, /\b0\.00\b/);  // a term that adds nothing is no reason
  assert.match(panel, /We plant a root\.\nIt grows\./);
  assert.equal(await tab.run(() => document.querySelector("#panel .links a").href), "https://arxiv.org/abs/2403.00001");
  assert.equal(await tab.run(() => document.activeElement.id), "panel-title");
  await tab.run(() => [...document.querySelectorAll("#panel button.link")]
    .find((button) => button.textContent === "Found At The End").click());
  assert.match(await text("#panel h2"), /Found At The End/);
  assert.match(await text("#panel"), /A Root That Is Being Read → this paper/);
  await tab.key("Escape");
  assert.equal(await text("#panel:not([hidden])"), null);
  checkQuiet();
});

test("a click in the list opens the same panel; its takeaway is there, private notes are not", { skip }, async () => {
  await tab.click(`#entry-${await numberOf("Read Long Ago")} .name`);
  assert.match(await text("#panel"), /gates keep the gradient alive/);
  assert.match(await text("#panel"), /read on 2024-11-16/);
  assert.equal((await tab.run(() => document.documentElement.outerHTML)).includes("a private note"), false);
  checkQuiet();
});

test("a hostile title stays text, wherever it stands", { skip }, async () => {
  const shown = hostileTitle.replace("\u202e", "<U+202E>");
  await tab.click(`#entry-${await numberOf(shown)} .name`);
  assert.equal(await tab.run(() => document.querySelector("#panel h2").textContent), shown);
  assert.equal(await tab.run(() => document.querySelectorAll("img").length), 0);
  assert.equal(await tab.run(() => document.querySelectorAll("script").length), 2);
  assert.ok((await listed()).includes(shown));
  await tab.type("#query", "onerror");
  assert.deepEqual(await listed(), [shown]);
  checkQuiet();
});

test("what someone manages to put into the page does not run", { skip }, async () => {
  await tab.run(() => {
    const script = document.createElement("script");
    script.textContent = "document.title = 'owned'";
    document.body.append(script);
    document.body.insertAdjacentHTML("beforeend", `<i onclick="document.title = 'owned'" id="bait">x</i>`);
    document.getElementById("bait").click();
  });
  assert.equal(await tab.run(() => document.title), "Reading graph");
  assert.equal(tab.problems.filter((problem) => problem.includes("Content Security Policy")).length, 2);
});

test("the keyboard reaches everything: cards by arrows, zoom by plus and minus, search by a slash", { skip }, async () => {
  await tab.run(() => document.querySelector(`.card[tabindex="0"]`).focus());
  const first = await tab.run(() => document.activeElement.id);
  await tab.key("ArrowDown");
  const second = await tab.run(() => document.activeElement.id);
  assert.notEqual(second, first);
  assert.equal(await count(`.card[tabindex="0"]`), 1);
  await tab.key("Enter");
  assert.equal(await tab.run(() => location.hash), `#${second}`);
  await tab.key("Escape");
  assert.equal(await tab.run(() => document.activeElement.id), second);
  const width = () => tab.run(() => document.getElementById("picture").getBoundingClientRect().width);
  const before = await width();
  await tab.key("+");
  assert.ok(await width() > before);
  await tab.key("-");
  assert.ok(Math.abs(await width() - before) < 1);
  await tab.key("/");
  assert.equal(await tab.run(() => document.activeElement.id), "query");
  checkQuiet();
});

test("a mouse draws the picture along, without opening what lies below it", { skip }, async () => {
  await tab.run(() => {
    for (let i = 0; i < 6; ++i) {
      document.getElementById("closer").click();
    }
    document.getElementById("view").scrollTo(200, 200);
  });
  const card = await tab.run(() => {
    const box = document.getElementById("view").getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  });
  await tab.drag(card, { x: card.x - 60, y: card.y - 40 });
  const at = await tab.run(() => [document.getElementById("view").scrollLeft, document.getElementById("view").scrollTop]);
  assert.deepEqual(at, [260, 240]);
  assert.equal(await text("#panel:not([hidden])"), null);
  checkQuiet();
});

test("everything that can be used has a name", { skip }, async () => {
  await tab.click(`#paper-${await numberOf("Found In Between")}`);
  const { nodes } = await tab.send("Accessibility.getFullAXTree");
  const used = nodes.filter(({ role, ignored }) =>
    !ignored && ["button", "link", "searchbox", "slider", "region", "textbox"].includes(role?.value));
  assert.ok(used.length > 15);
  assert.deepEqual(used.filter(({ name }) => !name?.value), []);
  checkQuiet();
});

test("a picture that is wider than its frame begins at what is being read, and its years stay in view", { skip }, async () => {
  const wide = new Library(process.env.PAPERS_PROGRAM);
  try {
    const ids = Array.from({ length: 12 }, (_, n) => `arXiv:1202.${String(n + 1).padStart(4, "0")}`);
    const records = ids.flatMap((id, n) => [
      { type: "paper", id, title: `Cited ${n}`, year: 2012, state: n < 6 ? "queued" : "found", root: n < 6 },
      { type: "cites", from: "arXiv:2403.00001", to: id, source: "seed", position: n + 10 }]);
    wide.run(["import", "-"], records.map((record) => JSON.stringify(record)).join("\n"));
    tab = await browser.tab({ width: 1000, height: 500 });
    await tab.open(wide.page());
    const [card, frame, most, at] = await tab.run(() => {
      const view = document.getElementById("view");
      return [document.querySelector(".card.reading").getBoundingClientRect().toJSON(),
        view.getBoundingClientRect().toJSON(), view.scrollWidth - view.clientWidth, view.scrollLeft];
    });
    assert.ok(most > 0);
    const centred = at + (card.left + card.right - frame.left - frame.right) / 2;
    assert.ok(Math.abs(at - Math.min(most, Math.max(0, centred))) < 2);
    assert.ok(card.top >= frame.top && card.bottom <= frame.bottom);
    const year = await tab.run(async () => {
      const view = document.getElementById("view");
      view.scrollLeft = view.scrollWidth;
      await new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); });
      return document.querySelector("#years text").getBoundingClientRect().left - view.getBoundingClientRect().left;
    });
    assert.ok(year >= 0 && year < 60);
    assert.deepEqual(tab.problems, []);
  } finally {
    wide.close();
  }
});

test("on a phone the list comes first, nothing is wider than the screen, two fingers zoom", { skip }, async () => {
  await openPage({ width: 380, height: 780, touch: true });
  const [list, graph, page] = await tab.run(() => [document.getElementById("list").getBoundingClientRect().top,
    document.getElementById("graph").getBoundingClientRect().top, document.documentElement.scrollWidth]);
  assert.ok(list < graph);
  assert.equal(page, 380);
  await tab.run(() => document.getElementById("view").scrollIntoView({ block: "start" }));
  const width = () => tab.run(() => document.getElementById("picture").getBoundingClientRect().width);
  const before = await width();
  await tab.pinch({ x: 190, y: 300 }, 80, 160);
  assert.ok(Math.abs(await width() / before - 2) < 0.05);
  await tab.click(`#entry-${await numberOf("Found In Between")} .name`);
  const panel = await tab.run(() => document.getElementById("panel").getBoundingClientRect().toJSON());
  assert.equal(panel.bottom, 780);
  assert.equal(panel.width, 380);
  checkQuiet();
});

test("on paper there are the list and the picture, and no controls", { skip }, async () => {
  await tab.send("Emulation.setEmulatedMedia", { media: "print" });
  assert.equal((await listed()).length, 6);
  assert.ok(await count("#picture") === 1);
  assert.equal(await tab.run(() => document.getElementById("controls").offsetParent), null);
  assert.equal(await tab.run(() => document.getElementById("tools").offsetParent), null);
  assert.ok((await tab.paper()).length > 1000);
  checkQuiet();
});

test("without scripts the list and the picture are there, and no dead controls", { skip }, async () => {
  await tab.send("Emulation.setScriptExecutionDisabled", { value: true });
  await tab.open(address);
  await tab.send("Emulation.setScriptExecutionDisabled", { value: false });
  assert.equal((await listed()).length, 6);
  assert.equal((await cards()).length, 6);
  assert.equal(await tab.run(() => document.getElementById("controls").offsetParent), null);
});

test("what is new since a day is marked in words and by a class", { skip }, async () => {
  address = library.page("--since", "2024-11-14");
  await openPage();
  assert.equal(await count(".card.fresh"), 3);
  assert.match(await text(`#entry-${await numberOf("Read Long Ago")}`), /^Read Long Ago\n+read ·/);
  assert.match(await text(`#entry-${await numberOf("A Second Root, Queued")}`), /new ·/);
  assert.match(await text("header"), /3 new, started or read since 2024-11-14/);
  checkQuiet();
});

test("dark follows the system", { skip }, async () => {
  const ground = () => tab.run(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await tab.scheme("dark");
  assert.notEqual(await ground(), light);
});
