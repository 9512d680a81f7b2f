// What a click does that no link and no form can do, and the menus.
(() => {
  const { within, say } = customerCentre;
  const root = document.documentElement;

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

  const toField = (link, event) => {
    const field = document.getElementById(link.dataset.toField);
    if (field) {
      event.preventDefault();
      field.scrollIntoView({ block: "center" });
      field.focus({ preventScroll: true });
    }
  };

  const actions = [["[data-copy]", copy], ["[data-reveal]", reveal], ["[data-toggle-scheme]", toggleScheme], ["[data-to-field]", toField]];

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
  });

  document.addEventListener("portal:arrived", () => document.querySelectorAll("[data-toggle-scheme]").forEach(button => button.hidden = false));
})();
