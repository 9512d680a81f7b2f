// Passkeys, and printing of recovery codes. Pages stand without it: what needs a script is hidden until it is here.
const canUse = () => typeof PublicKeyCredential === "function" && PublicKeyCredential.parseRequestOptionsFromJSON && PublicKeyCredential.parseCreationOptionsFromJSON;
let waiting = null;

const post = (form, credential) => {
  form.querySelector("[data-credential]").value = JSON.stringify(credential);
  // The press that asked for it counts as a form that was sent.
  delete form.dataset.sent;
  form.requestSubmit();
};

const tell = (form, shown) => {
  const note = form.querySelector("[data-passkey-failed]");
  note.hidden = !shown;
  if (shown) {
    note.focus();
  }
};

const ask = {
  get: (options, extra) => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options), ...extra }),
  create: (options, extra) => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options), ...extra }),
};

const run = async form => {
  waiting?.abort();
  waiting = null;
  tell(form, false);
  try {
    post(form, await ask[form.dataset.passkey](JSON.parse(form.dataset.options), {}));
  } catch {
    // The person cancelled, or the device has nothing to offer; which of them, the browser does not tell.
    tell(form, true);
  }
};

// The browser offers passkeys in the e-mail field by itself, without a button and without telling us whether there are any.
const offer = async form => {
  if (form.dataset.passkey !== "get" || waiting || !await PublicKeyCredential.isConditionalMediationAvailable?.()) {
    return;
  }

  const mine = waiting = new AbortController();
  try {
    const credential = await ask.get(JSON.parse(form.dataset.options), { mediation: "conditional", signal: mine.signal });
    if (form.isConnected) {
      post(form, credential);
    }
  } catch {
    // Given up by the person or by another page; the button stays.
  } finally {
    waiting = waiting === mine ? null : waiting;
  }
};

const arrived = () => {
  document.querySelectorAll("[data-print]").forEach(button => button.hidden = false);
  const form = document.querySelector("form[data-passkey]");
  if (!form) {
    waiting?.abort();
    waiting = null;
  } else if (canUse()) {
    form.hidden = false;
    form.querySelector("[data-credential]").value = "";
    document.querySelectorAll("[data-without-passkey]").forEach(note => note.hidden = true);
    offer(form);
  }
};

document.addEventListener("click", event => {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest("[data-print]")) {
    print();
  }
});

// The form is posted when it holds a credential; before that its button asks for one.
document.addEventListener("submit", event => {
  const form = event.target;
  if (form.matches("form[data-passkey]") && !form.querySelector("[data-credential]").value) {
    event.preventDefault();
    event.stopImmediatePropagation();
    run(form);
  }
}, true);

arrived();
Blazor.addEventListener("enhancedload", arrived);
