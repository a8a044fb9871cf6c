// Search, filter, sort, local times, copy. Every page is complete without this file.
(() => {
  "use strict";
  const make = (name, props = {}, ...children) => {
    const element = Object.assign(document.createElement(name), props);
    element.append(...children);
    return element;
  };
  const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const wordsOf = (field) => fold(field.value).split(/\s+/).filter(Boolean);
  const params = new URLSearchParams(location.search);
  const remember = (key, value) => {
    value ? params.set(key, value) : params.delete(key);
    const query = params.toString();
    try {
      history.replaceState(null, "", location.pathname + (query ? "?" + query : "") + location.hash);
    } catch { /* some browsers refuse this for files */ }
  };

  // Keys: a slash for the search, j and k for the neighbors of a criterion, a question mark for this list.
  const help = () => {
    const open = document.querySelector("dialog.keys");
    if (open) { open.remove(); return; }
    const keys = [["/", "search"], ["j", "next criterion"], ["k", "previous criterion"], ["?", "show or hide this list"]];
    const dialog = make("dialog", { className: "keys" }, make("h2", {}, "Keys"), make("dl", { className: "facts" },
      ...keys.flatMap(([key, does]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, does)])));
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  };
  const typing = (event) => event.ctrlKey || event.metaKey || event.altKey
    || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
  document.addEventListener("keydown", (event) => {
    if (typing(event)) return;
    if (event.key === "/") {
      const field = document.getElementById("Search-field") || document.getElementById("Find-field");
      if (!field) return;
      event.preventDefault();
      field.focus();
    }
    if (event.key === "?") help();
    const neighbor = { j: "next", k: "prev" }[event.key];
    const link = neighbor && document.querySelector(`a[rel=${neighbor}]`);
    if (link) link.click();
  });

  // The search in the head of every page but its own.
  const searchLink = document.querySelector("a[data-search]");
  if (searchLink && !document.getElementById("Search-box")) {
    const field = make("input", { type: "search", id: "Find-field", autocomplete: "off", placeholder: "Search ( / )" });
    field.setAttribute("aria-label", "Search this site");
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter") location.href = searchLink.href + "?q=" + encodeURIComponent(field.value.trim());
    });
    searchLink.replaceWith(field);
  }

  // The search page: the index is a script, so that it also loads from a folder on disk.
  const box = document.getElementById("Search-box");
  if (box) {
    const root = box.dataset.root;
    const results = document.getElementById("Search-results");
    const status = document.getElementById("Search-status");
    const field = make("input", { type: "search", id: "Search-field", autocomplete: "off", value: params.get("q") || "" });
    box.append(make("label", { htmlFor: "Search-field" }, "Search this site"), field);
    const kinds = [["community", "Communities"], ["page", "Pages"], ["criterion", "Criteria"], ["group", "Groups"], ["meeting", "Meetings"],
      ["person", "People"], ["adopter", "Adopters"], ["finding", "Findings"], ["document", "Documents"]];
    const most = 8;
    let entries = null;
    const show = () => {
      const words = wordsOf(field);
      remember("q", field.value.trim());
      results.replaceChildren();
      if (!entries || !words.length) { status.textContent = entries ? "" : "Loading the index."; return; }
      const found = [];
      for (const entry of entries) {
        let score = 0;
        for (const word of words) {
          if (entry.title.startsWith(word)) score += 8;
          else if (entry.title.includes(word)) score += 5;
          else if (entry.text.includes(word)) score += 1;
          else { score = 0; break; }
        }
        if (score) found.push([score, entry]);
      }
      found.sort((a, b) => b[0] - a[0]);
      status.textContent = found.length === 1 ? "1 result" : found.length + " results";
      for (const kind of kinds) {
        const rows = found.filter(([, entry]) => entry.row[2] === kind[0]);
        if (!rows.length) continue;
        const list = make("ol", { className: "plain" });
        const fill = (part) => list.append(...part.map(([, entry]) => result(entry.row)));
        fill(rows.slice(0, most));
        results.append(make("section", {}, make("h2", {}, kind[1], " ",
          make("span", { className: "count" }, String(rows.length))), list));
        if (rows.length <= most) continue;
        const more = make("button", { type: "button", className: "more" }, "Show all " + rows.length);
        more.addEventListener("click", () => { fill(rows.slice(most)); more.remove(); });
        list.after(more);
      }
    };
    const result = ([title, page, kind, where, text]) => {
      const item = make("li", {}, make("a", { href: root + page }, title), " ",
        make("span", { className: "quiet" }, where));
      if (text) item.append(make("p", { className: "quiet" }, text.length > 180 ? text.slice(0, 180) + "…" : text));
      return item;
    };
    window.sitegenIndex = (texts, communities) => {
      const folded = texts.map(fold);
      entries = communities.flatMap(([name, folder, rows]) => {
        const place = fold(name);
        return rows.map(([title, page, kind, text]) => {
          const where = texts[kind] === "community" ? "" : name;
          return {
            row: [texts[title], page[0] === "/" ? page.slice(1) : folder + page, texts[kind], where, texts[text]], title: folded[title],
            text: folded[kind] + " " + (where && place) + " " + folded[text],
          };
        });
      });
      show();
    };
    field.addEventListener("input", show);
    field.focus();
    status.textContent = "Loading the index.";
    document.head.append(make("script", { src: root + "assets/search-index.js" }));
  }

  // A link to the first row of a year asks for all rows of that year.
  const wantedYear = (table) => {
    const year = /^#Year-(\d{4})$/.exec(location.hash);
    return year && table.contains(document.getElementById(year[0].slice(1))) ? year[1] : "";
  };

  // What is folded opens when a link leads into it.
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let part = target.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();

  // A field that filters what is below it, and how many it left.
  const filterAbove = (list, id, value) => {
    const field = make("input", { type: "search", id, value, autocomplete: "off" });
    const count = make("span", { className: "quiet" });
    count.setAttribute("role", "status");
    list.before(make("p", { className: "filter" }, make("label", { htmlFor: id }, "Filter "), field, " ", count));
    return { field, count };
  };

  // Long lists in parts: a filter above that opens the parts it finds something in.
  document.querySelectorAll("[data-filter]").forEach((list, number) => {
    const rows = [...list.querySelectorAll("tbody tr, .entry")];
    const key = "l" + (number + 1);
    const { field, count } = filterAbove(list, "Part-filter-" + (number + 1), params.get(key) || "");
    const texts = rows.map((row) => fold(row.textContent));
    const parts = [...list.querySelectorAll("details:not(.entry), section")].reverse();
    const open = new Map(parts.map((part) => [part, part.open]));
    const filter = () => {
      const words = wordsOf(field);
      rows.forEach((row, index) => { row.hidden = !words.every((word) => texts[index].includes(word)); });
      parts.forEach((part) => {
        part.hidden = !part.querySelector("tbody tr:not([hidden]), .entry:not([hidden])");
        if (part.tagName === "DETAILS") part.open = words.length ? !part.hidden : open.get(part);
      });
      count.textContent = words.length ? rows.filter((row) => !row.hidden).length + " of " + rows.length : "";
      remember(key, field.value.trim());
    };
    field.addEventListener("input", filter);
    if (field.value) filter();
  });

  // Long tables: a filter above, headings that sort.
  document.querySelectorAll("table.wide:not(.split table)").forEach((table, number) => {
    const body = table.tBodies[0];
    const rows = [...body.rows];
    if (rows.length < 9) return;
    const key = "t" + (number + 1);
    const region = table.closest(".scroll") || table;
    const { field, count } = filterAbove(region, "Filter-" + (number + 1), params.get(key) || wantedYear(table));
    const texts = rows.map((row) => fold(row.textContent));
    // A column marked as a facet can be narrowed to one of its values.
    const facets = [...table.tHead.rows[0].cells].flatMap((head, column) => {
      if (!("facet" in head.dataset)) return [];
      const text = (row) => row.cells[column] ? row.cells[column].textContent.trim() : "";
      const values = [...new Set(rows.map(text))].filter(Boolean).sort((a, b) => a.localeCompare(b, "en"));
      if (values.length < 2 || values.length > 30) return [];
      const name = head.textContent.trim();
      const select = make("select", {}, make("option", { value: "" }, "all"), ...values.map((value) => make("option", { value }, value)));
      const query = key + "f" + (column + 1);
      select.value = values.includes(params.get(query)) ? params.get(query) : "";
      count.before(make("label", { className: "facet" }, name + " ", select), " ");
      return [{ select, text, query }];
    });
    const filter = () => {
      const words = wordsOf(field);
      let shown = 0;
      rows.forEach((row, index) => {
        row.hidden = !words.every((word) => texts[index].includes(word))
          || facets.some(({ select, text }) => select.value && text(row) !== select.value);
        if (!row.hidden) shown += 1;
      });
      count.textContent = shown < rows.length ? shown + " of " + rows.length : "";
      remember(key, field.value.trim());
      facets.forEach(({ select, query }) => remember(query, select.value));
    };
    facets.forEach(({ select }) => select.addEventListener("change", filter));
    field.addEventListener("input", filter);
    if (field.value || facets.some(({ select }) => select.value)) filter();

    const value = (row, column) => {
      const cell = row.cells[column];
      const time = cell && cell.querySelector("time");
      return time ? time.dateTime : cell ? cell.textContent.trim() : "";
    };
    const sort = (column, descending) => {
      const sorted = [...rows].sort((a, b) => {
        const [x, y] = [value(a, column), value(b, column)];
        if (!x !== !y) return x ? -1 : 1;
        const order = x.localeCompare(y, "en", { numeric: true, sensitivity: "base" });
        return descending ? -order : order;
      });
      body.append(...sorted);
      [...table.tHead.rows[0].cells].forEach((head, index) => {
        if (index === column) head.setAttribute("aria-sort", descending ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
      remember(key + "s", (descending ? "-" : "") + (column + 1));
    };
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = make("button", { type: "button", className: "sort" }, ...head.childNodes);
      button.addEventListener("click", () => sort(column, head.getAttribute("aria-sort") === "ascending"));
      head.append(button);
    });
    const wanted = parseInt(params.get(key + "s"), 10);
    if (wanted && Math.abs(wanted) <= table.tHead.rows[0].cells.length) sort(Math.abs(wanted) - 1, wanted < 0);
  });

  // Meetings in the reader's own zone: the next day of the week, read off the clock of the stated zone.
  const days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
  const wall = (instant, zone) => {
    const parts = {};
    for (const part of new Intl.DateTimeFormat("en-US", {
      timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric",
    }).formatToParts(instant)) parts[part.type] = Number(part.value);
    return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute);
  };
  document.querySelectorAll("[data-meeting-zone]").forEach((element) => {
    try {
      const zone = element.dataset.meetingZone;
      const day = days.indexOf(element.dataset.meetingDay);
      const minutes = Number(element.dataset.meetingStart);
      const now = wall(Date.now(), zone);
      let target = now - (now % 86400000) + minutes * 60000;
      target += ((day - new Date(target).getUTCDay() + 7) % 7) * 86400000;
      if (target < now) target += 7 * 86400000;
      let instant = target;
      for (let turn = 0; turn < 2; turn += 1) instant += target - wall(instant, zone);
      const local = new Intl.DateTimeFormat(undefined, { weekday: "long", hour: "numeric", minute: "2-digit", timeZoneName: "short" });
      element.append(make("span", { className: "local" }, "your time: " + local.format(instant)));
    } catch { /* the stated time stands */ }
  });

  // Two to four communities side by side: rows of the matrix are chosen, the criteria become the rows.
  document.querySelectorAll("table.matrix").forEach((table, number) => {
    const rows = [...table.tBodies[0].rows];
    const query = "compare" + (number ? number + 1 : "");
    const name = (row) => row.cells[0].textContent.trim();
    const label = (cell) => cell.getAttribute("aria-label") || "not in the files provided";
    const chosen = new Set((params.get(query) || "").split(",").filter((text) => rows.some((row) => name(row) === text)).slice(0, 4));
    const heads = [...table.tHead.rows[1].cells].map((head) => head.querySelector(".id"));
    const place = make("div", { className: "comparison" });
    const hint = make("p", { className: "quiet" });
    hint.setAttribute("role", "status");
    table.closest(".scroll").after(hint, place);
    table.tBodies[0].addEventListener("mouseover", ({ target }) => {
      const cell = target.closest("[class^=v-]");
      if (cell) cell.title = `${name(cell.closest("tr"))}: ${heads[cell.parentElement.cellIndex - 3].title} ${label(cell)}`;
    });
    const boxes = rows.map((row) => {
      const box = make("input", { type: "checkbox", checked: chosen.has(name(row)) });
      box.setAttribute("aria-label", "Compare " + name(row));
      box.addEventListener("change", () => { box.checked ? chosen.add(name(row)) : chosen.delete(name(row)); show(); });
      row.cells[0].prepend(box, " ");
      return box;
    });
    const show = () => {
      const shown = rows.filter((row) => chosen.has(name(row)));
      boxes.forEach((box) => { box.disabled = !box.checked && chosen.size >= 4; });
      hint.textContent = shown.length < 2 ? "Choose two to four communities to compare them criterion by criterion." : "";
      remember(query, [...chosen].join(","));
      place.replaceChildren();
      if (shown.length < 2) return;
      const body = make("tbody", {}, ...heads.map((head, index) => {
        const cells = shown.map((row) => row.cells[index + 3].firstElementChild);
        const labels = cells.map(label);
        const line = make("tr", { className: new Set(labels).size > 1 ? "differs" : "" }, make("th", { scope: "row" },
          make("span", { className: "id" }, head.textContent), " ", head.title));
        cells.forEach((cell, column) => line.append(make("td", {}, make(cell.localName, { ...(cell.href && { href: cell.href }),
          className: "badge " + [...cell.classList].find((word) => word.startsWith("v-")) }, cell.textContent + " " + labels[column]))));
        return line;
      }));
      place.append(make("h3", {}, shown.map(name).join(" · ")), make("table", {}, make("thead", {}, make("tr", {},
        make("th", { scope: "col" }, "Criterion"), ...shown.map((row) => make("th", { scope: "col" }, name(row))))), body));
    };
    show();
  });

  // What can be copied where the browser allows it: code as it is, a finding or a step as Markdown or as an issue.
  if (navigator.clipboard && window.isSecureContext) {
    const button = (label, text) => {
      const element = make("button", { type: "button", className: "copy" }, label);
      element.addEventListener("click", async () => {
        await navigator.clipboard.writeText(text());
        element.textContent = "Copied";
        setTimeout(() => { element.textContent = label; }, 1500);
      });
      return element;
    };
    document.querySelectorAll(".prose pre").forEach((block) => {
      block.before(button("Copy", () => block.querySelector("code").textContent));
    });
    const flat = (element) => element.textContent.replace(/\s+/g, " ").trim();
    // Places are written out, linked where they were published.
    const place = (line) => [...line.querySelectorAll(".source")].map((source) => {
      const origin = source.nextElementSibling;
      const text = "`" + (source.title || flat(source)) + "`";
      return origin && origin.classList.contains("origin") ? `[${text}](${origin.href})` : text;
    }).join(", ");
    const body = (card) => [...card.querySelectorAll("blockquote, .pair .row, .pair .actual, .from, .fix")].map((part) =>
      part.matches("blockquote") ? "> " + flat(part) : part.matches(".from") ? place(part) : flat(part)).filter(Boolean).join("\n\n");
    document.querySelectorAll("article.finding").forEach((card) => {
      const named = card.querySelector(".finding-title") || card.closest("details")?.querySelector("summary");
      const title = named ? flat(named) : "";
      const head = card.querySelector(".finding-head");
      if (head) head.append(" ",
        button("Copy as Markdown", () => `**${title}**\n\n${body(card)}\n`),
        button("Copy as issue", () => `${title}\n\n${body(card)}\n\n- [ ] mended\n`));
    });
    document.querySelectorAll(".next li, .steps > .fix").forEach((step) => {
      const text = flat(step);
      const sources = place(step);
      step.append(" ", button("Copy as Markdown", () => `- [ ] ${text}${sources ? " (" + sources + ")" : ""}\n`));
    });
  }
})();
