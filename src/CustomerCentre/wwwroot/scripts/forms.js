// Forms: when a field tells what was typed, a press that counts, and a form that is sent once.
(() => {
  const { within } = customerCentre;

  // Of what is typed into a field that saves itself, the server hears after a second's pause; on leaving the field it hears by the change event.
  let pause = 0;
  addEventListener("input", event => {
    const field = within(event, "[data-after-pause]");
    if (field && event.isTrusted) {
      event.stopPropagation();
      clearTimeout(pause);
      pause = setTimeout(() => field.isConnected && field.dispatchEvent(new Event("input", { bubbles: true })), 1000);
    }
  }, true);
  addEventListener("change", () => clearTimeout(pause), true);

  const release = () => document.querySelectorAll("form[data-sent]").forEach(form => delete form.dataset.sent);

  // A static form pressed twice is sent once.
  document.addEventListener("submit", event => {
    const form = event.target;
    // Only a static form has an address to be posted to; an interactive one is answered by its circuit.
    if (form.method !== "post" || !form.hasAttribute("action")) {
      return;
    }

    // An interactive page whose circuit is not here yet has no handler to post to; the next press will be answered.
    const early = form.getAttribute("action") === location.pathname + location.search && !form.querySelector("input[name=_handler]");
    if (early || form.dataset.sent) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }

    form.dataset.sent = "true";
    setTimeout(release, 10000);
  }, true);

  addEventListener("pageshow", release);
  document.addEventListener("portal:arrived", release);

  // Leaving a field can show or remove its error, which moves the button from under a press already begun. The press still counts.
  let pressed = null;
  document.addEventListener("pointerdown", event => {
    const button = within(event, "button[type=submit]");
    pressed = button && { button, x: event.clientX, y: event.clientY };
  });
  document.addEventListener("pointerup", event => {
    const { button, x, y } = pressed ?? {};
    pressed = null;
    if (button?.isConnected && !button.contains(event.target) && Math.hypot(event.clientX - x, event.clientY - y) < 8) {
      button.click();
    }
  });
})();
