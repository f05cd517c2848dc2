// The search of an edition that is one file: its data stand in the page, packed, and its places are anchors of the page.
(function () {
  "use strict";

  // Two signs are 13 bits: canllaw.editions.signs.
  function read(signs, size) {
    const bytes = new Uint8Array(size);
    const value = (at) => signs.charCodeAt(at) - (signs[at] > "<" ? 36 : 35);
    let held = 0, bits = 0, length = 0;
    for (let at = 0; at < signs.length; at += 2) {
      held = (held << 13) | (value(at) * 91 + value(at + 1));
      for (bits += 13; bits >= 8 && length < size; length += 1) {
        bits -= 8;
        bytes[length] = held >> bits;
        held &= (1 << bits) - 1;
      }
    }
    return bytes;
  }

  async function unpacked(element) {
    const bytes = read(element.textContent, Number(element.dataset.size));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return JSON.parse(await new Response(stream).text());
  }

  // What search.js would otherwise fetch by these names.
  async function inlined(names) {
    for (const name of names) {
      const element = document.getElementById(name);
      if (!element) continue;
      const data = await unpacked(element);
      if (element.dataset.code) self.canllawIndex(element.dataset.code, data);
      else self.canllawTables(data);
    }
  }

  // A part, or an anchor in it: ids carry their part's.
  const place = (part, anchor) => "#" + part + (anchor ? "-" + anchor : "");

  self.canllaw = Object.assign(self.canllaw || {}, { inlined, place });
})();
