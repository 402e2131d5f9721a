// The pages work without this file. It moves the focus to what went wrong, and starts the download of the start page.
"use strict";

document.querySelector(".summary[role=alert]")?.focus();

const connector = document.getElementById("connector");
const started = document.getElementById("started");

connector?.addEventListener("submit", () => {
  if (started) {
    started.textContent = started.dataset.started;
  }
});

// Once, and only after the customer's own submit: going back or reloading must not download again.
const [visit] = performance.getEntriesByType("navigation");
if (connector?.hasAttribute("data-starts-by-itself") && visit?.type === "navigate") {
  // Submitted before the load event, the page would never finish loading.
  window.addEventListener("load", () => setTimeout(() => connector.requestSubmit(), 1000), { once: true });
}
