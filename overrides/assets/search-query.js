// What a reader typed to the pages that answer it. Pure: an index, the words of its language and a query in, results out.
(function () {
  "use strict";
  const LONGEST_QUERY = 300; // characters of a query that are looked at
  const MOST_WORDS = 16;
  const MOST_COMPLETIONS = 120;
  const MOST_PLACES = 20000; // of all completions together
  const LOOKED_AT = 300; // sections whose words are looked at side by side
  const LONG_NUMBER = /^\d{5,}$/;
  const SHORTEST_FUZZY = 5; // letters
  // How sure a match is, best first; multiplied by where it stands.
  const SURE = { exact: 1, folded: 0.95, joined: 0.95, sibling: 0.9, lemma: 0.72, ruled: 0.6, name: 0.55, prefix: 0.5, part: 0.3, near: 0.3 };
  const FIELD = { title: 9, heading: 5, number: 5, summary: 2, body: 1, detail: 0.4 };
  const ABOUT = 3;
  const COMMON = 0.006; // of all words of the guide
  const RARE = 2; // times a word stands in the guide

  // One word of the query: `weights` says how surely each term is it.
  function slot(word) {
    return { word, weights: new Map(), found: false, named: false, near: false };
  }

  function put(weights, term, sure) {
    if ((weights.get(term) || 0) < sure) weights.set(term, sure);
  }

  // Terms that are the word itself, in any of its spellings and mutations.
  function same(index, words, word, weights) {
    const exact = index.numberOf.get(word);
    if (exact !== undefined) put(weights, exact, SURE.exact);
    const folded = self.canllaw.fold(word);
    // Whoever types an accent means it, where the accented word exists.
    const loose = exact === undefined || folded === word;
    for (const term of loose ? index.folded.get(folded) || [] : []) put(weights, term, SURE.folded);
    const plain = folded.replace(/['-]/g, "");
    for (const term of index.joined.get(plain) || []) put(weights, term, SURE.joined);
    if (plain !== folded) for (const term of index.folded.get(plain) || []) put(weights, term, SURE.joined);
    const surest = new Map(weights);
    for (const sibling of words.siblings(word)) {
      const term = index.numberOf.get(sibling);
      if (term !== undefined) put(weights, term, SURE.sibling);
      if (!loose) continue;
      const bare = self.canllaw.fold(sibling);
      for (const one of index.folded.get(bare) || []) put(weights, one, SURE.sibling * SURE.folded);
      for (const one of index.joined.get(bare.replace(/['-]/g, "")) || []) put(weights, one, SURE.sibling * SURE.folded);
    }
    return surest.size ? surest : new Map(weights);
  }

  function spread(index, from, weights, sure) {
    for (const term of from.keys()) {
      for (const group of index.groupsOf[term]) for (const one of index.groups[group]) put(weights, one, sure);
    }
  }

  // A word the guide does not use in any form the dictionary joined: by irregular rows, then by endings.
  function ruled(index, words, word, weights) {
    if (!index.complete) return;
    const found = new Map();
    for (const radical of words.radicals(word)) {
      for (const row of index.rows.get(self.canllaw.fold(radical)) || []) {
        for (const form of row) for (const one of words.forms(form)) if (index.numberOf.has(one)) found.set(index.numberOf.get(one), 1);
      }
    }
    for (const candidates of [[word], words.radicals(word)]) {
      if (!found.size) byRules(index, words, candidates, found);
    }
    for (const term of found.keys()) put(weights, term, SURE.ruled);
    spread(index, found, weights, SURE.ruled);
  }

  function byRules(index, words, candidates, found) {
    const keys = [...candidates].map(words.keys);
    const meet = (kinds, map) => {
      for (const one of keys) for (const kind of kinds) for (const key of one[kind]) for (const term of map.get(key) || []) found.set(term, 1);
    };
    meet(["nouns", "strong"], index.byKey.listed);
    meet(["listed"], index.byKey.forms);
    if (!found.size) meet(["strong"], index.byKey.strong);
    if (!found.size) {
      meet(["weak"], index.byKey.listed);
      meet(["weak"], index.byKey.strong);
    }
  }

  function often(index, term) {
    return index.starts[term + 1] - index.starts[term];
  }

  function completed(index, words, word, weights) {
    const bare = self.canllaw.fold(word);
    const starts = [...words.radicals(bare)].concat(bare.length > 2 ? [...words.siblings(bare)] : []);
    const found = new Map();
    for (const start of starts) {
      if (start.length < Math.min(2, bare.length)) continue;
      for (let at = from(index.sorted, start); at < index.sorted.length && index.sorted[at].startsWith(start); at += 1) {
        const folded = index.sorted[at];
        for (const term of index.folded.get(folded)) if (!found.has(term)) found.set(term, [start === bare ? 1 : 0.8, folded.length]);
      }
    }
    const ranked = [...found].sort((one, two) => two[1][0] - one[1][0] || often(index, two[0]) - often(index, one[0]));
    // What is a word already is less likely to be the start of another.
    const open = weights.size ? 0.5 : 1;
    let left = MOST_PLACES;
    for (const [term, [part, length]] of ranked.slice(0, MOST_COMPLETIONS)) {
      left -= often(index, term);
      if (left < 0) break;
      put(weights, term, open * SURE.prefix * part * (0.5 + (0.5 * bare.length) / length));
    }
  }

  // Where in a sorted list the words begin that start with this or come after it.
  function from(sorted, start) {
    let low = 0, high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  // Whether two words differ by at most one letter left out, put in or changed, or two swapped.
  function near(one, two) {
    if (Math.abs(one.length - two.length) > 1) return false;
    let start = 0;
    while (start < one.length && start < two.length && one[start] === two[start]) start += 1;
    let end = 0;
    while (end < one.length - start && end < two.length - start && one[one.length - 1 - end] === two[two.length - 1 - end]) end += 1;
    const a = one.slice(start, one.length - end), b = two.slice(start, two.length - end);
    return (a.length <= 1 && b.length <= 1) || (a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0]);
  }

  function misspelt(index, words, word, weights) {
    const bare = self.canllaw.fold(word);
    if (bare.length < SHORTEST_FUZZY || /\d/.test(bare)) return;
    const found = new Map();
    for (const [folded, terms] of index.folded) {
      if (folded.length >= SHORTEST_FUZZY - 1 && near(bare, folded)) for (const term of terms) found.set(term, SURE.near);
    }
    if (!found.size) {
      const radicals = [...words.radicals(bare)];
      for (const [folded, terms] of index.folded) {
        if (radicals.some((radical) => near(radical, folded))) for (const term of terms) found.set(term, SURE.near * 0.9);
      }
    }
    for (const [term, sure] of found) put(weights, term, sure);
    spread(index, found, weights, SURE.near * 0.8);
  }

  // The words of a query, with "s.130" read as "section 130" and words that are written together elsewhere put together.
  function read(index, words, query) {
    const found = self.canllaw.words(query.slice(0, LONGEST_QUERY)).slice(0, MOST_WORDS);
    const split = found.flatMap((word) => {
      const match = /^([a-z]+)(\d\S*)$/.exec(word);
      return match && words.short[match[1]] && !index.numberOf.has(word) ? [match[1], match[2]] : [word];
    });
    const typed = split.map((word, at) => (words.short[word] && /^\d/.test(split[at + 1] || "") ? words.short[word] : words.term(word)));
    const slots = [];
    for (let at = 0; at < typed.length; at += 1) {
      let run = 1;
      // Digits in groups: the longest run that is one number.
      for (let end = typed.length; end > at + 1; end -= 1) {
        const together = typed.slice(at, end);
        if (together.every((one) => /^\d+$/.test(one)) && index.numberOf.has(together.join(""))) {
          run = end - at;
          break;
        }
      }
      if (run === 1 && at + 1 < typed.length) {
        for (const pair of [typed[at] + "-" + typed[at + 1], typed[at] + typed[at + 1]]) {
          if (run === 1 && same(index, words, pair, new Map()).size) {
            slots.push(slot(pair));
            run = 2;
          }
        }
        if (run === 2) {
          at += 1;
          continue;
        }
      }
      slots.push(slot(typed.slice(at, at + run).join("")));
      at += run - 1;
    }
    return slots;
  }

  function match(index, words, query) {
    const slots = read(index, words, query);
    const open = /[\p{L}\p{N}]$/u.test(query);
    slots.forEach((one, at) => {
      const sure = same(index, words, one.word, one.weights);
      spread(index, sure, one.weights, SURE.lemma);
      if (!one.weights.size) ruled(index, words, one.word, one.weights);
      one.found = one.weights.size > 0;
      for (const term of index.wholes.get(self.canllaw.fold(one.word)) || []) put(one.weights, term, SURE.part);
      if (open && at === slots.length - 1) completed(index, words, one.word, one.weights);
      if (!one.weights.size) {
        misspelt(index, words, one.word, one.weights);
        one.near = one.weights.size > 0;
      }
    });
    return slots;
  }

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

  // Every place where the terms stand one after another.
  function* phrase(index, terms) {
    const rarest = terms.reduce((best, term, at) => (often(index, term) < often(index, terms[best]) ? at : best), 0);
    for (let at = index.starts[terms[rarest]]; at < index.starts[terms[rarest] + 1]; at += 1) {
      const place = index.places[at] - rarest;
      if (place >= 0 && terms.every((term, offset) => index.termsOf[index.text[place + offset]]?.includes(term))) yield [place, index.inSection[at]];
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
        for (const [place, section] of phrase(index, other.terms)) {
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
    const slots = match(index, words, query);
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

  function count(index, { weights }) {
    let sum = 0;
    for (const [term, sure] of weights) if (sure >= SURE.ruled) sum += often(index, term);
    return sum;
  }

  // What the guide has that is nearest to a word it lacks; nothing where nothing is near.
  function suggestion(index, word) {
    const bare = self.canllaw.fold(word);
    let best = null;
    for (const [folded, terms] of bare.length < 4 ? [] : index.folded) {
      const far = distance(bare, folded, 2);
      if (far <= 2 && far < bare.length / 3) {
        const value = [far, -often(index, terms[0])];
        if (!best || value[0] < best.value[0] || (value[0] === best.value[0] && value[1] < best.value[1])) best = { value, term: terms[0] };
      }
    }
    return best && index.terms[best.term];
  }

  function distance(one, two, most) {
    if (Math.abs(one.length - two.length) > most) return most + 1;
    let row = [...two].map((_, at) => at + 1);
    row.unshift(0);
    for (let at = 1; at <= one.length; at += 1) {
      const next = [at];
      for (let to = 1; to <= two.length; to += 1) next.push(Math.min(row[to] + 1, next[to - 1] + 1, row[to - 1] + (one[at - 1] === two[to - 1] ? 0 : 1)));
      if (Math.min(...next) > most) return most + 1;
      row = next;
    }
    return row[two.length];
  }

  self.canllaw = Object.assign(self.canllaw || {}, { search, match, suggestion });
})();
