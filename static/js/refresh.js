/* Keep a part of the page fresh: <div data-refresh="/url/" data-refresh-seconds="3">.
   The answer is the same element again; when it comes without data-refresh, or not at all, we stop asking.
   Only a change in the words of [data-refresh-announce] is read out, not every new number. While somebody is on a
   button inside, or has opened something, [data-refresh-numbers] alone is renewed until those words change. */
const FEWEST_SECONDS = 2;
const TRIES = 5;

const status = document.createElement("p");
status.className = "visually-hidden";
status.setAttribute("role", "status");

const words = (element) => element.querySelector("[data-refresh-announce]")?.textContent.trim() ?? "";

function renewNumbers(element, fresh) {
  const before = element.querySelector("[data-refresh-numbers]");
  const after = fresh.querySelector("[data-refresh-numbers]");
  if (before && after && !before.contains(document.activeElement)) before.replaceWith(after);
  return element;
}

function put(element, fresh) {
  const focused = element.contains(document.activeElement);
  const changed = words(fresh) !== words(element);
  if (!changed && (focused || element.querySelector("details[open]"))) return renewNumbers(element, fresh);
  element.replaceWith(fresh);
  if (changed) status.textContent = words(fresh);
  const heading = fresh.querySelector("[data-refresh-announce]");
  if (focused && heading) {
    heading.tabIndex = -1;
    heading.focus();
  }
  return fresh;
}

async function fetched(url) {
  const answer = await fetch(url, { headers: { "X-Requested-With": "fetch" }, credentials: "same-origin" });
  if (!answer.ok) throw new Error(answer.statusText);
  const holder = document.createElement("template");
  holder.innerHTML = await answer.text();
  return holder.content.firstElementChild;
}

function watch(element, failures = 0) {
  const seconds = Math.max(FEWEST_SECONDS, Number(element.dataset.refreshSeconds) || FEWEST_SECONDS);
  setTimeout(() => refresh(element, failures), seconds * 1000 * 2 ** failures);
}

async function refresh(element, failures) {
  if (document.hidden) return watch(element);
  try {
    const fresh = await fetched(element.dataset.refresh);
    if (!fresh) return;
    const shown = put(element, fresh);
    if (fresh.dataset.refresh) watch(shown);
  } catch {
    if (failures < TRIES) watch(element, failures + 1);
  }
}

const watched = document.querySelectorAll("[data-refresh]");
if (watched.length) document.querySelector("main, body").append(status);
watched.forEach((element) => watch(element));
