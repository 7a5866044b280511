// The search page. It asks the index below pagefind/; opened from a folder, or where there is none, it goes through a plain list.
"use strict";
const FACETS = ["type", "standing", "kind", "topic", "tier"];
const TITLES = { type: "Page", standing: "Standing", kind: "Kind", topic: "Topic", tier: "Tier of source" };
const ORDER = {
  type: ["explainer", "claim", "dispute", "source", "concept", "reference"],
  standing: ["established", "reported", "disputed", "unsourced", "retired"],
  tier: ["synthesis", "primary", "secondary", "lay", "preclinical"],
};
const STEP = 20;
const form = document.querySelector("form.search");
const field = document.getElementById("q");
const status = document.getElementById("status");
const list = document.getElementById("results");
const more = document.getElementById("more");
const board = document.getElementById("facets");
const root = new URL(".", location.href).href;
const chosen = Object.fromEntries(FACETS.map((name) => [name, new Set()]));
let engine = null;
let shown = 0;
let hits = [];
let turn = 0;

const make = (tag, text = "", attributes = {}) => {
  const node = document.createElement(tag);
  node.textContent = text;
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
};
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
// The figure of a query stands in a text as a whole: 5% is not in 15%, nor 24% in 2.4%. Other words may be parts.
const holds = (text, term) => /\d/.test(term)
  ? new RegExp(`(?<![\\p{L}\\d]|\\d[.,])${term.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")}(?!\\d|[.,]\\d)`, "u").test(text)
  : text.includes(term);
const termsOf = (words) => plain(words).replace(/(\d)\s*(?:%|per ?cent\b)/g, "$1%").split(/\s+/).filter(Boolean);
const idOf = (path) => path.replace(/^.*\/|\.html$/g, "");
const countOf = (some) => {
  const counts = Object.fromEntries(FACETS.map((name) => [name, {}]));
  for (const row of some) {
    for (const name of FACETS) for (const value of row.facets[name] ?? []) counts[name][value] = (counts[name][value] ?? 0) + 1;
  }
  return counts;
};
// Choosing one more value of a facet widens the search: such values are counted as if none of the facets were chosen.
const within = (now, ever) => Object.fromEntries(FACETS.map((name) => [name, (chosen[name].size ? ever : now)[name] ?? {}]));
const empty = () => FACETS.every((name) => chosen[name].size === 0);

// Both engines: ask(words) gives {total, hits, counts}; a hit is a function that promises {path, title, parts, facets}.
async function pagefind() {
  const index = await import(new URL(form.dataset.index, location.href).href);
  await index.options({ excerptLength: 24, baseUrl: root, ranking: { termFrequency: 0.4 } });
  await index.init();
  const decode = (text) =>
    text.replace(/&(lt|gt|quot|amp|#39|#x27);/g, (_, name) => ({ lt: "<", gt: ">", quot: '"', amp: "&" })[name] ?? "'");
  const all = await index.filters();
  let list = null; // knows figures and ids, which the index takes apart
  const entry = (data) => {
    const parts = data.excerpt.split(/(<mark>.*?<\/mark>)/s).map((part) =>
      part.startsWith("<mark>") ? { mark: decode(part.slice(6, -7)) } : { text: decode(part) });
    return { path: data.url, title: data.meta.title ?? data.url, parts, facets: data.filters };
  };
  return {
    all,
    async ask(words) {
      const terms = termsOf(words);
      const exact = terms.some((term) => /\d/.test(term));
      if (exact || /\w-\w/.test(words)) {
        list ??= await plainList();
        const found = await list.ask(words);
        if (found.hits.length && (exact || list.knows(words))) return found;
      }
      const filters = {};
      for (const name of FACETS) if (chosen[name].size) filters[name] = { any: [...chosen[name]] };
      const found = await index.search(words || null, { filters });
      if (!words || (!exact && found.results.length > STEP)) {
        return {
          counts: within(found.filters, found.totalFilters),
          hits: found.results.map((result) => async () => entry(await result.data())),
        };
      }
      // It also gives pages that hold the beginning of a word, or a figure that is not the one sought: look at each.
      const parts = terms.map((term) => (/\d/.test(term) ? term : term.slice(0, Math.max(2, Math.floor(term.length * 0.6)))));
      const pages = await Promise.all(found.results.slice(0, 3 * STEP).map((result) => result.data()));
      const held = pages.filter((data) => {
        const text = plain(decode(`${data.meta.title ?? ""} ${data.content}`));
        return parts.every((part) => holds(text, part));
      }).map(entry);
      return { counts: within(countOf(held), found.totalFilters), hits: held.map((page) => async () => page) };
    },
  };
}

async function plainList() {
  await new Promise((resolve, reject) => {
    const script = make("script", "", { src: form.dataset.list });
    script.addEventListener("load", resolve);
    script.addEventListener("error", reject);
    document.head.append(script);
  });
  const rows = window.searchList.map(([path, title, extra, also, ...values]) => ({
    path, title, extra, id: idOf(path),
    facets: Object.fromEntries(FACETS.map((name, at) => [name, values[at]])),
    key: plain(`${extra} ${title} ${idOf(path)} ${path.replace(/[/.-]/g, " ")} ${also} ${values.flat().join(" ")}`),
  }));
  const ids = new Set(rows.map((row) => row.id));
  return {
    all: countOf(rows),
    knows: (words) => ids.has(words),
    async ask(words) {
      const terms = termsOf(words);
      const starts = (key, term) => key.startsWith(term) || key.includes(` ${term}`) || key.includes(`(${term}`);
      const rank = (row) => (row.id === words ? 100 : 0) + terms.reduce((sum, term) =>
        sum + (plain(row.extra) === term ? 4 : 0) + (holds(plain(`${row.extra} ${row.title}`), term) ? 2 : 0) + (starts(row.key, term) ? 1 : 0), 0);
      const matching = rows.filter((row) => terms.every((term) => holds(row.key, term)));
      const found = matching
        .filter((row) => FACETS.every((name) => !chosen[name].size || row.facets[name].some((value) => chosen[name].has(value))))
        .map((row) => [rank(row), row])
        .sort((one, other) => other[0] - one[0])
        .map(([, row]) => row);
      return {
        counts: within(countOf(found), countOf(matching)),
        hits: found.map((row) => async () => ({ ...row, path: root + row.path, parts: [{ text: row.extra }] })),
      };
    },
  };
}

function entry(hit) {
  const item = make("li");
  const level = hit.facets.standing?.[0];
  const head = make("h2");
  const link = make("a", hit.title, { href: hit.path });
  head.append(link);
  const line = make("p", "", { class: "result-kind" });
  if (level) line.append(make("span", level, { class: `level is-${level}` }));
  line.append(make("span", [...(hit.facets.type ?? []), ...(hit.facets.kind ?? []), ...(hit.facets.topic ?? []).slice(0, 3)].join(" · ")));
  const text = make("p", "", { class: "result-text" });
  for (const part of hit.parts) text.append(part.mark === undefined ? part.text : make("mark", part.mark));
  item.append(line, head, text);
  return item;
}

async function showMore(mine) {
  const next = await Promise.all(hits.slice(shown, shown + STEP).map((hit) => hit()));
  if (mine !== turn) return;
  list.append(...next.map(entry));
  shown += next.length;
  more.hidden = shown >= hits.length;
}

function showCounts(counts) {
  for (const box of board.querySelectorAll("input")) {
    const n = counts[box.name]?.[box.value] ?? 0;
    box.parentElement.querySelector(".count").textContent = n;
    box.closest("li").classList.toggle("none", n === 0 && !box.checked);
  }
}

async function run() {
  const mine = ++turn;
  const words = field.value.trim();
  const found = words || !empty() ? await engine.ask(words) : { hits: [], counts: engine.all };
  if (mine !== turn) return;
  hits = found.hits;
  shown = 0;
  list.replaceChildren();
  showCounts(found.counts);
  await showMore(mine);
  if (mine !== turn) return;
  const of = words ? ` for “${words}”` : "";
  if (!words && empty()) status.textContent = "Type above, or choose on what to look.";
  else status.textContent = `${hits.length === 0 ? "Nothing found" : hits.length === 1 ? "1 page" : `${hits.length} pages`}${of}.`;
  if (location.protocol !== "file:") {
    const query = new URLSearchParams(words ? { q: words } : {});
    for (const name of FACETS) for (const value of chosen[name]) query.append(name, value);
    history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
  }
}

function showFacets() {
  for (const name of FACETS) {
    const order = ORDER[name] ?? [];
    const place = (value) => (order.includes(value) ? order.indexOf(value) : order.length);
    const values = Object.keys(engine.all[name] ?? {}).sort((a, b) => place(a) - place(b) || a.localeCompare(b));
    if (values.length < 2) continue;
    const group = make("details");
    group.open = matchMedia("(min-width: 48rem)").matches && values.length <= 8 || chosen[name].size > 0;
    group.append(make("summary", TITLES[name]));
    const boxes = make("ul", "", { "aria-label": TITLES[name] });
    for (const value of values) {
      const label = make("label");
      const box = make("input", "", { type: "checkbox", name, value });
      box.checked = chosen[name].has(value);
      box.addEventListener("change", () => {
        chosen[name][box.checked ? "add" : "delete"](value);
        run();
      });
      label.append(box, make("span", value.replace(/-/g, " ")), make("span", "", { class: "count" }));
      const item = make("li");
      item.append(label);
      boxes.append(item);
    }
    group.append(boxes);
    board.append(group);
  }
  board.hidden = false;
}

async function start() {
  status.textContent = "Loading the search index …";
  try {
    engine = location.protocol === "file:" ? await plainList() : await pagefind().catch(plainList);
  } catch {
    status.textContent = "Search could not be loaded. Every claim, source, concept and dispute also stands in a list; see the menu.";
    return;
  }
  const query = new URLSearchParams(location.search);
  field.value = query.get("q") ?? "";
  for (const name of FACETS) for (const value of query.getAll(name)) chosen[name].add(value);
  showFacets();
  let waiting = 0;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(run, 120);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    run();
  });
  more.addEventListener("click", async () => {
    const at = shown;
    await showMore(turn);
    list.children[at]?.querySelector("a").focus();
  });
  await run();
  if (!field.value) field.focus();
}
start();
