// What the browser tests ask a page. Installed as `probes` in each page by the tests, never part of the site.
(() => {
  "use strict";
  const visible = (element) => element.checkVisibility({ visibilityProperty: true });

  // A selector that a person can find the element by: from the nearest id, at most four steps.
  const selector = (element) => {
    const steps = [];
    for (let e = element; e && e.nodeType === 1 && steps.length < 4; e = e.parentElement) {
      if (e.id) { steps.unshift("#" + CSS.escape(e.id)); break; }
      const name = e.localName + [...e.classList].map((c) => "." + CSS.escape(c)).join("");
      const same = e.parentElement ? [...e.parentElement.children].filter((c) => c.localName === e.localName) : [e];
      steps.unshift(same.length > 1 ? `${name}:nth-of-type(${same.indexOf(e) + 1})` : name);
    }
    return steps.join(" > ");
  };

  // Elements that make the page wider than the window, innermost first; empty when it does not scroll sideways.
  const overflow = () => {
    const page = document.documentElement;
    const width = page.clientWidth;
    if (Math.max(page.scrollWidth, document.body.scrollWidth) <= width) return [];
    const scrolls = (e) => /auto|scroll|hidden|clip/.test(getComputedStyle(e).overflowX);
    const wide = [...document.body.querySelectorAll("*")].filter((e) => {
      if (e.getBoundingClientRect().right <= width + 0.5) return false;
      for (let p = e.parentElement; p && p !== document.body; p = p.parentElement) if (scrolls(p)) return false;
      return true;
    });
    const innermost = wide.filter((e) => !wide.some((other) => other !== e && e.contains(other)));
    const right = (e) => Math.round(e.getBoundingClientRect().right);
    return [`${page.scrollWidth} px wide`, ...innermost.slice(0, 3).map((e) => `${selector(e)} (to ${right(e)} px)`)];
  };

  // Visible texts and link targets of the page, without controls and times, which scripts may add or restate
  // (`.local`: the time of a meeting where the reader is).
  const content = () => {
    const main = document.querySelector("main");
    if (!main || !main.textContent.trim()) return null;
    const controls = "button, form, label, select, input, output, time, .local, [role=status], [aria-live], " +
      "script, style, noscript";
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.data.replace(/\s+/g, " ").trim();
      const parent = walker.currentNode.parentElement;
      if (text && !parent.closest(controls) && visible(parent)) found.push(text);
    }
    for (const link of document.querySelectorAll("a[href]")) {
      if (!link.closest(controls)) found.push("link to " + link.getAttribute("href"));
    }
    return found;
  };

  // Keyboard: `start` notes what can be used, then each focus is judged as it comes; `result` tells what was wrong.
  const usable = "a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]";
  const frame = (e) => {
    const s = getComputedStyle(e);
    return [s.boxShadow, s.borderTopColor, s.borderTopWidth, s.backgroundColor, s.textDecorationLine].join("|");
  };
  const outlined = (e) => {
    const s = getComputedStyle(e);
    const clear = /^(transparent|rgba\(.*, 0\))$/.test(s.outlineColor);
    return s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0 && !clear;
  };
  // Whether some part of the element is on the screen and on top there.
  const seen = (e) => [...e.getClientRects()].some((r) => {
    const points = [[r.left + r.width / 2, r.top + r.height / 2], [r.left + 2, r.top + 2], [r.right - 2, r.bottom - 2]];
    return r.width > 0 && r.height > 0 && points.some(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top && (e.contains(top) || top.contains(e));
    });
  });
  const keyboard = { before: new Map(), reached: new Set(), unseen: new Set(), covered: new Set() };
  // The browser scrolls after the focus event, so where an element ended up is judged as the next key goes down.
  const judgePosition = () => {
    const e = document.activeElement;
    if (e && keyboard.reached.has(e) && !seen(e)) keyboard.covered.add(selector(e));
  };
  const start = () => {
    for (const e of document.querySelectorAll(usable)) {
      if (e.tabIndex < 0 || e.disabled || e.type === "hidden" || !visible(e) || e.closest("[inert]")) continue;
      keyboard.before.set(e, frame(e));
    }
    document.addEventListener("keydown", judgePosition, true);
    document.addEventListener("focusin", ({ target }) => {
      keyboard.reached.add(target);
      const before = keyboard.before.get(target);
      const changed = before !== undefined && frame(target) !== before;
      if (!outlined(target) && !changed) keyboard.unseen.add(selector(target));
    });
    return keyboard.before.size;
  };
  const missed = () => [...keyboard.before.keys()].filter((e) => {
    if (keyboard.reached.has(e) || !e.isConnected) return false;
    // One stop serves a group of radio buttons.
    const isReachedRadio = (r) => r.type === "radio" && r.name === e.name;
    return !(e.type === "radio" && e.name && [...keyboard.reached].some(isReachedRadio));
  });
  const result = () => {
    judgePosition();
    return { missed: missed().map(selector), unseen: [...keyboard.unseen], covered: [...keyboard.covered] };
  };

  // What axe shall look at instead of all texts: at most three of each look, of themselves and of what is behind them.
  const looks = () => {
    const perLook = 3;
    const behind = (e) => {
      const found = [];
      for (let p = e; p; p = p.parentElement) {
        const s = getComputedStyle(p);
        const is = [s.backgroundColor, s.backgroundImage, s.opacity, s.filter, s.position].join(" ");
        if (is !== "rgba(0, 0, 0, 0) none 1 none static") found.push(is);
      }
      return found;
    };
    const seen = new Map();
    const chosen = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const e = walker.currentNode.parentElement;
      if (chosen.has(e) || !walker.currentNode.data.trim() || !visible(e)) continue;
      const s = getComputedStyle(e);
      const look = [e.localName, s.color, s.fontSize, s.fontWeight, s.textDecorationLine, ...behind(e)].join("|");
      seen.set(look, (seen.get(look) ?? 0) + 1);
      if (seen.get(look) <= perLook) chosen.add(e);
    }
    return chosen.size ? { include: [...chosen] } : null;
  };

  // On paper nothing scrolls: parts that hide some of their content, or stand out over the edge.
  const cut = () => {
    const width = document.documentElement.clientWidth;
    const hidden = [...document.body.querySelectorAll("*")].filter((e) => visible(e) && !e.closest(".hidden, svg") &&
      e.scrollWidth > e.clientWidth + 1 && /auto|scroll|hidden|clip/.test(getComputedStyle(e).overflowX));
    const out = document.documentElement.scrollWidth > width + 1 ? overflow() : [];
    const told = hidden.slice(0, 3).map((e) => `${selector(e)} is cut (${e.scrollWidth} of ${e.clientWidth} px)`);
    return [...told, ...out];
  };
  const controls = () => [...document.querySelectorAll("nav:not(.contents), button, input, select")].filter(visible)
    .slice(0, 3).map(selector);
  // Words that must be readable on paper, without soft breaks; those that run from right to left are read otherwise.
  const words = () => {
    const found = [];
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (!visible(parent) || parent.closest(".hidden, script, style")) continue;
      // On paper a place is named by its whole path, which the screen has in the title.
      const place = parent.closest(".source[title]");
      const text = (place ? place.title : walker.currentNode.data).replace(/\u00ad/g, "").split(/\s+/);
      found.push(...text.filter((w) => /[a-z]{3}/i.test(w) && !/[\p{Bidi_Control}\u0590-\u08ff]/u.test(w)));
    }
    return found;
  };
  const contents = () => [...document.querySelectorAll("nav.contents a")].filter(visible).map((e) => e.textContent);

  // How many requests the first paint waited for.
  const blocking = () => 1 + performance.getEntriesByType("resource")
    .filter((e) => e.renderBlockingStatus === "blocking").length;

  const probes = {
    overflow, content, blocking, looks, cut, controls, words, contents, start, missed: () => missed().length, result,
    violations: [],
  };
  document.addEventListener("securitypolicyviolation", (e) => {
    probes.violations.push(`${e.effectiveDirective} blocked ${e.blockedURI || "inline"} ${e.sample}`.trim());
  });
  Object.defineProperty(window, "probes", { value: probes });
})();
