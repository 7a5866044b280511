// Cards open by click, tap and keyboard without this file; here they also open on hover, and stand beside their figure.
"use strict";
for (const pin of document.querySelectorAll(".pin")) {
  const button = pin.querySelector("button");
  const card = pin.querySelector("[popover]");
  if (!card.showPopover) continue;
  let closing = 0;
  const place = () => {
    const at = button.getBoundingClientRect();
    const left = Math.max(8, Math.min(at.left, innerWidth - card.offsetWidth - 8));
    const below = at.bottom + 6 + card.offsetHeight < innerHeight;
    card.style.left = `${left}px`;
    card.style.top = `${below ? at.bottom + 6 : Math.max(8, at.top - 6 - card.offsetHeight)}px`;
  };
  card.addEventListener("toggle", (event) => {
    if (event.newState === "open") place();
  });
  const open = () => {
    clearTimeout(closing);
    if (!card.matches(":popover-open")) card.showPopover();
  };
  const close = () => {
    closing = setTimeout(() => card.matches(":popover-open") && card.hidePopover(), 250);
  };
  for (const part of [button, card]) {
    part.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && open());
    part.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && close());
  }
}
