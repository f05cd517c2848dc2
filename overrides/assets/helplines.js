// Cards of helplines: which are open now, and a form that shows only those for one kind of person or trouble.
// Nothing is kept: what was chosen is gone when the page is left.
(function () {
  "use strict";
  const DAY = 24 * 60;

  // The clock in Wales, whatever the reader's own: date (ISO), day of the week (0 is Monday), minutes after midnight.
  const London = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/London", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  });
  function inWales(moment) {
    const part = {};
    for (const one of London.formatToParts(moment)) part[one.type] = one.value;
    const iso = part.year + "-" + part.month + "-" + part.day;
    return { iso, day: (new Date(iso).getUTCDay() + 6) % 7, minute: Number(part.hour) * 60 + Number(part.minute) };
  }

  function after(iso, days) {
    return new Date(Date.parse(iso) + days * DAY * 60000).toISOString().slice(0, 10);
  }

  // What to say of the hours at this moment: nothing where a bank holiday makes them unsure.
  function status(hours, now, holidays, words) {
    if (hours.always) return words.open;
    const unsure = (iso) => hours.holiday === "unknown" && holidays.includes(iso);
    const shut = (iso) => hours.holiday === "closed" && holidays.includes(iso);
    const on = (offset) => {
      const iso = after(now.iso, offset);
      return shut(iso) ? [] : hours.periods.filter((one) => one.day === (now.day + offset + 7) % 7);
    };
    const yesterday = after(now.iso, -1);
    if (unsure(now.iso) || (unsure(yesterday) && on(-1).some((one) => now.minute < one.close - DAY))) return "";
    for (const offset of [-1, 0]) {
      for (const one of on(offset)) {
        const minute = now.minute - offset * DAY;
        if (one.open <= minute && minute < one.close) return words.open + " " + words.closes + " " + one.closes;
      }
    }
    for (let offset = 0; offset <= 7; offset += 1) {
      if (unsure(after(now.iso, offset))) break;
      const next = on(offset).find((one) => offset > 0 || one.open > now.minute);
      if (next) return words.closed + " " + words.opens + " " + next.opens;
    }
    return words.closed;
  }

  function tell() {
    const now = inWales(new Date());
    document.querySelectorAll("[data-hours]").forEach(function (line) {
      const words = line.closest(".helplines").dataset;
      const old = (Date.parse(now.iso) - Date.parse(line.dataset.checked)) / (DAY * 60000) > Number(line.dataset.limit);
      const holidays = (words.bankHolidays || "").split(" ");
      const said = old || !line.dataset.hours ? "" : status(JSON.parse(line.dataset.hours), now, holidays, words);
      if (line.textContent !== said) line.textContent = said;
      line.hidden = !said;
    });
  }
  tell();
  window.addEventListener("pageshow", tell);
  setInterval(tell, 30000);

  const form = document.querySelector("[data-filter]");
  if (!form) return;
  const article = document.querySelector("article");
  const choices = Array.from(form.querySelectorAll("select"));
  const cards = Array.from(article.querySelectorAll(".helpline"));
  const count = form.querySelector("[role=status]");
  const parts = sections();
  form.hidden = false;

  // Each part of the page below a heading of the second level, as far as the next.
  function sections() {
    const found = [];
    for (const child of article.children) {
      if (child.tagName === "H2") found.push([]);
      if (found.length && !child.contains(form)) found[found.length - 1].push(child);
    }
    return found;
  }

  function fits(card) {
    if (card.classList.contains("helpline--emergency")) return true;
    return choices.every(function (one) {
      const has = card.dataset[one.dataset.filterBy].split(" ");
      return !one.value || has.includes(one.value) || (one.dataset.filterBy === "topics" && has.includes("anything"));
    });
  }

  function show() {
    for (const card of cards) card.hidden = !fits(card);
    for (const part of parts) {
      const held = cards.filter((card) => part.some((child) => child.contains(card)));
      const empty = held.length > 0 && held.every((card) => card.hidden);
      for (const child of part) child.hidden = empty;
    }
    const chosen = choices.some((one) => one.value);
    count.textContent = chosen ? form.dataset.filter + " " + cards.filter((card) => !card.hidden).length : "";
  }
  function all() {
    form.reset();
    show();
  }
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(show));
  // A link to something that is not shown shows everything.
  document.addEventListener("click", function (event) {
    const link = event.target.closest && event.target.closest("a[href*='#']");
    const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target && target.closest("[hidden]") && article.contains(target)) all();
  }, true);
  window.addEventListener("pagehide", all);
  window.addEventListener("pageshow", show);
})();
