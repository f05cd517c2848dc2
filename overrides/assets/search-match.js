// Which terms of the guide each word of a query may be, and how surely. Pure: an index, the words of its language, a query.
(function () {
  "use strict";
  const LONGEST_QUERY = 300; // characters of a query that are looked at
  const MOST_WORDS = 16;
  const MOST_COMPLETIONS = 120;
  const MOST_PLACES = 20000; // of all completions together
  const SHORTEST_FUZZY = 5; // letters
  // How sure a match is, best first; multiplied by where it stands.
  const SURE = { exact: 1, folded: 0.95, joined: 0.95, sibling: 0.9, lemma: 0.72, ruled: 0.6, name: 0.55, prefix: 0.5, part: 0.3, near: 0.3 };

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

  function misspelt(index, words, word, weights) {
    const bare = self.canllaw.fold(word);
    if (bare.length < SHORTEST_FUZZY || /\d/.test(bare)) return;
    const found = new Map();
    for (const [folded, terms] of index.folded) {
      if (folded.length >= SHORTEST_FUZZY - 1 && self.canllaw.near(bare, folded)) for (const term of terms) found.set(term, SURE.near);
    }
    if (!found.size) {
      const radicals = [...words.radicals(bare)];
      for (const [folded, terms] of index.folded) {
        if (radicals.some((radical) => self.canllaw.near(radical, folded))) for (const term of terms) found.set(term, SURE.near * 0.9);
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
      // A word that only another name for something has stands nowhere in the guide.
      if (!count(index, one)) ruled(index, words, one.word, one.weights);
      one.found = count(index, one) > 0;
      for (const term of index.wholes.get(self.canllaw.fold(one.word)) || []) put(one.weights, term, SURE.part);
      if (open && at === slots.length - 1) completed(index, words, one.word, one.weights);
      if (!one.weights.size) {
        misspelt(index, words, one.word, one.weights);
        one.near = one.weights.size > 0;
      }
    });
    return slots;
  }

  // A word in every mutation the guide has of it, and if asked in every other form.
  function formsOf(index, words, word, all) {
    const weights = new Map();
    const sure = same(index, words, word, weights);
    if (all) spread(index, sure, weights, SURE.lemma);
    return new Set(weights.keys());
  }

  // How often the guide has a word, in forms that leave little doubt.
  function count(index, { weights }) {
    let sum = 0;
    for (const [term, sure] of weights) if (sure >= SURE.ruled) sum += often(index, term);
    return sum;
  }

  self.canllaw = Object.assign(self.canllaw || {}, { match, formsOf, count, often, SURE });
})();
