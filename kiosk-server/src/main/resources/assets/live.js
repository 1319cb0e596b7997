// Keeps a page as fresh as the room: each message is one piece of it, known by its id.
"use strict";
(() => {
  const waiting = new Map();

  const openPanel = (piece) => piece.querySelector("details[open]");

  const put = (html) => {
    const fresh = new DOMParser().parseFromString(html, "text/html").body.firstElementChild;
    const shown = fresh && document.getElementById(fresh.id);
    if (!shown || shown.outerHTML === fresh.outerHTML) return;
    if (openPanel(shown)) {
      waiting.set(fresh.id, html); // someone is about to press something here
      return;
    }
    waiting.delete(fresh.id);
    const focused = shown.contains(document.activeElement) ? document.activeElement : null;
    shown.replaceWith(fresh);
    window.htmx?.process(fresh);
    if (focused) (document.getElementById(focused.id) ?? fresh.querySelector("summary, button"))?.focus();
  };

  const listen = (address) => {
    const cutOff = document.getElementById("cut-off");
    const source = new EventSource(address);
    source.addEventListener("open", () => { cutOff.hidden = true; });
    source.addEventListener("error", () => { cutOff.hidden = false; });
    source.addEventListener("piece", (message) => put(message.data));
    source.addEventListener("stations", (message) => {
      const shown = [...document.querySelectorAll(".room .station")].map((station) => station.id).join(" ");
      if (document.querySelector(".room") && shown !== message.data) location.reload();
    });
  };

  document.addEventListener("toggle", (event) => {
    if (event.target.open) {
      event.target.querySelector(".panel select, .panel button")?.focus();
      return;
    }
    for (const [id, html] of waiting) {
      if (document.getElementById(id)?.contains(event.target)) put(html);
    }
  }, true);

  const close = (details) => {
    details.open = false;
    details.querySelector("summary").focus();
  };

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-close]")) close(event.target.closest("details"));
    if (event.target.closest("[data-print]")) print();
  });

  document.addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && document.querySelector("details[open]");
    if (open) close(open);
  });

  // The press that opens a panel must not go on to send it: some browsers send a form by Enter on a list.
  document.addEventListener("keypress", (event) => {
    if (event.key === "Enter" && event.target.matches(".panel select")) event.preventDefault();
  });

  document.addEventListener("htmx:afterSwap", () => waiting.clear());

  for (const button of document.querySelectorAll("[data-print]")) button.hidden = false;
  const live = document.querySelector("[data-live]");
  if (live) listen(live.dataset.live);
})();
