// What stands in the way of the portal within a host page. The findings stand in the page; this chooses those that hold.
"use strict";
{
  const findings = document.getElementById("findings");
  const flags = ["allow-scripts", "allow-same-origin", "allow-forms", "allow-downloads", "allow-popups", "allow-popups-to-escape-sandbox"];
  const host = { origin: location.ancestorOrigins?.[0], wishes: null };

  const choose = (topic, finding) => {
    for (const one of findings.querySelectorAll(`[data-finding^="${topic}-"]`)) {
      one.hidden = one.dataset.finding !== `${topic}-${finding}`;
    }
  };
  const write = (place, text) => {
    findings.querySelector(`[data-${place}]`).textContent = text;
  };

  const isPrivateName = (name) =>
    !name.includes(".") || /^(127|10|192\.168|169\.254|172\.(1[6-9]|2\d|3[01]))\.|\.(local|internal|lan|home\.arpa)$|^\[/.test(name);

  const ofOrigin = () => {
    choose("origin", !host.origin ? "unknown" : location.ancestorOrigins?.length > 1 ? "nested" : "ok");
    write("origin", host.origin ?? "");
  };

  const ofSandbox = () => {
    const { sandbox, isBoxed, losesForms } = host.wishes ?? { isBoxed: document.documentElement.dataset.sandbox !== undefined };
    const missing = sandbox ? flags.filter((flag) => !sandbox.includes(flag)) : losesForms ? ["allow-forms"] : [];
    write("flags", missing.join(" "));
    choose("sandbox", missing.length ? "missing" : !isBoxed ? "ok" : sandbox ? "full" : "unknown");
  };

  const ofAddress = () => {
    const isPrivate = findings.dataset.private === "private";
    choose("address", !isPrivate ? "ok" : host.origin && isPrivateName(new URL(host.origin).hostname) ? "same" : "private");
  };

  // A page that declares nothing is light, whatever the visitor prefers.
  const ofScheme = () => {
    const { scheme = "normal", theme = "auto" } = host.wishes ?? {};
    const declared = scheme === "normal" ? "light" : scheme;
    const follows = declared.includes("light") && declared.includes("dark");
    write("scheme", scheme);
    choose("scheme", (theme === "auto" ? follows : !follows && declared.includes(theme)) ? "ok" : "differs");
  };

  const ofHeight = () => choose("height", Math.abs(innerHeight - document.documentElement.getBoundingClientRect().height) <= 1 ? "ok" : "fixed");

  const examine = () => [ofOrigin, ofSandbox, ofAddress, ofScheme, ofHeight].forEach((one) => one());

  if (window !== window.parent) {
    document.getElementById("alone").hidden = true;
    findings.hidden = false;
    document.addEventListener("host", ({ detail }) => {
      host.wishes = detail;
      host.origin = detail.origin;
      examine();
    });
    window.addEventListener("load", examine);
    window.addEventListener("resize", ofHeight);
    document.head.append(Object.assign(document.createElement("script"), { src: "/js/frame.js" }));
  }
}
