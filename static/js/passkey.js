/* Say so when the browser has given no passkey: its own window closes without a word. */
document.addEventListener("allauth.error", (event) => {
  const place = document.querySelector("[data-passkey-trouble]");
  if (!place) return;
  event.preventDefault();
  place.textContent = "";
  place.append(place.dataset.passkeyTrouble);
});
