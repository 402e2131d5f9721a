// The pages work without this file. It moves the focus to what went wrong and says how much room a text has left.
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
      const wording = left < 0 ? counter.dataset.over : left < 200 ? counter.dataset.left : "";
      counter.textContent = wording.replace("{0}", Math.abs(left));
    }, 600);
  });
}
