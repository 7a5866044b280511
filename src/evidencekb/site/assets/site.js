// Without this file a figure is a link to its card. Here the card opens beside it, on hover and focus as well.
"use strict";
for (const pin of document.querySelectorAll(".pin")) {
  const figure = pin.querySelector(".figure");
  const card = pin.querySelector("[popover]");
  if (!card.showPopover) continue;
  let waiting = 0;
  let kept = false; // opened by a click, so that leaving it with the mouse does not close it
  let pressed = false; // on a card that is kept open: the browser closes that before the click arrives
  const isOpen = () => card.matches(":popover-open");
  const place = () => {
    if (!matchMedia("(min-width: 40rem)").matches) return; // on a phone the card is a sheet at the foot
    const at = [...figure.getClientRects()][0];
    const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - card.offsetWidth - 8));
    const last = figure.getBoundingClientRect().bottom;
    const below = last + 8 + card.offsetHeight < innerHeight || at.top < card.offsetHeight + 8;
    card.style.inset = `${below ? last + 6 : at.top - 6 - card.offsetHeight}px auto auto ${left}px`;
  };
  const open = () => {
    clearTimeout(waiting);
    if (isOpen()) return;
    card.showPopover({ source: figure });
    place();
  };
  const close = () => {
    clearTimeout(waiting);
    if (isOpen()) card.hidePopover();
  };
  card.addEventListener("toggle", (event) => {
    if (event.newState === "closed") kept = false;
  });
  figure.addEventListener("pointerdown", () => (pressed = kept && isOpen()));
  figure.addEventListener("click", (event) => {
    event.preventDefault();
    if (pressed || (kept && isOpen())) {
      pressed = false;
      return close();
    }
    open();
    kept = true;
  });
  figure.addEventListener("focus", () => figure.matches(":focus-visible") && open());
  pin.addEventListener("focusout", (event) => {
    if (!pin.contains(event.relatedTarget) && event.relatedTarget) close();
  });
  for (const part of [figure, card]) {
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

// A site that does not know its own address can still be cited by the one that it is read at.
const here = document.querySelector(".here");
if (here && location.protocol !== "file:") here.textContent = location.origin + location.pathname;
