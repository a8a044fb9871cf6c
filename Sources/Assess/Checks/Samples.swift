/// Texts that several rules' examples share.
enum Samples {
  /// Two maintainers of two organizations.
  static let maintainers = """
    # Maintainers

    | Name | GitHub | Organization | Responsibility |
    |---|---|---|---|
    | Ann Example | [ann](https://github.com/ann) | Acme | core |
    | Bob Example | [bob](https://github.com/bob) | Globex | docs |

    """

  /// The same with a third person who has left.
  static let maintainersAndEmeritus =
    maintainers + """

      ## Emeritus maintainers

      | Name | GitHub | Organization |
      |---|---|---|
      | Cid Example | [cid](https://github.com/cid) | Initech |

      """

  /// Two adopters.
  static let adopters = """
    # Adopters

    | Type | Name | Since | Website | Use-Case |
    |---|---|---|---|---|
    | End-user | Umbrella | 2023 | https://umbrella.example | clusters |
    | Vendor | Stark | 2024 | https://stark.example | appliances |

    """

  /// An application for graduation whose criterion on the number of maintainers is answered by `text`.
  static func application(_ text: String) -> String {
    """
    # Example Graduation Application

    ## Governance and Maintainers

    - [x] **Clear and discoverable project governance documentation.**

    It is in the community repository.

    - [x] **A number of active maintainers which is appropriate to the size and scope of the project.**

    \(text)

    """
  }
}
