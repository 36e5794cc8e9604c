// Passkeys: the browser asks the device, and the form carries its answer. A browser that knows none never shows the form.
const able = typeof window.PublicKeyCredential?.parseRequestOptionsFromJSON === "function";

const devices = {
  make: (options) => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
  use: (options) => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
};

async function ask(form) {
  const answer = await fetch(form.dataset.passkey, { method: "POST", body: new URLSearchParams(new FormData(form)) });
  if (!answer.ok) throw new Error("not asked");
  return devices[form.dataset.device](await answer.json());
}

async function fill(form) {
  const stopped = form.querySelector("[data-failed]");
  stopped.hidden = true;
  try {
    form.elements["Form.Credential"].value = JSON.stringify(await ask(form));
    form.submit();
  } catch {
    stopped.hidden = false;
  }
}

for (const form of able ? document.querySelectorAll("form[data-passkey]") : []) {
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    fill(form);
  });
}

for (const note of able ? document.querySelectorAll("[data-passkey-unable]") : []) note.hidden = true;
