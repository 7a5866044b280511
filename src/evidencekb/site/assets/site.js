// Cards open by click, tap and keyboard without this file; here they also open on hover and focus, beside their figure.
"use strict";
for (const pin of document.querySelectorAll(".pin")) {
  const button = pin.querySelector("button");
  const card = pin.querySelector("[popover]");
  if (!card.showPopover) continue;
  let waiting = 0;
  let kept = false; // opened by a click, so that leaving it with the mouse does not close it
  const isOpen = () => card.matches(":popover-open");
  const place = () => {
    if (!matchMedia("(min-width: 40rem)").matches) return; // on a phone the card is a sheet at the foot
    const at = [...button.getClientRects()][0];
    const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - card.offsetWidth - 8));
    const last = button.getBoundingClientRect().bottom;
    const below = last + 8 + card.offsetHeight < innerHeight || at.top < card.offsetHeight + 8;
    card.style.inset = `${below ? last + 6 : at.top - 6 - card.offsetHeight}px auto auto ${left}px`;
  };
  const open = () => {
    clearTimeout(waiting);
    if (isOpen()) return;
    card.showPopover({ source: button });
    place();
  };
  const close = () => {
    clearTimeout(waiting);
    if (isOpen()) card.hidePopover();
  };
  card.addEventListener("toggle", (event) => {
    if (event.newState === "closed") kept = false;
  });
  button.addEventListener("click", (event) => {
    event.preventDefault(); // the browser's own toggle would close what hover or focus has just opened
    if (isOpen() && kept) return close();
    open();
    kept = true;
  });
  button.addEventListener("focus", () => button.matches(":focus-visible") && open());
  pin.addEventListener("focusout", (event) => {
    if (!pin.contains(event.relatedTarget) && event.relatedTarget) close();
  });
  for (const part of [button, card]) {
    part.addEventListener("pointerenter", (event) => {
      clearTimeout(waiting);
      if (event.pointerType === "mouse" && !isOpen()) waiting = setTimeout(open, 120);
    });
    part.addEventListener("pointerleave", (event) => {
      clearTimeout(waiting);
      if (event.pointerType === "mouse" && !kept) waiting = setTimeout(close, 250);
    });
  }
}
