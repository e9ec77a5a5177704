/* Take the reader to the summary of errors when a form comes back. */
document.querySelector("[data-focus]")?.focus();
