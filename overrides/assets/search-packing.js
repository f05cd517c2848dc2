// Small ways to write much, read again: canllaw.search.packing writes what these read, and says with which signs.
(function () {
  "use strict";

  function packing({ digits, steps, small }) {
    const base = digits.length;
    const valueOf = new Uint8Array(128);
    [...digits].forEach((digit, value) => (valueOf[digit.charCodeAt(0)] = value));

    // Sorted words, each as how many letters it shares with the one before, then the others.
    function* frontCoded(text) {
      let word = "", at = 0;
      while (at < text.length) {
        let end = at + 1;
        while (end < text.length && !steps.includes(text[end])) end += 1;
        word = word.slice(0, steps.indexOf(text[at])) + text.slice(at + 1, end);
        yield word;
        at = end;
      }
    }

    function* numbers(text) {
      for (let at = 0; at < text.length; at += 1) {
        const first = valueOf[text.charCodeAt(at)];
        if (first < small) yield first;
        else if (first < base - 1) yield small + (first - small) * base + valueOf[text.charCodeAt(++at)];
        else {
          let value = 0;
          for (let count = 0; count < 4; count += 1) value = value * base + valueOf[text.charCodeAt(++at)];
          yield value;
        }
      }
    }

    function* decoded(text, [ones, twos]) {
      for (let at = 0; at < text.length; at += 1) {
        const first = valueOf[text.charCodeAt(at)];
        if (first < ones) yield first;
        else if (first < ones + twos) yield ones + (first - ones) * base + valueOf[text.charCodeAt(++at)];
        else yield ones + (twos + (first - ones - twos) * base + valueOf[text.charCodeAt(++at)]) * base + valueOf[text.charCodeAt(++at)];
      }
    }

    return { frontCoded, numbers, decoded };
  }

  self.canllaw = Object.assign(self.canllaw || {}, { packing });
})();
