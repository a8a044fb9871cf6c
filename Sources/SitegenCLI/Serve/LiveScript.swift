/// What is added to each page that is served, and to nothing that is written: it waits for news, loads the page again where
/// it was, and shows what is wrong over it.
enum LiveScript {
  static let path = "/_sitegen/live.js"
  static let events = "/_sitegen/events"
  static let trouble = "/_sitegen/trouble"

  /// A page with the script, and with a policy that lets it ask this server; `number` is that of the page's site.
  static func added(to page: [UInt8], number: Int) -> [UInt8] {
    var text = String(decoding: page, as: UTF8.self)
    let policy = "default-src 'none';"
    if text.contains(policy) {
      let script = text.contains("script-src") ? "" : " script-src 'self';"
      text = text.replacing(policy, with: "\(policy) connect-src 'self';\(script)", maxReplacements: 1)
    }
    let tag = "<script src=\"\(path)\" data-site=\"\(number)\" defer></script>"
    let head = "</head>"
    text = text.contains(head) ? text.replacing(head, with: tag + head, maxReplacements: 1) : text + tag
    return Array(text.utf8)
  }

  static let text = """
    "use strict";
    (() => {
      const shown = Number(document.currentScript.dataset.site);
      const key = "sitegen-scroll " + location.pathname;
      const place = sessionStorage.getItem(key);
      if (place !== null) {
        sessionStorage.removeItem(key);
        addEventListener("load", () => scrollTo(0, Number(place)));
      }
      let box = null;
      const hide = () => { if (box) { box.remove(); box = null; } };
      const show = async () => {
        const text = await (await fetch("\(trouble)")).text();
        hide();
        if (!text) return;
        box = document.createElement("div");
        box.id = "sitegen-trouble";
        box.setAttribute("role", "alert");
        Object.assign(box.style, {
          position: "fixed", inset: "auto 0 0 0", maxHeight: "60vh", overflow: "auto", zIndex: 2147483647,
          background: "#2b0b0b", color: "#fff", borderTop: "3px solid #ff6b6b", padding: "1rem",
          font: "14px/1.5 ui-monospace, monospace", whiteSpace: "pre-wrap",
        });
        box.textContent = text;
        document.body.append(box);
      };
      const source = new EventSource("\(events)");
      source.addEventListener("site", (event) => {
        if (Number(event.data) === shown) return;
        sessionStorage.setItem(key, String(scrollY));
        source.close();
        location.reload();
      });
      source.addEventListener("trouble", show);
      addEventListener("pagehide", () => source.close());
      show();
    })();

    """
}
