// The pages work without this file. It moves the focus to what went wrong, and starts the download of the start page.
"use strict";

document.querySelector(".summary[role=alert]")?.focus();

// How much is left, in the unit in which the appliance counts. Said when typing pauses, not at every key.
for (const text of document.querySelectorAll("textarea[data-most]")) {
  const counter = document.getElementById(text.dataset.counter);
  let pause;
  text.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      const sent = text.value.trim().replace(/\r\n|\r|\n/g, "\r\n");
      const used = text.dataset.unit === "Bytes" ? new TextEncoder().encode(sent).length : [...sent].length;
      const left = Number(text.dataset.most) - used;
      counter.textContent = left < 0 ? `${-left} too many` : left < 200 ? `${left} left` : "";
    }, 600);
  });
}

// A tablet may call itself a computer. Where the browser names its platform (what it sends as Sec-CH-UA-Platform) that counts;
// iPadOS does not, and calls itself a Mac: only its touch screen tells.
const platform = navigator.userAgentData?.platform;
const isTablet = platform
  ? platform === "Android" || platform === "iOS"
  : navigator.maxTouchPoints > 1 && navigator.userAgent.includes("Macintosh");
if (isTablet) {
  document.getElementById("tablet")?.setAttribute("open", "");
}

const connector = document.getElementById("connector");
const started = document.getElementById("started");

connector?.addEventListener("submit", () => {
  if (started) {
    started.textContent = started.dataset.started;
  }
});

// Once, and only after the customer's own submit: going back or reloading must not download again.
const [visit] = performance.getEntriesByType("navigation");
if (connector?.hasAttribute("data-starts-by-itself") && visit?.type === "navigate" && !isTablet) {
  // Submitted before the load event, the page would never finish loading.
  window.addEventListener("load", () => setTimeout(() => connector.requestSubmit(), 1000), { once: true });
}
