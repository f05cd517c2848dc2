// The search box. Without this script it leads to the index page; with it, results show as one types.
// What is typed stays on this page: it is put in no address, kept nowhere, and gone when the page is left.
(function () {
  "use strict";
  const form = document.querySelector("form[role=search]");
  const panel = document.getElementById("search-results");
  if (!form || !panel) return;
  const input = form.querySelector("input[type=search]");
  const status = form.querySelector("[role=status]");
  const here = document.documentElement.lang;
  const guide = form.dataset.guide || ""; // which of the site's guides this page is in; the first has no name
  const assets = document.currentScript.src.replace(/[^/]*$/, "");
  const site = assets.replace(/assets\/(?:[0-9a-f]+\/)?$/, "");
  const ENGINE = [
    "search-words.js", "search-packing.js", "search-index.js", "search-spelling.js", "search-match.js", "search-rank.js",
    "search-excerpt.js", "search-trouble.js",
  ];
  const MOST_RESULTS = 30;
  const PAUSE = 700; // milliseconds without typing before the count is announced

  const policy = self.trustedTypes ? self.trustedTypes.createPolicy("canllaw", { createScriptURL: own }) : null;
  function own(url) {
    if (!url.startsWith(assets)) throw new TypeError("not a script of this site: " + url);
    return url;
  }

  let tables = null; // this guide's
  let everywhere = false; // whether all guides are searched
  let asked = false;
  let failed = false;
  let awaited = true;
  const payloads = new Map();
  const spoken = new Map();
  const indexes = new Map();
  const tablesOf = new Map();
  const key = (part, of) => (of ? part + "-" + of : part); // as canllaw.search.index.key
  const file = (part, of) => "search-" + key(part, of) + ".js";
  self.canllawTables = (data) => {
    tablesOf.set(data.guide, data);
    if (data.guide === guide) tables = data;
  };
  self.canllawIndex = (name, data) => payloads.set(name, data);

  // Fetched side by side, run in their order; an edition of one file holds them all already (search-inlined.js).
  function load(names, then) {
    if (self.canllaw && self.canllaw.inlined) {
      self.canllaw.inlined(names).then(() => then(), () => (failed = true));
      return;
    }
    for (const name of names) {
      const script = document.createElement("script");
      script.async = false;
      script.src = policy ? policy.createScriptURL(assets + name) : assets + name;
      if (name === names[names.length - 1]) script.addEventListener("load", () => failed || then());
      script.addEventListener("error", () => {
        asked = false;
        failed = true;
      });
      document.head.append(script);
    }
  }

  function start() {
    if (asked) return;
    asked = true;
    failed = false;
    load([...ENGINE, file("tables", guide), file(here, guide)], () => {
      offerScope();
      prepare(here, guide);
    });
  }

  function wordsOf(code) {
    if (!spoken.has(code)) spoken.set(code, self.canllaw.language(tables.tables[code]));
    return spoken.get(code);
  }

  function prepare(code, of) {
    const words = wordsOf(code);
    self.canllaw.unpack(code, payloads.get(key(code, of)), words, tablesOf.get(of), (index) => {
      indexes.set(key(code, of), { index, words });
      payloads.delete(key(code, of));
      // Only what is still awaited is shown anew, and never under the hand of somebody who is among the results.
      if (awaited && !panel.contains(document.activeElement)) update();
    });
  }

  // The other languages' indexes are fetched only when this one does not know a word, other guides' when they are asked for.
  function need(code, of) {
    const name = key(code, of);
    if (indexes.has(name) || payloads.has(name)) return;
    payloads.set(name, null);
    load([...(tablesOf.has(of) ? [] : [file("tables", of)]), file(code, of)], () => prepare(code, of));
  }

  // Where the site has several guides: this one, or all of them.
  function offerScope() {
    if (!tables.guides.length) return;
    const named = form.querySelector("label");
    const names = new Map([[false, named.textContent], [true, say("search_label_all")]]);
    const choice = (label, all) => {
      const button = element("input", { type: "radio", name: "search-scope" });
      button.checked = all === everywhere;
      button.addEventListener("change", () => {
        everywhere = all;
        named.textContent = names.get(all);
        update();
      });
      return element("label", {}, button, " " + say(label));
    };
    form.append(element("fieldset", { class: "search__scope" }, element("legend", {}, say("search_scope")),
      choice("search_this_guide", false), choice("search_all_guides", true)));
  }

  const say = (key) => tables.say[here][key];

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) if (value !== undefined) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  function marked(pieces) {
    return pieces.map(({ text, mark }) => (mark ? element("mark", {}, text) : document.createTextNode(text)));
  }

  // Where a section is, as a link from this page; within this page only its anchor, which leaves no trace in the history.
  function addressOf(index, page, anchor) {
    if (self.canllaw.place) return self.canllaw.place(index.pages[page].address, anchor);
    const url = new URL(site + index.pages[page].address + (anchor ? "#" + anchor : ""));
    if (url.href.split("#")[0] === location.href.split("#")[0]) return anchor ? url.hash : "#top";
    return url.href;
  }

  function result({ index, title: of }, { page, section }, terms, lang) {
    const one = index.sections[section];
    const title = element("span", { class: one.anchor ? "result__page" : undefined }, ...marked(self.canllaw.title(index, page, terms)));
    const heading = one.anchor ? [element("span", {}, ...marked(self.canllaw.heading(index, section, terms))), element("span", { class: "hidden" }, " \u2013 ")] : [];
    const link = element("a", { href: addressOf(index, page, one.anchor), hreflang: lang }, ...heading, title);
    const where = of ? [element("p", { class: "result__guide" }, of)] : [];
    return element("li", { lang }, link, ...where, element("p", {}, ...marked(self.canllaw.excerpt(index, section, terms))));
  }

  function list(own, pages, terms, lang) {
    return element("ol", { class: "results" }, ...pages.slice(0, MOST_RESULTS).map((one) => result(one.own || own, one, one.terms || terms, lang)));
  }

  // Words that this language lacks, or hardly has, looked up in another: what it finds there.
  function borrowed(own, query, found) {
    if (!found.unknown.length && !found.foreign && !found.rare.length) return null;
    for (const code of Object.keys(tables.pages)) {
      if (code === here) continue;
      const other = indexes.get(key(code, guide));
      if (!other) {
        awaited = true;
        need(code, guide);
        continue;
      }
      const theirs = self.canllaw.search(other.index, other.words, query);
      if (!theirs.pages.length || theirs.unknown.length || theirs.foreign || theirs.rare.length) continue;
      return { code, other, theirs };
    }
    return null;
  }

  // What the other guides hold, among this one's pages by how well they answer. A guide that lacks a word of the query
  // gives way to those that have them all; a page that several guides share is shown once.
  function together(query, found, pages) {
    const all = [{ found, rows: pages }];
    for (const [of, titles] of tables.guides) {
      const other = indexes.get(key(here, of));
      if (!other) {
        awaited = true;
        need(here, of);
        continue;
      }
      const theirs = self.canllaw.search(other.index, other.words, query);
      const own = { ...other, title: titles[here] };
      all.push({ found: theirs, rows: theirs.pages.map((one) => ({ ...one, own, terms: theirs.marked })) });
    }
    const knowing = all.filter((one) => one.rows.length && !one.found.unknown.length);
    const seen = new Set();
    return (knowing.length ? knowing : all).flatMap((one) => one.rows).sort((one, two) => two.score - one.score).filter((one) => {
      const place = (one.own || indexes.get(key(here, guide))).index.pages[one.page].address;
      return !seen.has(place) && seen.add(place);
    });
  }

  // Who can help somebody who types what is happening to them, above everything else.
  function help(query) {
    const found = self.canllaw.troubles(tables, wordsOf, query).slice(0, 2);
    if (!found.length) return [];
    const numbers = [...new Set(found.flatMap((entry) => entry.helplines))].slice(0, 4);
    return [
      element("section", { class: "trouble", "aria-labelledby": "trouble-title" },
        element("h2", { id: "trouble-title" }, say("search_trouble")),
        ...found.map((entry) => element("p", {}, entry.say[here])),
        element("ul", {}, ...numbers.map((number) => card(tables.helplines[here][number])))),
    ];
  }

  function card(one) {
    const href = addressOf({ pages: [{ address: one.page }] }, 0, one.anchor);
    const name = element("a", { href, lang: one.lang }, one.name);
    const caution = one.caution ? [element("p", { class: "helpline__caution" }, one.caution)] : [];
    return element("li", {}, element("p", { class: "trouble__name" }, name), element("p", {}, one.who), ...one.ways.map(way), ...caution);
  }

  function way({ label, href, shown, say: word }) {
    const calls = /^(tel|sms):/.test(href);
    const link = element("a", { href, class: calls ? "tel" : undefined, rel: calls ? undefined : "noreferrer" }, shown);
    return element("p", {}, label + ": ", link, ...(word ? [" ", say("card_text_say") + " " + word + "."] : []));
  }

  function elsewhere({ code, other, theirs }) {
    const found = Math.min(theirs.pages.length, MOST_RESULTS);
    const link = element("a", { href: site + tables.pages[code], lang: code, hreflang: code }, tables.say[code].search_here + " " + found);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      panel.replaceChildren(list(other, theirs.pages, theirs.marked, code));
      panel.querySelector("a").focus();
    });
    return element("p", { class: "search__other" }, link);
  }

  function nothing(own, found) {
    const word = found.unknown.map((one) => self.canllaw.suggestion(own.index, one.word)).find(Boolean);
    const links = tables.offers[here].map(([title, address]) => element("li", {}, element("a", { href: addressOf({ pages: [{ address }] }, 0, "") }, title)));
    const parts = [element("p", {}, say("search_none")), element("p", {}, say("search_try"))];
    if (word) {
      const button = element("button", { type: "button" }, word);
      button.addEventListener("click", () => {
        input.value = word;
        input.focus();
        update();
      });
      parts.push(element("p", {}, say("search_meant") + " ", button));
    }
    return [...parts, element("ul", {}, ...links)];
  }

  let announced = 0;
  function announce(text) {
    clearTimeout(announced);
    announced = setTimeout(() => (status.textContent = text), PAUSE);
  }

  function update() {
    const query = input.value;
    const own = indexes.get(key(here, guide));
    if (!query.trim()) return close();
    if (!own) {
      awaited = true;
      start();
      return;
    }
    const found = self.canllaw.search(own.index, own.words, query);
    awaited = found.unknown.length > 0 && !own.index.complete;
    const beyond = borrowed(own, query, found);
    let pages = found.pages;
    if (beyond) {
      // Places have the same numbers in every language. What was found only by chance gives way to those the other
      // language found; what was found by its name does not.
      const sure = found.unknown.length ? [] : pages;
      const held = new Set(sure.map((one) => one.page));
      pages = [...sure, ...beyond.theirs.pages.filter((one) => !held.has(one.page))];
    }
    if (everywhere) pages = together(query, found, pages);
    const count = Math.min(pages.length, MOST_RESULTS);
    const label = element("h2", { class: "search__count" }, say("search_count") + " " + count);
    const results = count ? [label, list(own, pages, found.marked)] : nothing(own, found);
    panel.replaceChildren(...help(query), ...results, ...(beyond ? [elsewhere(beyond)] : []));
    panel.hidden = false;
    announce(count ? say("search_count") + " " + count : say("search_none"));
  }

  function close() {
    panel.hidden = true;
    panel.replaceChildren();
    clearTimeout(announced);
    status.textContent = "";
  }

  function clear() {
    input.value = "";
    close();
  }

  input.addEventListener("focus", start);
  input.addEventListener("input", update);
  form.addEventListener("submit", (event) => {
    if (failed && !indexes.has(key(here, guide))) return; // as without this script: to the index page
    event.preventDefault();
    const first = panel.hidden ? null : panel.querySelector("a");
    (first || input).focus();
  });

  // Arrows go through the links, Esc back to an empty box.
  function move(event) {
    const stops = [input, ...panel.querySelectorAll("a, button")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = stops.indexOf(document.activeElement);
    if (event.key === "Escape" && !panel.hidden) {
      event.preventDefault();
      clear();
      input.focus();
    } else if (step && at >= 0 && stops[at + step]) {
      event.preventDefault();
      stops[at + step].focus();
    }
  }
  input.addEventListener("keydown", move);
  panel.addEventListener("keydown", move);

  // A result on this page: the panel would hide it.
  panel.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link && link.getAttribute("href").startsWith("#")) clear();
  });
  self.addEventListener("pagehide", clear);

  if (document.activeElement === input || form.action === location.href.split(/[?#]/)[0]) start();
})();
