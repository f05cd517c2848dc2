// Canllaw: small helps on pages that work without them. Stores nothing, asks for nothing.
(function () {
  "use strict";

  // The language link leads to the same section: headings carry the same ids in every language.
  // It replaces this page in the history, as it is the same page.
  // Links within the page do so too, so that leaving the page leaves it for good.
  document.addEventListener("click", function (event) {
    const link = event.target.closest && event.target.closest("a[href]");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const place = link.href.split("#")[0];
    const other = link.hasAttribute("data-language");
    if (!other && !(link.hash && place === location.href.split("#")[0])) return;
    event.preventDefault();
    location.replace(other ? place + location.hash : link.hash);
  });

  // On a narrow screen the menu folds: a button opens it below the header, and Esc closes it again. Where it is wide, and
  // without this script, the menu stands open and the link leads to it.
  const menu = document.getElementById("menu");
  const header = document.querySelector(".header");
  const leads = document.querySelector("a[data-menu]");
  if (menu && header && leads) {
    const place = document.createComment("menu");
    menu.before(place);
    const button = document.createElement("button");
    button.type = "button";
    button.className = "menu-button";
    button.textContent = leads.textContent;
    button.setAttribute("aria-controls", menu.id);
    const show = function (open) {
      button.setAttribute("aria-expanded", String(open));
      menu.hidden = !open;
    };
    const close = function (event) {
      if (event.key !== "Escape" || !button.isConnected || menu.hidden) return;
      show(false);
      button.focus();
    };
    button.addEventListener("click", function () {
      show(menu.hidden);
    });
    menu.addEventListener("keydown", close);
    button.addEventListener("keydown", close);
    const wide = matchMedia("(min-width: 60rem)");
    const settle = function () {
      if (wide.matches) {
        place.after(menu);
        menu.hidden = false;
        button.replaceWith(leads);
      } else {
        header.after(menu);
        leads.replaceWith(button);
        show(false);
      }
    };
    wide.addEventListener("change", settle);
    settle();
  }

  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.parentElement.hidden = false;
    button.addEventListener("click", () => print());
  });

  // An offline copy that has grown old says so (canllaw.editions).
  const copy = document.querySelector("[data-copy]");
  if (copy && Date.now() > Date.parse(copy.dataset.copy)) {
    copy.textContent = copy.dataset.old;
    copy.classList.add("copy--old");
  }

  // Exit: blank at once, no title, and this page's place in the history taken by the one we leave for.
  const exit = document.querySelector("[data-exit]");
  if (!exit) return;
  const links = document.querySelectorAll("[data-exit-link]");
  const status = exit.querySelector("[data-exit-status]");

  function leave() {
    document.body.classList.add("gone");
    document.title = "\u00a0";
    location.replace(links[0].href);
  }

  links.forEach(function (link) {
    link.addEventListener("click", function (event) {
      event.preventDefault();
      leave();
    });
  });

  // Shift, three times within five seconds of one another; Shift held for another key does not count.
  let presses = 0;
  let alone = false;
  let timer = 0;
  document.addEventListener("keydown", function (event) {
    alone = event.key === "Shift";
  });
  document.addEventListener("keyup", function (event) {
    if (event.key !== "Shift" || !alone) return;
    presses += 1;
    clearTimeout(timer);
    if (presses === 3) return leave();
    status.textContent = presses === 1 ? exit.dataset.pressTwo : exit.dataset.pressOne;
    timer = setTimeout(function () {
      presses = 0;
      status.textContent = exit.dataset.expired;
    }, 5000);
  });
})();
