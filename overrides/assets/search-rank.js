// What a reader typed to the pages that answer it, best first. Pure: an index, the words of its language and a query in,
// results out.
(function () {
  "use strict";
  const { SURE, often, count } = self.canllaw;
  const LOOKED_AT = 300; // sections whose words are looked at side by side
  const LONG_NUMBER = /^\d{5,}$/;
  const FIELD = { title: 9, heading: 5, number: 5, summary: 2, body: 1, detail: 0.4 };
  const ABOUT = 3;
  const COMMON = 0.006; // of all words of the guide
  const RARE = 2; // times a word stands in the guide

  // Which names of things the query holds: their groups, and the slots that say them.
  function named(index, slots) {
    const found = new Map();
    slots.forEach((first, at) => {
      for (const [term, sure] of first.weights) {
        for (const name of index.namesFrom.get(term) || []) {
          const run = slots.slice(at, at + name.terms.length);
          const least = Math.min(...name.terms.map((one, offset) => (run[offset] ? run[offset].weights.get(one) || 0 : 0)));
          if (least < (run.some((one) => one.near) ? SURE.near : SURE.ruled)) continue;
          const before = found.get(name.group);
          const strength = least * Math.sqrt(name.terms.length);
          if (!before || before.strength < strength) found.set(name.group, { strength, sure: least, slots: run, name });
        }
      }
    });
    return found;
  }

  // Every place where a name stands, its words one after another, each in any of its forms.
  function* phrase(index, words, name) {
    // Of one word alone only its mutations: its other forms would say something else as often as not.
    name.forms = name.forms || name.terms.map((term) => self.canllaw.formsOf(index, words, index.terms[term], name.terms.length > 1));
    const counts = name.forms.map((terms) => [...terms].reduce((sum, term) => sum + often(index, term), 0));
    const rarest = counts.indexOf(Math.min(...counts));
    for (const term of name.forms[rarest]) {
      for (let at = index.starts[term]; at < index.starts[term + 1]; at += 1) {
        const place = index.places[at] - rarest;
        const stands = (terms, offset) => index.termsOf[index.text[place + offset]]?.some((one) => terms.has(one));
        if (place >= 0 && name.forms.every(stands)) yield [place, index.inSection[at]];
      }
    }
  }

  function fieldOf(index, section, place) {
    if (place >= index.bodyOf[section]) {
      if (place < index.shownOf[section]) return "body";
      // Behind what is shown: a helpline's numbers in one piece, and words of lists of details.
      return LONG_NUMBER.test(index.shown[index.text[place]]) ? "number" : "detail";
    }
    const one = index.sections[section];
    if (place >= one.start) return "heading";
    return place < index.pages[one.page].titleEnd ? "title" : "summary";
  }

  // A word says more of a short title than of a long one.
  function share(index, section, field) {
    if (field !== "title" && field !== "heading") return 1;
    const one = index.sections[section], page = index.pages[one.page];
    const length = field === "title" ? page.titleEnd - page.title : one.body - one.start - 1;
    return Math.min(1, 1.6 / Math.sqrt(length));
  }

  // How well each section answers one word: its best place, and how often.
  function tally(index) {
    return { best: new Float32Array(index.sections.length), count: new Float32Array(index.sections.length), sections: [], titles: new Map() };
  }

  function add(to, section, value, count) {
    if (!to.best[section]) to.sections.push(section);
    if (to.best[section] < value) to.best[section] = value;
    to.count[section] += count;
  }

  function hit(index, to, place, section, sure) {
    const field = fieldOf(index, section, place);
    const value = sure * FIELD[field] * share(index, section, field);
    add(to, section, value, sure);
    // A section that repeats a helpline's card is found by what the card says.
    for (const other of index.shownIn.get(section) || []) add(to, other, sure * FIELD.detail, 0);
    if (field === "title") {
      const page = index.sections[section].page;
      to.titles.set(page, Math.max(to.titles.get(page) || 0, value));
    }
  }

  function score(index, words, slots) {
    const total = index.sections.length;
    const tallies = slots.map(() => tally(index));
    const places = new Set(); // where other names of what the query names stand
    slots.forEach((one, at) => {
      for (const [term, sure] of one.weights) {
        for (let place = index.starts[term]; place < index.starts[term + 1]; place += 1) hit(index, tallies[at], index.places[place], index.inSection[place], sure);
      }
    });
    // Other names of what the query names.
    const groups = named(index, slots);
    for (const [group, { sure, slots: said, name }] of groups) {
      for (const other of index.names[group].names) {
        if (other === name || !other.own) continue;
        for (const [place, section] of phrase(index, words, other)) {
          for (const one of said) hit(index, tallies[slots.indexOf(one)], place, section, SURE.name * sure);
          other.terms.forEach((_, offset) => places.add(place + offset));
        }
      }
      for (const one of said) one.named = true;
    }
    const rarity = tallies.map(({ sections }, at) => (sections.length || slots[at].named ? Math.log(1 + total / Math.max(sections.length, 1)) : 2));
    // The sections a name leads to, the one that says what to do before the one that says what it means.
    const about = new Map();
    for (const [group, { strength, slots: said }] of groups) {
      const telling = said.reduce((sum, one) => sum + rarity[slots.indexOf(one)], 0) / said.length;
      index.names[group].about.forEach((section, at) => {
        about.set(section, Math.max(about.get(section) || 0, ABOUT * strength * telling * (at ? 0.7 : 1)));
      });
    }
    const whole = rarity.reduce((sum, one) => sum + one, 0) || 1;
    const results = new Map();
    const candidates = new Set(about.keys());
    for (const one of tallies) for (const section of one.sections) candidates.add(section);
    for (const section of candidates) {
      const page = index.sections[section].page;
      let sum = about.get(section) || 0, covered = 0;
      const said = new Set();
      for (const [group, { slots: run }] of groups) if (index.names[group].about.includes(section)) run.forEach((one) => said.add(one));
      tallies.forEach(({ best, count, titles }, at) => {
        const title = (titles.get(page) || 0) * 0.45;
        sum += Math.max(best[section] ? best[section] + 0.25 * Math.log(1 + count[section]) : 0, title) * rarity[at];
        if (best[section] || title || said.has(slots[at])) covered += rarity[at];
      });
      results.set(section, sum * (covered / whole) ** 2 * index.pages[page].part);
    }
    if (slots.length > 1) closeness(index, slots, results);
    return { results, groups, places };
  }

  // Words that stand side by side, in the order they were typed, count for more.
  function closeness(index, slots, results) {
    const slotsOf = new Map();
    slots.forEach((one, at) => {
      for (const term of one.weights.keys()) slotsOf.set(term, [...(slotsOf.get(term) || []), at]);
    });
    const best = [...results].sort((one, two) => two[1] - one[1]).slice(0, LOOKED_AT);
    for (const [section, value] of best) {
      const one = index.sections[section], page = index.pages[one.page];
      const last = new Array(slots.length).fill(-9);
      let adjacent = new Set(), nearby = new Set();
      for (let at = page.first === section ? page.title : one.start; at < one.end; at += 1) {
        for (const term of index.termsOf[index.text[at]]) {
          for (const now of slotsOf.get(term) || []) {
            const gap = now ? at - last[now - 1] : 9;
            if (gap === 1) adjacent.add(now);
            else if (gap > 0 && gap <= 3) nearby.add(now);
            last[now] = at;
          }
        }
      }
      const bonus = (0.6 * adjacent.size + 0.3 * [...nearby].filter((now) => !adjacent.has(now)).length) / (slots.length - 1);
      results.set(section, value * (1 + bonus));
    }
  }

  // Best section of each page first; a page with more than one good section a little higher.
  function byPage(index, results) {
    const pages = new Map();
    for (const [section, value] of results) {
      if (!(value > 0)) continue;
      const page = index.sections[section].page;
      const found = pages.get(page);
      if (!found) pages.set(page, { page, section, score: value, second: 0 });
      else if (value > found.score || (value === found.score && section < found.section)) pages.set(page, { page, section, score: value, second: found.score });
      else found.second = Math.max(found.second, value);
    }
    const ranked = [...pages.values()];
    for (const one of ranked) one.score += one.second * 0.1;
    return ranked.sort((one, two) => two.score - one.score || one.page - two.page);
  }

  // Results of a query: `pages` best first, each with its best section; `marked` what to mark; `foreign` whether it holds a
  // name in another language; `unknown` its words that the guide lacks, `rare` those it hardly has.
  function search(index, words, query) {
    const slots = self.canllaw.match(index, words, query);
    const marked = { terms: new Set(), places: new Set() };
    if (!slots.length) return { slots, pages: [], marked, foreign: false, unknown: [], rare: [] };
    const { results, groups, places } = score(index, words, slots);
    // Words that stand everywhere are not marked beside words that tell something.
    const telling = slots.filter((one) => count(index, one) < index.length * COMMON);
    for (const one of telling.length ? telling : slots) {
      for (const [term, sure] of one.weights) if (!one.found || sure > SURE.prefix) marked.terms.add(term);
    }
    marked.places = places;
    const foreign = [...groups.values()].some(({ name }) => !name.own);
    const unknown = slots.filter((one) => !one.found && !one.named);
    const rare = slots.filter((one) => one.found && !one.named && count(index, one) <= RARE);
    return { slots, pages: byPage(index, results), marked, foreign, unknown, rare };
  }

  self.canllaw = Object.assign(self.canllaw || {}, { search });
})();
