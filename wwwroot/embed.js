// Puts PortalProxy's portal into a page and shows when somebody is there: /embed and docs/embedding.md of the portal say how.
(() => {
  "use strict";
  const script = document.currentScript;
  const own = new URL(script.src).origin;
  const events = ["ready", "height", "availability", "invalid", "submitted", "started", "finished", "failed"];
  const flags = ["allow-scripts", "allow-same-origin", "allow-forms", "allow-downloads", "allow-popups", "allow-popups-to-escape-sandbox"];
  const mounted = [];

  const showWhen = (open) => {
    for (const element of document.querySelectorAll("[data-show-when]")) {
      element.hidden = element.dataset.showWhen !== (open ? "open" : "closed");
    }
  };

  const addressOf = (origin, ways, lang) => {
    const path = ways.length === 1 && ways[0] !== "all" ? ways[0] : "";
    const address = new URL(path === "selftest" ? "/embed?selftest=1" : "/" + path, origin);
    if (lang) {
      address.searchParams.set("lang", lang);
    }
    return address.href;
  };

  const mount = (place, options = {}) => {
    const element = typeof place === "string" ? document.querySelector(place) : place;
    const isFrame = element.localName === "iframe";
    const frame = isFrame ? element : document.createElement("iframe");
    const origin = new URL(options.portal || own).origin;
    const ways = [].concat(options.way || []).flatMap((way) => way.split(/[\s,]+/)).filter(Boolean);
    const theme = options.theme || "auto";
    let page;

    const send = (portalProxy, wishes) => frame.contentWindow?.postMessage({ portalProxy, ...wishes }, origin);

    const wishes = () => ({
      theme,
      ways: ways.length > 1 ? ways : [],
      accent: options.accent,
      prefill: options.prefill,
      scheme: getComputedStyle(frame.parentElement).colorScheme,
      sandbox: frame.hasAttribute("sandbox") ? [...frame.sandbox] : null,
    });

    const hear = ({ portalProxy: event, ...detail }) => {
      if (event === "scroll") {
        const { top } = frame.getBoundingClientRect();
        if (top < 0 || top > innerHeight / 2) {
          frame.scrollIntoView();
        }
      }
      if (event === "ready") {
        if (detail.page === page) {
          return;
        }
        page = detail.page;
        frame.title = options.title || detail.title;
        send("options", wishes());
      }
      if (event === "height" && detail.height > 0) {
        frame.style.height = detail.height + "px";
      }
      if (event === "availability") {
        showWhen(detail.open);
      }
      if (events.includes(event)) {
        frame.dispatchEvent(new CustomEvent("portalproxy:" + event, { bubbles: true, composed: true, detail }));
      }
    };

    mounted.push({ frame, origin, hear });
    frame.title ||= options.title || "Support";
    frame.referrerPolicy = "no-referrer";
    // Where the page is within another one itself and the portal at a private address, Chrome asks for this.
    frame.allow ||= "local-network-access";
    Object.assign(frame.style, { display: "block", width: "100%", border: 0, colorScheme: theme === "auto" ? "light dark" : theme });
    frame.style.height ||= "30rem";
    frame.addEventListener("load", () => send("hello"));

    const missing = frame.hasAttribute("sandbox") ? flags.filter((flag) => !frame.sandbox.contains(flag)) : [];
    if (missing.length) {
      console.warn(`PortalProxy: the frame's sandbox lacks ${missing.join(" ")}`);
    }
    if (!isFrame) {
      frame.src = addressOf(origin, ways, options.lang);
      if (element === script) {
        script.after(frame);
      } else {
        element.append(frame);
      }
    } else if (element.src) {
      send("hello");
    } else {
      frame.src = addressOf(origin, ways, options.lang);
    }
    return frame;
  };

  const availability = async (portal = own) => {
    const answer = await fetch(new URL("/availability", portal), { credentials: "omit", referrerPolicy: "no-referrer" });
    if (!answer.ok) {
      throw new Error(`PortalProxy: /availability answered ${answer.status}`);
    }
    return answer.json();
  };

  window.addEventListener("message", ({ source, origin, data }) => {
    const one = mounted.find(({ frame }) => source && frame.contentWindow === source);
    if (one?.origin === origin && typeof data?.portalProxy === "string") {
      one.hear(data);
    }
  });

  // Elements stay as the page has them until the portal answers.
  const look = () => {
    if (!document.hidden && document.querySelector("[data-show-when]")) {
      availability().then(({ open }) => showWhen(open), console.warn);
    }
  };
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", look);
  } else {
    look();
  }
  document.addEventListener("visibilitychange", look);
  setInterval(look, 60000);

  window.PortalProxy ??= Object.freeze({ mount, availability });
  const { way, lang, theme, accent, title, prefill } = script.dataset;
  if (way !== undefined) {
    mount(script, { way, lang, theme, accent, title, prefill: prefill && JSON.parse(prefill) });
  }
})();
