/* Escape shuts what a details element with data-fold has opened beside it, and leads back to its summary. */
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented) return;
  const open = [...document.querySelectorAll("details[data-fold][open]")]
    .find((fold) => fold.checkVisibility() && [fold, fold.nextElementSibling].some((part) => part.contains(event.target)));
  if (!open) return;
  open.open = false;
  open.querySelector("summary").focus();
});
