// What static pages cannot do by themselves stands in these scripts. Everything listens on the document, so pages changed by enhanced navigation need no
// wiring. They meet in this object and in two events of the document: "portal:arrived" at each page, "portal:ready" when the page's circuit answers.
window.customerCentre = {
  within: (event, selector) => event.target instanceof Element ? event.target.closest(selector) : null,

  isTyping: event => Boolean(customerCentre.within(event, "input, textarea, select, [contenteditable]")),

  say: text => {
    const region = document.getElementById("announcer");
    if (region) {
      region.textContent = "";
      setTimeout(() => region.textContent = text, 50);
    }
  },

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
    document.documentElement.dataset.interactive = "true";
    document.dispatchEvent(new Event("portal:ready"));
  },
};
