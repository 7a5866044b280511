// Put into pages by `evidencekb serve` alone: loads the page anew when the server shows another edition of the site.
"use strict";
{
  const version = document.currentScript.dataset.version;
  let events = null;
  const leave = () => {
    events?.close();
    events = null;
  };
  const listen = () => {
    // Hidden pages do not listen: a browser opens six connections to a server at most, and there may be more pages.
    if (document.visibilityState === "hidden") return leave();
    if (events) return;
    events = new EventSource("/_live/events");
    events.addEventListener("message", (event) => {
      if (event.data === version) return;
      leave();
      location.reload();
    });
  };
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", leave);
  addEventListener("pageshow", listen);
  listen();
}
