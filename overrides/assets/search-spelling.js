// Words that are nearly another: one slip of the keyboard, or a word the guide has that is not far from one it lacks. Pure.
(function () {
  "use strict";

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

  // What the guide has that is nearest to a word it lacks; nothing where nothing is near.
  function suggestion(index, word) {
    const bare = self.canllaw.fold(word);
    let best = null;
    for (const [folded, terms] of bare.length < 4 ? [] : index.folded) {
      const far = distance(bare, folded, 2);
      if (far <= 2 && far < bare.length / 3) {
        const value = [far, -self.canllaw.often(index, terms[0])];
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

  self.canllaw = Object.assign(self.canllaw || {}, { near, suggestion });
})();
