// Coming to a page, and losing and finding its circuit. Comes last: the others listen already when it tells that the first page is here.
(() => {
  const { within } = customerCentre;
  let path = location.pathname;
  let headingDue = false;

  const focusHeading = () => document.querySelector("h1")?.focus();

  const arrived = () => {
    document.dispatchEvent(new Event("portal:arrived"));
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

  document.addEventListener("portal:ready", () => {
    if (headingDue && document.activeElement === document.body) {
      focusHeading();
    }
  });

  const reconnect = async resume => {
    const alive = await (resume ? Blazor.resumeCircuit() : Blazor.reconnect().then(ok => ok || Blazor.resumeCircuit())).catch(() => false);
    if (!alive) {
      location.reload();
    }
  };

  document.addEventListener("click", event => {
    if (within(event, "[data-reconnect], [data-resume]")) {
      reconnect(within(event, "[data-resume]") !== null);
    }
  });

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

  arrived();
  Blazor.addEventListener("enhancedload", arrived);
})();
