// Opens Wagtail's date and time choosers on the fields that ask for one, now and when a form is added later.
const openers = { date: "initDateChooser", time: "initTimeChooser", datetime: "initDateTimeChooser" };

function open(root) {
  for (const mark of root.querySelectorAll?.("[data-chooser]") ?? []) {
    const opener = window[openers[mark.dataset.chooser]];
    const id = mark.dataset.chooserFor;
    // The template of a form that is not added yet holds a placeholder for its number.
    if (opener && !id.includes("__prefix__") && document.getElementById(id)) {
      opener(id, JSON.parse(mark.dataset.chooserConfig));
      mark.remove();
    }
  }
}

open(document);
new MutationObserver((changes) => {
  for (const change of changes) for (const node of change.addedNodes) open(node);
}).observe(document.body, { childList: true, subtree: true });
