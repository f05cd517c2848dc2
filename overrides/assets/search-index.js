// The index as canllaw.search.index writes it, made ready: the guide's text as numbers of words, and where each word stands.
// The work is done in slices, so that the page never stops answering.
(function () {
  "use strict";
  const SLICE = 12; // milliseconds, a fraction of what a slow phone may take over a frame
  const BREAK = 0, STOP = 1, HEAD = 2, SECTION = 3, PAGE = 4; // the first of an index's marks

  function add(map, key, value) {
    const found = map.get(key);
    if (found) found.push(value);
    else map.set(key, [value]);
  }

  // Each step below is a generator that may be left at any `yield` and gone on with later.
  function* steps(code, data, words, tables, index) {
    const { frontCoded, numbers, decoded } = self.canllaw.packing(tables.packing);
    const marks = data.marks.length;
    const shown = (index.shown = [...data.marks]);
    for (const list of data.words) for (const word of frontCoded(list)) shown.push(word);
    yield;

    // The terms that displayed words are found by, in the order they come up: as canllaw.search.index.terms_of.
    const numberOf = (index.numberOf = new Map());
    const terms = (index.terms = []);
    const termsOf = (index.termsOf = shown.map(() => []));
    function numberFor(term) {
      let number = numberOf.get(term);
      if (number === undefined) {
        numberOf.set(term, (number = terms.length));
        terms.push(term);
      }
      return number;
    }
    for (let word = marks; word < shown.length; word += 1) {
      for (const one of self.canllaw.words(shown[word])) {
        termsOf[word].push(numberFor(words.term(one)));
      }
      if (word % 200 === 0) yield;
    }

    const own = terms.length; // of these the index says more; the rest only other names have
    index.namesFrom = new Map();
    // Names for one thing, as rows of terms, by their first term; those of the other languages too.
    index.names = [];
    for (const [group, byLanguage] of tables.names.entries()) {
      const names = [];
      for (const [language, listed] of Object.entries(byLanguage)) {
        for (const name of listed) {
          const row = self.canllaw.words(name).map((word) => numberFor(words.term(word)));
          names.push({ terms: row, own: language === code, group });
          if (row.length) add(index.namesFrom, row[0], names[names.length - 1]);
        }
      }
      index.names.push({ names, about: tables.about[group] || [] });
      if (group % 20 === 0) yield;
    }

    // The text, its pages and sections.
    const text = (index.text = new Uint32Array(data.text.length + data.bagged.length));
    const pages = (index.pages = data.pages.map((address) => ({ address, part: 1 })));
    // Pages that explain words, or the guide itself, come after those that say what to do.
    for (const number of data.bags) pages[number].part = 0.8;
    for (const number of data.lesser) pages[number].part = 0.45;
    const sections = (index.sections = []);
    const anchors = tables.anchors.split(" ");
    const bags = new Set(data.bags);
    const bagged = numbers(data.bagged);
    index.shownIn = new Map();
    for (const [section, cards] of tables.shows) for (const card of cards) add(index.shownIn, card, section);
    let length = 0, page = 0, state = 0;
    pages[0].title = 0;
    const open = () => sections.push({ page, anchor: anchors[sections.length], start: length, body: 0, shown: 0, end: 0 });
    const shut = (last) => {
      last.end = length - 1;
      last.shown = last.shown || last.end;
    };
    for (const word of decoded(data.text, data.digits)) {
      text[length] = word;
      length += 1;
      const last = sections[sections.length - 1];
      if (word === HEAD && state < 2) {
        // After the title, for a page found by words also after its description, the first section opens.
        if (state === 0) pages[page].titleEnd = length - 1;
        else pages[page].summaryEnd = length - 1;
        if (state === 0 && bags.has(page)) {
          state = 1;
          pages[page].summary = length;
        } else {
          state = 2;
          pages[page].first = sections.length;
          open();
        }
      } else if (word === HEAD && !last.body) {
        last.body = length;
        // Of a page found by words, each word of the section once.
        for (let left = bags.has(page) ? bagged.next().value : 0, number = 0; left; left -= 1) {
          text[length] = number += bagged.next().value;
          length += 1;
        }
      }
      else if (word === HEAD) last.shown = length - 1;
      else if (word === SECTION) {
        shut(last);
        open();
      } else if (word === PAGE) {
        shut(last);
        page += 1;
        state = 0;
        if (pages[page]) pages[page].title = length;
      }
      if (length % 2000 === 0) yield;
    }
    index.length = length;
    index.bodyOf = Uint32Array.from(sections, (one) => one.body);
    index.shownOf = Uint32Array.from(sections, (one) => one.shown);

    // Where each term stands: first how often, then each place with its section.
    const starts = (index.starts = new Uint32Array(terms.length + 1));
    for (let at = 0; at < length; at += 1) {
      for (const term of termsOf[text[at]]) starts[term + 1] += 1;
      if (at % 5000 === 0) yield;
    }
    for (let term = 0; term < terms.length; term += 1) starts[term + 1] += starts[term];
    const places = (index.places = new Uint32Array(starts[terms.length]));
    const inSection = (index.inSection = new Uint32Array(places.length));
    const next = starts.slice();
    let section = 0;
    for (let at = 0; at < length; at += 1) {
      // A page's title and summary belong to its first section.
      while (section + 1 < sections.length && at >= sectionStart(section + 1)) section += 1;
      for (const term of termsOf[text[at]]) {
        places[next[term]] = at;
        inSection[next[term]] = section;
        next[term] += 1;
      }
      if (at % 5000 === 0) yield;
    }
    function sectionStart(number) {
      const one = sections[number];
      return pages[one.page].first === number ? pages[one.page].title : one.start;
    }

    // Second keys: without accents, without hyphens, by parts; and the groups of forms of one word.
    index.folded = new Map();
    index.joined = new Map();
    index.wholes = new Map();
    for (let term = 0; term < terms.length; term += 1) {
      add(index.folded, self.canllaw.fold(terms[term]), term);
      if (/['-]/.test(terms[term])) add(index.joined, self.canllaw.fold(terms[term].replace(/['-]/g, "")), term);
      for (const part of words.parts(terms[term])) add(index.wholes, self.canllaw.fold(part), term);
      if (term % 500 === 0) yield;
    }
    index.sorted = [...index.folded.keys()].sort();
    yield;
    index.groupsOf = terms.map(() => []);
    index.groups = [];
    let left = -1, value = 0, first = 0, group = [];
    for (const number of numbers(data.groups)) {
      if (left < 0) {
        left = number;
        value = first;
        group = [];
        index.groups.push(group);
        continue;
      }
      value += number;
      if (!group.length) first = value;
      group.push(value);
      index.groupsOf[value].push(index.groups.length - 1);
      left -= 1;
      if (left === 0) left = -1;
      if (group.length === 1 && index.groups.length % 500 === 0) yield;
    }

    index.ready = true;
    yield;

    // Last, for words the guide does not use: what each term may be a form of, as far as the dictionary allowed.
    const byKey = (index.byKey = { listed: new Map(), forms: new Map(), strong: new Map() });
    index.rows = new Map();
    for (const row of tables.tables[code].irregular) {
      const forms = row.split(" ");
      for (const form of forms) add(index.rows, self.canllaw.fold(form), forms);
    }
    for (let term = 0; term < own; term += 1) {
      const flags = data.flags.charCodeAt(term) - 48;
      for (const radical of flags ? words.radicals(terms[term]) : []) {
        const keys = words.keys(radical);
        if (flags & 1) for (const key of keys.listed) add(byKey.listed, key, term);
        if (flags & 2) for (const key of keys.nouns) add(byKey.forms, key, term);
        if (flags & 4) {
          for (const key of keys.strong) {
            add(byKey.forms, key, term);
            add(byKey.strong, key, term);
          }
          for (const key of keys.weak) add(byKey.forms, key, term);
        }
      }
      if (term % 50 === 0) yield;
    }
    index.complete = true;
  }

  // Make an index ready; `changed` is called when it can be searched, and again when it knows all it will know.
  function unpack(code, data, words, tables, changed) {
    const index = { ready: false, complete: false };
    const work = steps(code, data, words, tables, index);
    (function slice() {
      const end = performance.now() + SLICE;
      const before = index.ready;
      while (performance.now() < end) {
        if (work.next().done) return changed(index);
        if (index.ready !== before) {
          changed(index);
          break;
        }
      }
      setTimeout(slice, 0);
    })();
  }

  self.canllaw = Object.assign(self.canllaw || {}, { unpack, marks: { BREAK, STOP, HEAD, SECTION, PAGE } });
})();
