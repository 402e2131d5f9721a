// The frame's side of an embedding; portal.js and start.js load it inside another page. It tells the host page how high the page
// is and what happened, and takes the host's wishes. It speaks with one origin only, and names nothing of the customer's.
"use strict";
{
  const root = document.documentElement;
  const { ancestors, failed, posted } = root.dataset;
  const start = document.getElementById("connector");
  const summary = document.querySelector(".summary[role=alert]");

  // The browser itself lets nobody else embed the page (frame-ancestors); this holds where it does not.
  const portOf = (port, scheme) => port || (scheme === "https:" ? "443" : "80");
  const lets = (source, page) => {
    const [, scheme, host, port] = /^(https?:)\/\/([^:]+)(?::(.+))?$/.exec(source.toLowerCase());
    return (scheme === page.protocol || (scheme === "http:" && page.protocol === "https:"))
      && (host === "*" || host === page.hostname || (host.startsWith("*.") && page.hostname.endsWith(host.slice(1))))
      && (port === "*" || portOf(port, page.protocol) === portOf(page.port, page.protocol));
  };
  const mayEmbed = (origin) =>
    origin === location.origin || (origin !== "null" && ancestors.split(" ").some((source) => source && lets(source, new URL(origin))));

  const host = {
    origin: null,
    waiting: [],

    tell(event, detail) {
      const message = { portalProxy: event, ...detail };
      if (this.origin) {
        window.parent.postMessage(message, this.origin);
      } else {
        this.waiting.push(message);
      }
    },

    // Browsers without ancestorOrigins learn it from the host's first message.
    meet(origin) {
      if (!this.origin && origin && mayEmbed(origin)) {
        this.origin = origin;
        this.waiting.splice(0).forEach((message) => window.parent.postMessage(message, origin));
      }
    },
  };

  // A host page that came late, or a browser that did not know whom to tell, hears it again; the number says that it is the same.
  const ready = { page: performance.timeOrigin, title: document.title };
  host.tell("ready", ready);

  // The height of what is in the page, never of the window: that one follows the first.
  new ResizeObserver(() => host.tell("height", { height: Math.ceil(root.getBoundingClientRect().height) })).observe(root);

  if (failed !== undefined) {
    host.tell("failed", { reason: failed });
  } else if (summary) {
    host.tell("invalid", { fields: [...document.querySelectorAll("[aria-invalid=true]")].map((field) => field.name) });
  } else if (start && posted !== undefined) {
    host.tell("submitted", { way: location.pathname.slice(1) });
  }
  if (posted !== undefined) {
    host.tell("scroll");
  }
  document.addEventListener("portal", ({ detail: { event, ...detail } }) => host.tell(event, detail));

  // What links may prefill a host may too. The portal checks it by the same rules and says what may stay; a page that answers a
  // form has it already.
  const prefill = {
    async take(fields) {
      if (posted !== undefined || !fields) {
        return;
      }
      const answer = await fetch("/embed/prefill", { method: "POST", body: new URLSearchParams(fields) });
      if (answer.ok) {
        this.fill(await answer.json());
      }
    },

    fill(known) {
      const forms = [...document.querySelectorAll("template")].flatMap((one) => [...one.content.querySelectorAll("form")])
        .concat([...document.querySelectorAll(".way > form")]);
      for (const form of forms) {
        Object.entries(known).forEach(([name, value]) => this.set(form, name, value));
      }
    },

    set(form, name, value) {
      const field = form.elements.namedItem(name);
      const isOfIssue = name === "id" || name === "codeName";
      if (isOfIssue && !form.elements.namedItem("issue_menu")) {
        return;
      }
      if (!field) {
        form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
      } else if (field.type === "checkbox") {
        field.checked ||= field.value === value;
      } else if (field.value === "") {
        if (name === "id" && ![...field.options].some((option) => option.value === value)) {
          field.add(new Option(field.dataset.fromLink, value));
        }
        field.value = value;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
    },
  };

  // The rules of Portal:AccentColor (WCAG 2.2, contrast ratio), on the backgrounds of look.css.
  const accent = {
    brightness: (color) => color
      .map((channel) => (channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0.05),

    contrast(one, other) {
      const [dark, bright] = [this.brightness(one), this.brightness(other)].sort((a, b) => a - b);
      return bright / dark;
    },

    use(text) {
      const color = /^#[0-9a-f]{6}$/i.test(text) ? [1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16)) : null;
      if (!color || this.contrast(color, [0xf4, 0xf6, 0xf9]) < 4.5) {
        console.warn("PortalProxy: accent", text, "< 4.5:1");
        return;
      }
      let dark = color;
      for (let step = 1; step <= 50 && this.contrast(dark, [0x1b, 0x23, 0x2d]) < 7; step++) {
        dark = color.map((channel) => Math.round(channel + ((255 - channel) * step) / 50));
      }
      root.style.setProperty("--accent", `light-dark(rgb(${color}), rgb(${dark}))`);
    },
  };

  const show = ({ theme, ways }) => {
    root.style.colorScheme = theme === "light" || theme === "dark" ? theme : "";
    for (const way of document.querySelectorAll(".ways > .card")) {
      way.hidden = ways?.length > 0 && !ways.some((name) => way.querySelector(`.way[id="${CSS.escape(name)}"]`));
    }
  };

  // A sandbox without allow-forms swallows the form, one without allow-downloads the file, the latter when a key is used up
  // already. Whether there is a sandbox shows in document.domain alone; what it lets through only a host page can say.
  const sandbox = {
    surrounds() {
      try {
        document.domain = document.domain;
        return false;
      } catch {
        return true;
      }
    },

    swallowsForms() {
      const form = document.body.appendChild(Object.assign(document.createElement("form"), { hidden: true }));
      let isSent = false;
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        isSent = true;
      });
      form.requestSubmit();
      form.remove();
      return !isSent;
    },

    explain(isIn) {
      const box = document.getElementById("boxed");
      box.hidden = !isIn;
      root.toggleAttribute("data-boxed", isIn);
      const news = document.getElementById("download");
      if (news && start.hasAttribute("data-starts-by-itself")) {
        news.textContent = isIn ? "" : news.dataset.soon;
      }
      const link = box.querySelector("a");
      link.href = start ? location.href : link.href;
      link.onclick = start && posted !== undefined ? (event) => this.takeAlong(event, link) : null;
    },

    // What was typed goes along, in a form: an address must not hold it.
    takeAlong(event, link) {
      event.preventDefault();
      const form = document.body.appendChild(start.cloneNode(true));
      // Attributes, since form.id would be its field of that name.
      Object.entries({ id: "boxed-form", action: link.href, target: "_blank", rel: "noopener" }).forEach((one) => form.setAttribute(...one));
      form.submit();
      form.remove();
    },
  };

  const isBoxed = sandbox.surrounds();
  const losesForms = isBoxed && sandbox.swallowsForms();
  root.toggleAttribute("data-sandbox", isBoxed);
  if (isBoxed && (start || losesForms)) {
    sandbox.explain(true);
  }

  const take = (wishes) => {
    show(wishes);
    if (wishes.accent) {
      accent.use(wishes.accent);
    }
    if (isBoxed && !losesForms && wishes.sandbox?.includes("allow-downloads")) {
      sandbox.explain(false);
    }
    document.dispatchEvent(new CustomEvent("host", { detail: { ...wishes, origin: host.origin, isBoxed, losesForms } }));
    prefill.take(wishes.prefill);
  };

  window.addEventListener("message", ({ source, origin, data }) => {
    if (source !== window.parent || typeof data?.portalProxy !== "string") {
      return;
    }
    host.meet(origin);
    if (origin !== host.origin) {
      return;
    }
    if (data.portalProxy === "hello") {
      host.tell("ready", ready);
    } else if (data.portalProxy === "options") {
      take(data);
    }
  });
  host.meet(location.ancestorOrigins?.[0]);
}
