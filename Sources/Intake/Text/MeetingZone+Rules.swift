extension MeetingZone {
  /// Offset from UTC in minutes and summer time of the zones a calendar can be written for.
  static let rules: [String: (offset: Int, summer: Summer)] = Dictionary(
    firstOf: families.flatMap { family in
      family.places.split(separator: " ").map { (String($0), (offset: family.offset, summer: family.summer)) }
    })

  /// A zone without summer time that is this many minutes ahead of UTC.
  static func zone(ofOffset minutes: Int) -> String? {
    families.first { $0.offset == minutes && $0.summer == .none }?.places.split(separator: " ").first.map(String.init)
  }

  /// Zones that keep the same time today, the best known first.
  private static let families: [(summer: Summer, offset: Int, places: String)] = [
    (
      .europe, 0,
      """
      Europe/London Europe/Dublin Europe/Lisbon Europe/Jersey Europe/Guernsey Europe/Isle_of_Man \
      Europe/Belfast
      """
    ),
    (
      .europe, 60,
      """
      Europe/Amsterdam Europe/Andorra Europe/Belgrade Europe/Berlin Europe/Bratislava Europe/Brussels \
      Europe/Budapest Europe/Copenhagen Europe/Gibraltar Europe/Ljubljana Europe/Luxembourg Europe/Madrid \
      Europe/Malta Europe/Monaco Europe/Oslo Europe/Paris Europe/Podgorica Europe/Prague Europe/Rome \
      Europe/San_Marino Europe/Sarajevo Europe/Skopje Europe/Stockholm Europe/Tirane Europe/Vaduz \
      Europe/Vatican Europe/Vienna Europe/Warsaw Europe/Zagreb Europe/Zurich
      """
    ),
    (
      .europe, 120,
      """
      Europe/Athens Europe/Bucharest Europe/Helsinki Europe/Kiev Europe/Kyiv Europe/Riga Europe/Sofia \
      Europe/Tallinn Europe/Vilnius Europe/Mariehamn
      """
    ),
    (.america, -210, "America/St_Johns"),
    (.america, -240, "America/Halifax"),
    (.america, -300, "America/New_York America/Toronto America/Detroit America/Montreal"),
    (.america, -360, "America/Chicago America/Winnipeg"),
    (.america, -420, "America/Denver America/Edmonton America/Boise"),
    (.america, -480, "America/Los_Angeles America/Vancouver"),
    (.america, -540, "America/Anchorage"),
    (.australia, 600, "Australia/Sydney Australia/Melbourne Australia/Canberra Australia/Hobart"),
    (.australia, 570, "Australia/Adelaide"),
    (.newZealand, 720, "Pacific/Auckland"),
    (.none, 0, "UTC Africa/Abidjan Africa/Accra"),
    (.none, 60, "Africa/Lagos Africa/Algiers Africa/Tunis"),
    (.none, 120, "Africa/Johannesburg Africa/Harare"),
    (
      .none, 180,
      """
      Africa/Nairobi Asia/Baghdad Asia/Riyadh Asia/Kuwait Asia/Qatar Europe/Istanbul Europe/Minsk \
      Europe/Moscow
      """
    ),
    (.none, 210, "Asia/Tehran"),
    (.none, 240, "Asia/Baku Asia/Dubai Asia/Tbilisi Asia/Yerevan"),
    (.none, 270, "Asia/Kabul"),
    (.none, 300, "Asia/Karachi Asia/Tashkent"),
    (.none, 330, "Asia/Kolkata Asia/Colombo Asia/Calcutta"),
    (.none, 345, "Asia/Kathmandu"),
    (.none, 360, "Asia/Dhaka"),
    (.none, 390, "Asia/Yangon"),
    (.none, 420, "Asia/Bangkok Asia/Ho_Chi_Minh Asia/Jakarta"),
    (
      .none, 480,
      """
      Asia/Hong_Kong Asia/Kuala_Lumpur Asia/Macau Asia/Manila Asia/Shanghai Asia/Singapore Asia/Taipei \
      Australia/Perth
      """
    ),
    (.none, 525, "Australia/Eucla"),
    (.none, 540, "Asia/Seoul Asia/Tokyo"),
    (.none, 570, "Australia/Darwin"),
    (.none, 600, "Australia/Brisbane"),
    (.none, -180, "America/Sao_Paulo America/Argentina/Buenos_Aires America/Buenos_Aires America/Montevideo"),
    (.none, -240, "America/Caracas America/Puerto_Rico"),
    (.none, -300, "America/Bogota America/Lima America/Panama"),
    (.none, -360, "America/Mexico_City America/Costa_Rica America/Guatemala America/Regina"),
    (.none, -420, "America/Phoenix"),
    (.none, -570, "Pacific/Marquesas"),
    (.none, -600, "Pacific/Honolulu"),
  ]
}
