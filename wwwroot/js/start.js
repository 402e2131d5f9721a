// The start page works without this file. With it the download starts by itself after the customer's own submit, and the page
// says how it fares. Nothing is stored: what has been started stands in the history entry of this very page.
"use strict";

const form = document.getElementById("connector");
const status = document.getElementById("download");
const say = (text) => {
  if (status) {
    status.textContent = text;
  }
};

document.querySelector("h1[data-focus]")?.focus();

const hostEvents = { started: "started", handedOver: "finished", brokenOff: "failed" };
if (window !== window.parent) {
  document.head.append(Object.assign(document.createElement("script"), { src: "/js/frame.js" }));
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

// How the download fares, under a random id that only this page and its own request know.
const download = {
  id: null,
  events: null,

  begin() {
    this.end();
    const digits = crypto.getRandomValues(new Uint8Array(16));
    this.id = Array.from(digits, (one) => one.toString(16).padStart(2, "0")).join("");
    this.follow();
    return this.id;
  },

  follow() {
    // A hidden page keeps no connection open: a browser has few, and the download needs one.
    if (!this.id || this.events || document.hidden) {
      return;
    }
    this.events = new EventSource(`${status.dataset.events}/${this.id}`);
    this.events.addEventListener("state", (event) => this.tell(event.data));
    this.events.addEventListener("error", () => this.tryAgainLater());
  },

  tell(state) {
    say(status.dataset[state]);
    press.release(state);
    document.dispatchEvent(new CustomEvent("portal", {
      detail: { event: hostEvents[state], ...(state === "brokenOff" && { reason: state }) },
    }));
    if (state !== "started") {
      this.end();
    }
  },

  // The browser itself goes on trying, but not after an error status.
  tryAgainLater() {
    if (this.events?.readyState === EventSource.CLOSED) {
      this.events = null;
      setTimeout(() => this.follow(), 3000);
    }
  },

  pause() {
    this.events?.close();
    this.events = null;
  },

  end() {
    this.pause();
    this.id = null;
  },
};

// A second press while the first is on its way would take its place, and a key that works once would be used up. A double click
// takes half a second, in which a small file may have come whole.
const press = {
  at: 0,
  next: 0,

  take() {
    if (performance.now() < this.next) {
      return false;
    }
    this.at = performance.now();
    this.next = this.at + 5000;
    return true;
  },

  release(state) {
    this.next = state === "brokenOff" ? 0 : Math.min(this.next, this.at + 1000);
  },
};

form?.addEventListener("submit", (event) => {
  if (!press.take()) {
    event.preventDefault();
    return;
  }
  // It also makes the entry a plain GET: a reload or a way back shows the form again, and no browser's page about sending it twice.
  history.replaceState({ ...history.state, started: true }, "");
  if (status) {
    const address = new URL(form.action);
    address.searchParams.set("download", download.begin());
    form.action = address.pathname + address.search;
    say(status.dataset.asked);
  }
});

document.addEventListener("visibilitychange", () => (document.hidden ? download.pause() : download.follow()));
window.addEventListener("pageshow", () => press.release());

// Once: a reload and a way back come to the same history entry, and must not download again.
const isFirstVisit = !history.state?.started && performance.getEntriesByType("navigation")[0]?.type === "navigate";
if (form?.hasAttribute("data-starts-by-itself") && isFirstVisit && !isTablet) {
  say(status.dataset.soon);
  const startOnce = () => {
    // Where a sandbox would swallow the file, a key would be used up for nothing.
    if (!history.state?.started && !("boxed" in document.documentElement.dataset)) {
      form.requestSubmit();
    }
  };
  // Submitted before the load event, the page would never finish loading.
  window.addEventListener("load", () => setTimeout(startOnce, 2000), { once: true });
}
