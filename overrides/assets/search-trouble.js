// Whether a query says that somebody is in trouble, by the reviewed list of data/search.yml. Pure.
(function () {
  "use strict";
  const LONGEST_QUERY = 300; // characters that are looked at
  const MOST_WORDS = 40;
  let patterns = null;

  // Each phrase as items, each item as alternatives: a word, or the beginning of one.
  function read(trouble) {
    const bare = (text) => self.canllaw.fold(self.canllaw.normal(text));
    const alternative = (text) => (text.endsWith("*") ? { start: bare(text.slice(0, -1)) } : { word: bare(text) });
    return trouble.map((entry) => ({
      entry,
      languages: Object.entries(entry.words).map(([code, phrases]) => ({
        code,
        phrases: phrases.map((phrase) => phrase.split(" ").map((item) => item.split("/").map(alternative))),
      })),
    }));
  }

  // The entries of which one phrase, in any language, is in the query: every item of it, in any order. `wordsOf` gives
  // the words of a language, so that a mutated word is known as well.
  function troubles(tables, wordsOf, query) {
    patterns = patterns || read(tables.trouble);
    const typed = self.canllaw.words(query.slice(0, LONGEST_QUERY)).slice(0, MOST_WORDS);
    const forms = new Map(Object.keys(tables.tables).map((code) => {
      const words = wordsOf(code);
      return [code, typed.flatMap((word) => [word, words.term(word), ...words.radicals(words.term(word))].map(self.canllaw.fold))];
    }));
    const says = (code) => (item) =>
      item.some(({ start, word }) => forms.get(code).some((form) => (word === undefined ? form.startsWith(start) : form === word)));
    const found = patterns.filter(({ languages }) => languages.some(({ code, phrases }) => phrases.some((phrase) => phrase.every(says(code)))));
    return found.map(({ entry }) => entry);
  }

  self.canllaw = Object.assign(self.canllaw || {}, { troubles });
})();
