/// The page written by hand into a raw buffer that grows: one byte at a time where text is escaped. The engine is
/// measured against it.
struct Floor: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var at: UnsafeMutablePointer<UInt8>
  private var capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
    at = base
  }

  deinit { base.deallocate() }

  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: base, count: at - base)) }
  var count: Int { at - base }

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if capacity - count < more { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    let size = max(capacity * 2, capacity + more)
    let new = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    new.update(from: base, count: count)
    at = new + count
    base.deallocate()
    (base, capacity) = (new, size)
  }

  @inline(__always)
  private mutating func put(_ text: StaticString) {
    reserve(text.utf8CodeUnitCount)
    copy(text)
  }

  @inline(__always)
  private mutating func copy(_ text: StaticString) {
    at.update(from: text.utf8Start, count: text.utf8CodeUnitCount)
    at += text.utf8CodeUnitCount
  }

  @inline(__always)
  private mutating func escape(_ text: String) {
    _ = text.utf8.withContiguousStorageIfAvailable { bytes in
      reserve(bytes.count * 6)
      for byte in bytes {
        switch byte {
        case 0x26: copy("&amp;")
        case 0x3C: copy("&lt;")
        case 0x3E: copy("&gt;")
        case 0x22: copy("&#34;")
        case 0x27: copy("&#39;")
        default:
          at.pointee = byte
          at += 1
        }
      }
    }
  }

  @inline(__always)
  private mutating func upper(_ text: String) {
    _ = text.utf8.withContiguousStorageIfAvailable { bytes in
      reserve(bytes.count)
      for byte in bytes {
        at.pointee = byte >= 0x61 && byte <= 0x7A ? byte - 0x20 : byte
        at += 1
      }
    }
  }

  @inline(__always)
  private mutating func number(_ value: Int) {
    if value >= 10 { number(value / 10) }
    reserve(1)
    at.pointee = 0x30 + UInt8(truncatingIfNeeded: value % 10)
    at += 1
  }

  mutating func render(_ page: PageData) {
    at = base
    put("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
    escape(page.title)
    put(" | ")
    escape(page.site)
    put("</title></head>\n<body><nav><ul>")
    for item in page.nav {
      put("<li><a href=\"")
      escape(item.url)
      put("\">")
      escape(item.title)
      put("</a></li>")
    }
    put("</ul></nav>\n<main><h1>")
    escape(page.title)
    put("</h1>\n<table><tbody>\n")
    for row in page.rows {
      put("<tr class=\"")
      if row.status == "open" { put("is-open") } else { put("is-done") }
      put("\"><td>")
      escape(row.id)
      put("</td><td>")
      escape(row.title)
      put("</td><td>")
      upper(row.status)
      put("</td><td>")
      escape(row.owner)
      put("</td><td>")
      number(row.score)
      put("</td></tr>\n")
    }
    put("</tbody></table></main>\n<footer>")
    escape(page.site)
    put("</footer></body></html>")
  }
}
