// What static pages cannot do by themselves. Everything listens on the document, so pages changed by enhanced navigation need no wiring.
(() => {
  const root = document.documentElement;
  const within = (event, selector) => event.target instanceof Element ? event.target.closest(selector) : null;

  const say = text => {
    const region = document.getElementById("announcer");
    if (region) {
      region.textContent = "";
      setTimeout(() => region.textContent = text, 50);
    }
  };

  const copy = async button => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.classList.add("copied");
    setTimeout(() => button.classList.remove("copied"), 2000);
    say(button.dataset.copied);
  };

  const reveal = button => {
    const input = document.getElementById(button.dataset.reveal);
    const show = input.type === "password";
    input.type = show ? "text" : "password";
    [button.textContent, button.dataset.hide] = [button.dataset.hide, button.textContent];
  };

  const isDark = () => root.dataset.scheme ? root.dataset.scheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;

  const toggleScheme = () => {
    const scheme = isDark() ? "light" : "dark";
    root.dataset.scheme = scheme;
    // The server writes the pick into the next page, so nothing flashes. Like every cookie here, it is marked Secure.
    document.cookie = `scheme=${scheme}; path=/; max-age=31536000; samesite=lax; secure`;
  };

  const reconnect = async resume => {
    const alive = await (resume ? Blazor.resumeCircuit() : Blazor.reconnect().then(ok => ok || Blazor.resumeCircuit())).catch(() => false);
    if (!alive) {
      location.reload();
    }
  };

  const actions = [
    ["[data-copy]", copy],
    ["[data-reveal]", reveal],
    ["[data-toggle-scheme]", toggleScheme],
    ["[data-reconnect]", () => reconnect(false)],
    ["[data-resume]", () => reconnect(true)],
    ["[data-to-field]", (link, event) => {
      const field = document.getElementById(link.dataset.toField);
      if (field) {
        event.preventDefault();
        field.scrollIntoView({ block: "center" });
        field.focus({ preventScroll: true });
      }
    }],
  ];

  document.addEventListener("click", event => {
    for (const [selector, act] of actions) {
      const element = within(event, selector);
      if (element) {
        act(element, event);
      }
    }

    document.querySelectorAll("details.menu[open]").forEach(menu => menu.contains(event.target) || menu.removeAttribute("open"));
  });

  document.addEventListener("keydown", event => {
    const menu = within(event, "details.menu[open]");
    if (event.key === "Escape" && menu) {
      menu.removeAttribute("open");
      menu.querySelector("summary").focus();
    }

    // One key presses a button, where the focus says that keys are meant for it: within its group, or nowhere yet.
    const key = event.ctrlKey || event.altKey || event.metaKey || within(event, "input, textarea, select, [contenteditable]") ? null
      : [...document.querySelectorAll("[data-keys] [data-key]")].find(button => button.dataset.key === event.key);
    if (key && !event.repeat && (event.target === document.body || key.closest("[data-keys]").contains(event.target))) {
      event.preventDefault();
      key.click();
    }

    const search = document.querySelector("[data-search]");
    if (event.key === "/" && search && !within(event, "input, textarea, select, [contenteditable]")) {
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
    if (within(event, "[data-search]") && !root.dataset.interactive) {
      early = event.target.value;
    }
  }, true);

  const handOver = () => {
    const search = document.querySelector("[data-search]");
    if (search && early) {
      search.value = early + search.value;
      search.dispatchEvent(new Event("input", { bubbles: true }));
    }

    early = "";
  };

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

  let path = location.pathname;
  let headingDue = false;

  const focusHeading = () => document.querySelector("h1")?.focus();

  const arrived = () => {
    release();
    document.querySelectorAll("[data-toggle-scheme]").forEach(button => button.hidden = false);
    const moved = path !== location.pathname;
    path = location.pathname;
    headingDue = moved && !location.hash;
    const summary = document.querySelector("[data-takes-focus]");
    if (summary) {
      summary.focus();
    } else if (headingDue) {
      focusHeading();
    }
  };

  const dialog = document.getElementById("components-reconnect-modal");
  dialog.addEventListener("components-reconnect-state-changed", ({ detail: { state } }) => {
    if (state === "show" && !dialog.open) {
      dialog.showModal();
    } else if (state === "hide") {
      dialog.close();
    } else if (state === "rejected") {
      location.reload();
    }
  });

  window.customerCentre = {
    focus: id => document.getElementById(id)?.focus(),
    // A file made from what a circuit holds; it comes as a stream and stands nowhere on the server.
    download: async (name, stream) => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([await stream.arrayBuffer()], { type: "text/csv" }));
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    },
    // Called by a component of the page's circuit, which has just drawn the page anew: from now on it answers.
    ready: () => {
      root.dataset.interactive = "true";
      handOver();
      if (headingDue && document.activeElement === document.body) {
        focusHeading();
      }
    },
  };

  arrived();
  Blazor.addEventListener("enhancedload", arrived);
})();
