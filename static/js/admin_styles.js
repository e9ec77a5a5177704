// The editor of texts writes rules into style elements: with the page's nonce our policy lets them stand.
const { nonce } = document.currentScript;
const { createElement } = Document.prototype;

Document.prototype.createElement = function createWithNonce(...what) {
  const element = createElement.apply(this, what);
  if (element instanceof HTMLStyleElement) element.nonce = nonce;
  return element;
};
