// When two words are one. Driven by the tables that canllaw.search.tables hands over; canllaw/search/analysis.py and
// tokens.py say the same in Python, and tests hold both to the same answers.
(function () {
  "use strict";
  const UNSEEN = /[\u00ad\u034f\u200b-\u200d]/g;
  const APOSTROPHES = /[\u2019\u2018\u02bc\u00b4`]/g;
  const HYPHENS = /[\u2010\u2011]/g;
  // \p{L}\p{N} and never \w, which cuts ŵ and ŷ off.
  const WORD = /[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu;
  const ACCENTS = /[\u0300-\u036f]/g;

  const normal = (text) => text.replace(UNSEEN, "").replace(APOSTROPHES, "'").replace(HYPHENS, "-").normalize("NFC").toLowerCase();
  const words = (text) => normal(text).match(WORD) || [];
  const fold = (word) => word.normalize("NFD").replace(ACCENTS, "").normalize("NFC");

  function language(table) {
    const inverse = new Map();
    const dropped = new Set();
    for (const change of table.mutations) {
      for (const [radical, mutated] of Object.entries(change)) {
        if (!mutated) dropped.add(radical);
        else inverse.set(mutated, [...(inverse.get(mutated) || []), radical]);
      }
    }
    const stems = new Map(Object.entries(table.stems));
    const isVowel = (letter) => letter !== undefined && table.vowels.includes(letter) && letter !== "";
    const sounds = (stem) => [...stem].some(isVowel);
    const initial = (word) => table.initials.find((letter) => word.startsWith(letter)) || word.slice(0, 1);

    function term(word) {
      const after = table.after.find((clitic) => word.endsWith(clitic) && word.length > clitic.length);
      if (after) word = word.slice(0, -after.length);
      const before = table.before.find((clitic) => word.startsWith(clitic) && word.length > clitic.length);
      return before ? word.slice(before.length) : word;
    }

    function forms(radical) {
      const first = initial(radical);
      const found = new Set([radical]);
      for (const change of table.mutations) {
        if (first in change) found.add(change[first] + radical.slice(first.length));
      }
      if (table.breath && isVowel(radical[0])) found.add(table.breath + radical);
      found.delete("");
      return found;
    }

    function radicals(word) {
      const first = initial(word);
      const found = new Set([word]);
      for (const radical of inverse.get(first) || []) found.add(radical + word.slice(first.length));
      if (isVowel(word[0]) || first === "l" || first === "r" || first === "n") for (const letter of dropped) found.add(letter + word);
      if (table.breath && word[0] === table.breath && isVowel(word[1])) found.add(word.slice(1));
      return found;
    }

    function siblings(word) {
      const found = new Set();
      for (const radical of radicals(word)) for (const form of forms(radical)) found.add(form);
      return found;
    }

    // The stem, and the stem with its last vowel as it may have been before an ending changed it.
    function changed(stem, vowels) {
      let end = stem.length;
      while (end && !isVowel(stem[end - 1])) end -= 1;
      const found = [stem];
      for (const [now, before] of vowels) {
        if (stem.slice(0, end).endsWith(now)) found.push(stem.slice(0, end - now.length) + before + stem.slice(end));
      }
      return found;
    }

    function cut(word, endings, vowels, shortest) {
      const found = new Set();
      for (const [ending, instead, changes] of endings) {
        if (!word.endsWith(ending)) continue;
        const stem = word.slice(0, word.length - ending.length);
        if (stem.length < shortest || !sounds(stem)) continue;
        for (const one of changes ? changed(stem, vowels) : [stem]) found.add(one + instead);
      }
      return found;
    }

    function trimmed(stem) {
      for (const [ending, instead] of table.trim) {
        if (stem.endsWith(ending) && stem.length > ending.length + 1) stem = stem.slice(0, -ending.length) + instead;
      }
      return stem;
    }

    // What one radical may be a form of: see canllaw.search.analysis.Keys.
    function keys(radical) {
      const folded = fold(radical);
      const listed = new Set(["n:" + folded]);
      for (const [ending, instead] of table.base) {
        const stem = folded.slice(0, folded.length - ending.length);
        if (folded.endsWith(ending) && stem.length >= table.shortestStem && sounds(stem)) listed.add("v:" + trimmed(stem + instead));
      }
      if (stems.has(radical)) listed.add("v:" + trimmed(stems.get(radical)));
      const nouns = new Set([...cut(radical, table.nouns, table.nounVowels, table.shortestStem)].map((one) => "n:" + fold(one)));
      const verbs = (endings, shortest) => new Set([...cut(folded, endings, table.verbVowels, shortest)].map((one) => "v:" + trimmed(one)));
      const strong = verbs(table.strong, table.shortestStem);
      return { listed, nouns, strong, weak: verbs(table.weak, table.shortestWeakStem) };
    }

    const parts = (one) => (one.includes("-") ? one.split("-").filter((part) => part.length > 1) : []);
    return { term, parts, forms, radicals, siblings, keys, short: table.short };
  }

  self.canllaw = Object.assign(self.canllaw || {}, { normal, words, fold, language });
})();
