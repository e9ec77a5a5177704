// Makes Wagtail's choosers on the fields that ask for one, now and when a form is added later.
const openers = { date: "initDateChooser", time: "initTimeChooser", datetime: "initDateTimeChooser" };

function start(name, id, options) {
  // What somebody typed stays as it is: the server says what it cannot read, nothing is put in its place.
  if (openers[name]) window[openers[name]](id, { ...options, validateOnBlur: false });
  else new window[name](id, options);
}

function open(root) {
  for (const mark of root.querySelectorAll?.("[data-chooser]") ?? []) {
    const { chooser, chooserFor, chooserConfig } = mark.dataset;
    // The template of a form that is not added yet holds a placeholder for its number.
    if (chooserFor.includes("__prefix__") || !document.getElementById(chooserFor)) continue;
    start(chooser, chooserFor, JSON.parse(chooserConfig));
    mark.remove();
  }
}

open(document);
new MutationObserver((changes) => {
  for (const change of changes) for (const node of change.addedNodes) open(node);
}).observe(document.body, { childList: true, subtree: true });
