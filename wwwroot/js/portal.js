// The pages work without this file. It moves the focus to what went wrong and says how much room a text has left.
"use strict";

// Within another page the focus stays with the customer: it moves after their own submit alone.
const isEmbedded = window !== window.parent;
if (!isEmbedded || "posted" in document.documentElement.dataset) {
  document.querySelector(".summary[role=alert]")?.focus();
}
if (isEmbedded) {
  document.head.append(Object.assign(document.createElement("script"), { src: "/js/frame.js" }));
}

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
      const wording = left < 0 ? counter.dataset.over : left < 200 ? counter.dataset.left : "";
      counter.textContent = wording.replace("{0}", Math.abs(left));
    }, 600);
  });
}

// The lists follow who is there while the page is open. Nothing is torn away under a finger, and nothing takes the focus.
const isGone = (button) => button.getAttribute("aria-disabled") === "true";

const people = {
  section: document.getElementById("representatives"),

  show(there) {
    if (!this.section || !there) {
      return;
    }
    const list = this.section.querySelector(".people") ?? (there.length > 0 ? this.unfold() : null);
    if (!list) {
      return;
    }
    const ids = new Set(there.map((one) => String(one.id)));
    const shown = new Map([...list.querySelectorAll("button")].map((button) => [button.value, button]));
    const came = there.filter(({ id, name }) => this.welcome(list, shown.get(String(id)), id, name));
    const left = [...shown.values()].filter((button) => !ids.has(button.value) && this.dismiss(button));
    this.announce(came.map((one) => one.name), left.map((button) => button.querySelector("bdi").textContent));
  },

  unfold() {
    this.section.querySelectorAll(".nobody, .alternatives").forEach((one) => one.remove());
    const template = this.section.querySelector("template");
    template.replaceWith(template.content);
    return this.section.querySelector(".people");
  },

  // At the end of the list: whoever is about to press a name must not find another in its place.
  welcome(list, button, id, name) {
    if (!button) {
      const item = list.appendChild(document.createElement("li"));
      const added = item.appendChild(Object.assign(document.createElement("button"), { name: "id", value: id, className: "person" }));
      added.appendChild(document.createElement("bdi")).textContent = name;
      return true;
    }
    button.querySelector(".gone")?.remove();
    const wasGone = isGone(button);
    button.removeAttribute("aria-disabled");
    return wasGone;
  },

  dismiss(button) {
    if (isGone(button)) {
      return false;
    }
    button.setAttribute("aria-disabled", "true");
    const mark = button.appendChild(document.createElement("span"));
    mark.className = "gone";
    mark.textContent = ` ${this.section.dataset.gone}`;
    return true;
  },

  announce(came, left) {
    const status = this.section.querySelector("[role=status]");
    const [name] = [...came, ...left];
    if (name) {
      const wording = came.length + left.length > 1 ? status.dataset.changed : came.length ? status.dataset.came : status.dataset.left;
      status.textContent = wording.replace("{0}", () => name);
    }
  },
};

people.section?.addEventListener("click", (event) => {
  if (event.target.closest("[aria-disabled=true]")) {
    event.preventDefault();
  }
});

const issues = {
  menu: document.querySelector("select#issue-id"),
  known: new Set(),

  show(all) {
    if (!this.menu || !all) {
      return;
    }
    const chosen = this.menu.selectedOptions[0];
    const before = chosen?.textContent;
    const byId = new Map(all.map((one) => [String(one.id), one]));
    for (const option of this.menu.options) {
      const issue = byId.get(option.value);
      if (issue) {
        option.textContent = issue.somebodyThere === false ? this.menu.dataset.absent.replace("{0}", () => issue.title) : issue.title;
        option.disabled = false;
        this.known.add(option.value);
        option.dataset.title = issue.title;
        byId.delete(option.value);
      } else if (this.known.has(option.value)) {
        // Only what was on the list can leave it: a link may name an issue that no list shows.
        option.textContent = this.menu.dataset.gone.replace("{0}", () => option.dataset.title);
        option.disabled = !option.selected;
      }
    }
    for (const [id, issue] of byId) {
      this.menu.add(new Option(issue.title, id));
      this.known.add(id);
    }
    if (chosen && chosen.textContent !== before) {
      document.getElementById("issue-id-news").textContent = chosen.textContent;
    }
  },
};

// Said, and left to the customer: what they are typing must not vanish.
const hours = {
  status: document.getElementById("hours"),

  show(isClosed) {
    if (!this.status || isClosed === undefined) {
      return;
    }
    const wasClosed = "isClosed" in this.status.dataset;
    const news = isClosed === wasClosed ? "" : isClosed ? this.status.dataset.closed : this.status.dataset.opened;
    if (this.status.textContent !== news) {
      this.status.replaceChildren(wasClosed && news ? Object.assign(document.createElement("a"), { href: location.href, textContent: news }) : news);
    }
  },
};

// The moment of the next opening, in the customer's own zone.
for (const time of document.querySelectorAll("time")) {
  const lang = document.documentElement.lang;
  const at = new Date(time.dateTime);
  const days = Math.round((new Date(at).setHours(0, 0, 0, 0) - new Date().setHours(0, 0, 0, 0)) / 86400000);
  const day = days < 2 ? new Intl.RelativeTimeFormat(lang, { numeric: "auto" }).format(days, "day") : at.toLocaleDateString(lang, { weekday: "long", month: "long", day: "numeric" });
  time.textContent = `${day}, ${at.toLocaleTimeString(lang, { timeStyle: "short" })}`;
  document.getElementById("zone")?.remove();
}

const availability = {
  events: null,
  polling: null,

  show(text) {
    const now = JSON.parse(text);
    hours.show(now.closed);
    people.show(now.people);
    issues.show(now.issues);
    document.dispatchEvent(new CustomEvent("portal", { detail: { event: "availability", open: now.open, representatives: now.representatives } }));
  },

  // A hidden page keeps no connection open: a browser has few, and the download needs one.
  follow() {
    if (this.events || this.polling || document.hidden) {
      return;
    }
    this.events = new EventSource("/availability/events");
    this.events.addEventListener("availability", (event) => this.show(event.data));
    this.events.addEventListener("error", () => {
      // The browser itself goes on trying, but not after an error status: some proxies let no stream through.
      if (this.events?.readyState === EventSource.CLOSED) {
        this.rest();
        this.polling = setInterval(() => this.ask(), 15000);
      }
    });
  },

  async ask() {
    try {
      const answer = await fetch("/availability");
      if (answer.ok) {
        this.show(await answer.text());
      }
    } catch {
      // Off line for a moment: the list stays as it is until the next time.
    }
  },

  rest() {
    this.events?.close();
    clearInterval(this.polling);
    this.events = this.polling = null;
  },
};

if (people.section || issues.menu || hours.status) {
  window.addEventListener("pagehide", () => availability.rest());
  window.addEventListener("pageshow", () => availability.follow());
  document.addEventListener("visibilitychange", () => (document.hidden ? availability.rest() : availability.follow()));
}
