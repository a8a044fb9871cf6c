// Search, filter, sort, local times, copy. Every page is complete without this file.
(() => {
  "use strict";
  const make = (name, props = {}, ...children) => {
    const element = Object.assign(document.createElement(name), props);
    element.append(...children);
    return element;
  };
  const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const params = new URLSearchParams(location.search);
  const remember = (key, value) => {
    value ? params.set(key, value) : params.delete(key);
    const query = params.toString();
    try {
      history.replaceState(null, "", location.pathname + (query ? "?" + query : "") + location.hash);
    } catch { /* some browsers refuse this for files */ }
  };

  // The slash opens the search.
  const searchLink = document.querySelector("a[data-search]");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    const field = document.getElementById("Search-field");
    if (!field && !searchLink) return;
    event.preventDefault();
    field ? field.focus() : (location.href = searchLink.href);
  });

  // The search page: the index is a script, so that it also loads from a folder on disk.
  const box = document.getElementById("Search-box");
  if (box) {
    const root = box.dataset.root;
    const results = document.getElementById("Search-results");
    const status = document.getElementById("Search-status");
    const field = make("input", { type: "search", id: "Search-field", autocomplete: "off", value: params.get("q") || "" });
    box.append(make("label", { htmlFor: "Search-field" }, "Search this site"), field);
    let entries = null;
    const show = () => {
      const words = fold(field.value).split(/\s+/).filter(Boolean);
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
      status.textContent = found.length === 1 ? "1 result" : found.length + " results" + (found.length > 60 ? ", the first 60 shown" : "");
      for (const [, entry] of found.slice(0, 60)) {
        const [title, page, kind, where, text] = entry.row;
        const item = make("li", {}, make("a", { href: root + page }, title), " ",
          make("span", { className: "quiet" }, kind + (where ? ", " + where : "")));
        if (text) item.append(make("p", { className: "quiet" }, text.length > 180 ? text.slice(0, 180) + "…" : text));
        results.append(item);
      }
    };
    window.sitegenIndex = (rows) => {
      entries = rows.map((row) => ({ row, title: fold(row[0]), text: fold(row[2] + " " + row[3] + " " + row[4]) }));
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

  // Long tables: a filter above, headings that sort.
  document.querySelectorAll("table.wide").forEach((table, number) => {
    const body = table.tBodies[0];
    const rows = [...body.rows];
    if (rows.length < 9) return;
    const key = "t" + (number + 1);
    const region = table.closest(".scroll") || table;
    const id = "Filter-" + (number + 1);
    const field = make("input", { type: "search", id, value: params.get(key) || wantedYear(table), autocomplete: "off" });
    const count = make("span", { className: "quiet" });
    count.setAttribute("role", "status");
    region.before(make("p", { className: "filter" }, make("label", { htmlFor: id }, "Filter "), field, " ", count));
    const texts = rows.map((row) => fold(row.textContent));
    const filter = () => {
      const words = fold(field.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach((row, index) => {
        row.hidden = !words.every((word) => texts[index].includes(word));
        if (!row.hidden) shown += 1;
      });
      count.textContent = words.length ? shown + " of " + rows.length : "";
      remember(key, field.value.trim());
    };
    field.addEventListener("input", filter);
    if (field.value) filter();

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
      element.append(make("span", { className: "local" }, " · your time: " + local.format(instant)));
    } catch { /* the stated time stands */ }
  });

  // Code can be copied where the browser allows it.
  if (navigator.clipboard && window.isSecureContext) {
    document.querySelectorAll(".prose pre").forEach((block) => {
      const button = make("button", { type: "button", className: "copy" }, "Copy");
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(block.querySelector("code").textContent);
        button.textContent = "Copied";
        setTimeout(() => { button.textContent = "Copy"; }, 1500);
      });
      block.before(button);
    });
  }
})();
