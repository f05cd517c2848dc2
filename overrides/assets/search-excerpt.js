// The words around a match, as the page writes them: pieces of text, each marked or not. Pure; the page makes elements of them.
(function () {
  "use strict";
  const { BREAK, STOP } = self.canllaw.marks;
  const WIDTH = 30; // words and marks shown
  const LEAD = 8; // how far back the start of a sentence is looked for
  const STRUCTURE = 5; // the first marks of an index are its structure, not text
  const NO_SPACE_AFTER = /^[([{\u201c\u2018\u00ab\u00a3\u20ac$/@]$/;
  const NO_SPACE_BEFORE = /^[)\]}\u201d\u2019\u00bb.,;:?!\u2026%/]$/;
  const ENDS = /[.?!]$/;

  // Tokens from one place to another as pieces; a capital where a sentence begins, since the index writes it small.
  function pieces(index, from, to, marked, begins = true) {
    const found = [];
    let glued = true;
    for (let at = from; at < to; at += 1) {
      const word = index.text[at];
      if (word < STRUCTURE) {
        if (word === STOP) found.push({ text: ".", mark: false });
        else if (found.length && at + 1 < to && !/[.?!:]$/.test(found[found.length - 1].text)) found.push({ text: " \u00b7", mark: false });
        begins = true;
        continue;
      }
      let text = index.shown[word];
      const isMark = !index.termsOf[word].length;
      if (begins && !isMark) {
        text = text[0].toUpperCase() + text.slice(1);
        begins = false;
      }
      if (ENDS.test(text)) begins = true;
      if (!glued && !(isMark && NO_SPACE_BEFORE.test(text))) found.push({ text: " ", mark: false });
      found.push({ text, mark: isMarked(index, at, marked) });
      glued = isMark && NO_SPACE_AFTER.test(text);
    }
    return found;
  }

  function isMarked(index, at, { terms, places }) {
    return places.has(at) || index.termsOf[index.text[at]].some((term) => terms.has(term));
  }

  function heading(index, section, marked) {
    const one = index.sections[section];
    return pieces(index, one.start, one.body - 1, marked);
  }

  function title(index, page, marked) {
    return pieces(index, index.pages[page].title, index.pages[page].titleEnd, marked);
  }

  // Of a section's text, the run that holds most of what was looked for; of a page found by words alone, its description.
  function excerpt(index, section, marked) {
    const one = index.sections[section], page = index.pages[one.page];
    if (page.summary !== undefined) return pieces(index, page.summary, page.summaryEnd, marked);
    // A section that has only helplines' cards to show: whose they are.
    if (one.body >= one.shown) {
      const cards = [...index.shownIn].filter(([, sections]) => sections.includes(section)).map(([card]) => heading(index, card, marked));
      return cards.flatMap((name, at) => (at ? [{ text: " \u00b7 ", mark: false }, ...name] : name));
    }
    let best = one.body, most = 0;
    const seen = [];
    for (let at = one.body; at < one.shown; at += 1) {
      if (!isMarked(index, at, marked)) continue;
      seen.push([at, index.termsOf[index.text[at]].find((term) => marked.terms.has(term))]);
      while (at - seen[0][0] >= WIDTH - LEAD) seen.shift();
      // Different words count, not the same one again and again.
      const value = new Set(seen.map(([, term]) => term)).size;
      if (value > most) [most, best] = [value, seen[0][0]];
    }
    const starts = (at) => at === one.body || [BREAK, STOP].includes(index.text[at - 1]) || ENDS.test(index.shown[index.text[at - 1]]);
    let from = best;
    while (from > Math.max(one.body, best - LEAD) && !starts(from)) from -= 1;
    const whole = starts(from);
    while (!whole && from < best && !index.termsOf[index.text[from]].length) from += 1;
    const to = Math.min(one.shown, from + WIDTH);
    const found = pieces(index, from, to, marked, whole);
    if (!whole && found.length) found.unshift({ text: "\u2026 ", mark: false });
    const ended = found.length && ENDS.test(found[found.length - 1].text);
    if (found.length && !ended) found.push({ text: to < one.shown ? " \u2026" : ".", mark: false });
    return found;
  }

  self.canllaw = Object.assign(self.canllaw || {}, { heading, title, excerpt });
})();
