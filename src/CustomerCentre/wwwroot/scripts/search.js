// Work by keys: one key for a reason, "/" for the search, arrows for its rows; and what is typed before the search answers.
(() => {
  const { within, isTyping } = customerCentre;
  const box = () => document.querySelector("[data-search]");

  document.addEventListener("keydown", event => {
    // One key presses a button, where the focus says that keys are meant for it: within its group, or nowhere yet.
    const key = event.ctrlKey || event.altKey || event.metaKey || isTyping(event) ? null
      : [...document.querySelectorAll("[data-keys] [data-key]")].find(button => button.dataset.key === event.key);
    if (key && !event.repeat && (event.target === document.body || key.closest("[data-keys]").contains(event.target))) {
      event.preventDefault();
      key.click();
    }

    const search = box();
    if (event.key === "/" && search && !isTyping(event)) {
      event.preventDefault();
      search.focus();
      search.select();
    }

    // From the box down into its rows and back; a row is a link, so Enter opens it by itself.
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && search && within(event, "[data-search], [data-hits]")) {
      const stops = [search, ...document.querySelectorAll("[data-hits] a")];
      event.preventDefault();
      stops[stops.indexOf(document.activeElement) + step]?.focus();
    }
  });

  // The server hears what a key did to the search by the input event; of keys themselves only Enter concerns it.
  addEventListener("keydown", event => {
    if (within(event, "[data-search]") && event.key !== "Enter" && event.key !== "ArrowDown" && event.key !== "ArrowUp") {
      event.stopPropagation();
    }
  }, true);

  // What is typed into the search before its circuit is here would go when the circuit draws the box anew.
  let early = "";
  addEventListener("input", event => {
    if (within(event, "[data-search]") && !document.documentElement.dataset.interactive) {
      early = event.target.value;
    }
  }, true);

  document.addEventListener("portal:ready", () => {
    const search = box();
    if (search && early) {
      search.value = early + search.value;
      search.dispatchEvent(new Event("input", { bubbles: true }));
    }

    early = "";
  });
})();
