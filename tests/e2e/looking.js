// What a page can tell about itself to whoever checks it: each function gives a list of sentences about what is wrong.
(() => {
  const reports = [];
  addEventListener("securitypolicyviolation", (event) => reports.push(`${event.violatedDirective}: ${event.blockedURI}`), true);

  const PRESSED = "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=link], [role=tab]";
  const FOCUSED = `${PRESSED}, [tabindex="0"]`; // a frame hands focus on to what stands in it
  const TARGET = 24; // CSS pixels, WCAG 2.5.8
  const ROUNDING = 1;
  const PICTURES = /\.(svg|png|jpe?g|webp|avif|gif|ico|woff2)$/;

  const name = (element) =>
    `<${element.localName}${element.id && `#${element.id}`}${element.classList.length ? `.${element.classList[0]}` : ""}> ` +
    (element.textContent || element.name || element.title || "").trim().replace(/\s+/g, " ").slice(0, 40);

  // Words for screen readers alone are clipped to nothing until they have focus.
  const isClippedAway = (element) => {
    const hidden = element.closest(".visually-hidden");
    return Boolean(hidden) && getComputedStyle(hidden).clipPath === "inset(50%)";
  };

  const isSeen = (element) => {
    const box = element.getBoundingClientRect();
    const isDrawn = box.width > 0 && box.height > 0 && !isClippedAway(element);
    return isDrawn && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };

  const isLarge = (box) => box.width >= TARGET - 0.01 && box.height >= TARGET - 0.01;

  // A label does what its box or button does, so either may be the one that is large enough.
  const boxesOf = (element) => [element, ...(element.labels ?? [])].map((each) => each.getBoundingClientRect());

  const blockOf = (element) => {
    let block = element.parentElement;
    while (/^(inline|contents)/.test(getComputedStyle(block).display)) block = block.parentElement;
    return block;
  };

  // A link in a sentence is as tall as its line: there have to be letters around it that are no target themselves.
  const isInSentence = (element) => {
    if (getComputedStyle(element).display !== "inline") return false;
    const rest = blockOf(element).cloneNode(true);
    for (const other of rest.querySelectorAll(PRESSED)) other.remove();
    return /\p{Letter}/u.test(rest.textContent);
  };

  const centre = (box) => [box.left + box.width / 2, box.top + box.height / 2];

  const gap = ([x, y], box) =>
    Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));

  // A circle as wide as a target should be, around the middle of a small one, meets no other target and no other circle.
  const hasRoom = (small, all) => {
    const here = centre(small.boxes[0]);
    return all.every((other) => {
      if (other === small || other.element.contains(small.element) || small.element.contains(other.element)) return true;
      if (other.isLarge) return other.boxes.every((box) => gap(here, box) >= TARGET / 2);
      const [x, y] = centre(other.boxes[0]);
      return Math.hypot(x - here[0], y - here[1]) >= TARGET && gap(here, other.boxes[0]) >= TARGET / 2;
    });
  };

  const smallTargets = () => {
    const all = [...document.querySelectorAll(PRESSED)].filter(isSeen).map((element) => {
      const boxes = boxesOf(element);
      return { element, boxes, isLarge: boxes.some(isLarge) };
    });
    return all
      .filter((each) => !each.isLarge && !isInSentence(each.element) && !hasRoom(each, all))
      .map(({ element, boxes: [box] }) => `target of ${box.width.toFixed()} × ${box.height.toFixed()}: ${name(element)}`);
  };

  const sideways = () => {
    const width = document.documentElement.scrollWidth;
    return width > innerWidth ? [`${width} pixels wide in a window of ${innerWidth}`] : [];
  };

  // Letters outside of what cuts them off, outside of their own box, or outside of the window; a box that scrolls is no cut.
  const cutText = () => {
    const found = new Set();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement;
      if (!texts.currentNode.data.trim() || element.closest("script, style, template, select, textarea, svg") || !isSeen(element)) continue;
      range.selectNodeContents(texts.currentNode);
      const text = range.getBoundingClientRect();
      if (text.width <= 1) continue;
      if (isCut(text, element)) found.add(`text is cut off or runs out of its box: ${name(element)}`);
    }
    return [...found];
  };

  const isCut = (text, element) => {
    const slack = parseFloat(getComputedStyle(element).fontSize) / 3; // ink above and below a tight line
    let isOwn = true;
    for (let box = element; box; box = box.parentElement) {
      const style = getComputedStyle(box);
      if (/^(inline|contents)$/.test(style.display)) continue;
      const edge = box.getBoundingClientRect();
      if (/auto|scroll/.test(style.overflowX) && box !== document.documentElement) return false;
      const isClipping = style.overflowX !== "visible" && style.overflowY !== "visible";
      if (isOwn || isClipping) {
        if (text.right > edge.right + ROUNDING || text.left < edge.left - ROUNDING) return true;
        if (text.bottom > edge.bottom + slack || text.top < edge.top - slack) return true;
      }
      isOwn = false;
    }
    return text.right > innerWidth + ROUNDING || text.left < -ROUNDING;
  };

  const SPACING = new CSSStyleSheet();
  SPACING.replaceSync(
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }" +
      "p { margin-block-end: 2em !important }"
  );

  // With the distances of WCAG 1.4.12.
  const cutWhenSpaced = () => {
    document.adoptedStyleSheets.push(SPACING);
    const found = [...sideways(), ...cutText()];
    document.adoptedStyleSheets.pop();
    return found;
  };

  // To be asked with forced colours, where a shadow or a background is no sign of focus and no shape of a button.
  const lostInForcedColours = () => {
    const before = document.activeElement;
    const found = [];
    for (const element of document.querySelectorAll(FOCUSED)) {
      if (!isSeen(element) || element.disabled || element.tabIndex < 0) continue;
      element.focus({ preventScroll: true, focusVisible: true });
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      if (document.activeElement !== element) found.push(`takes no focus: ${name(element)}`);
      else if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) found.push(`focus cannot be seen: ${name(element)}`);
      const style = getComputedStyle(element);
      const hasShape = parseFloat(style.borderTopWidth) > 0 || style.textDecorationLine.includes("underline");
      if (element.matches("button, .button") && !hasShape) found.push(`a button without a shape: ${name(element)}`);
    }
    if (before && before !== document.body) before.focus({ preventScroll: true });
    else document.activeElement?.blur();
    if (![...document.querySelectorAll("h1")].some(isSeen)) found.push("no heading can be seen");
    return found;
  };

  // To be asked of somebody who wants no movement.
  const moving = () => {
    const running = document.getAnimations().filter((each) => each.playState === "running");
    const found = running.map((each) => `moves by itself: ${each.effect?.target && name(each.effect.target)}`);
    if (getComputedStyle(document.documentElement).scrollBehavior === "smooth") found.push("scrolls smoothly");
    for (const element of document.querySelectorAll("video[autoplay], audio[autoplay], marquee, meta[http-equiv=refresh]"))
      found.push(`starts by itself: ${name(element)}`);
    return found;
  };

  const frame = (language) => {
    const found = [];
    const headings = document.querySelectorAll("h1").length;
    if (headings !== 1) found.push(`${headings} first headings`);
    if (document.documentElement.lang !== language) found.push(`says its language is ${document.documentElement.lang}`);
    return found;
  };

  // The first thing that takes focus is a link to the main part, it can be seen then, and pressing it leads there.
  const skipLink = () => {
    const link = [...document.querySelectorAll(FOCUSED)].find((each) => each.tabIndex >= 0 && !each.disabled);
    if (!link?.hash) return ["no skip link stands first"];
    scrollTo({ top: 0, behavior: "instant" });
    link.focus({ focusVisible: true });
    const box = link.getBoundingClientRect();
    const found = [];
    if (!isSeen(link) || box.top < 0 || box.left < 0) found.push("the skip link cannot be seen when it has focus");
    link.click();
    if (document.activeElement !== document.querySelector("main")) found.push("the skip link does not lead to the main part");
    document.activeElement.blur();
    history.replaceState(null, "", location.pathname + location.search);
    scrollTo({ top: 0, behavior: "instant" });
    return found;
  };

  // Bytes as they came, besides pictures and fonts; a part that was kept from an earlier page may say 0.
  const parts = () => {
    const [page] = performance.getEntriesByType("navigation");
    const others = performance.getEntriesByType("resource").filter((part) => !PICTURES.test(new URL(part.name).pathname));
    return [page, ...others].map((part) => [part.name, part.encodedBodySize]);
  };

  const classes = () => [...new Set([...document.querySelectorAll("[class]")].flatMap((each) => [...each.classList]))];

  window.looking = { reports: () => reports, smallTargets, sideways, cutText, cutWhenSpaced, lostInForcedColours, moving, frame, skipLink, parts, classes };
})();
