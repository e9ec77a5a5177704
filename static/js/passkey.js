/* Only a script can ask the browser for a passkey, so only here does the button for it appear. */
for (const button of document.querySelectorAll("[data-passkey]")) button.hidden = false;

/* Say so when the browser has given no passkey: its own window closes without a word.
   Without https, and under a number in place of a name, browsers refuse before they look for one. */
document.addEventListener("allauth.error", (event) => {
  const place = document.querySelector("[data-passkey-trouble]");
  if (!place) return;
  event.preventDefault();
  place.textContent = "";
  const refused = !window.isSecureContext || event.detail?.exception?.name === "SecurityError";
  place.append(refused ? place.dataset.passkeyRefused : place.dataset.passkeyTrouble);
});
