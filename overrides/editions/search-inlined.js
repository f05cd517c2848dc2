// The search of an edition that is one file: its data stand in the page, packed, and its places are anchors of the page.
(function () {
  "use strict";

  async function unpacked(element) {
    const bytes = Uint8Array.from(atob(element.textContent), (sign) => sign.charCodeAt(0));
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
