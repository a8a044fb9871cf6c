import ArgumentParser

/// The file that makes a forge run `sitegen check` on what is proposed.
enum PipelineDraft: String, ExpressibleByArgument, CaseIterable {
  case github, gitlab

  /// Where the forge looks for it.
  var path: String {
    switch self {
    case .github: ".github/workflows/governance.yml"
    case .gitlab: ".gitlab-ci.yml"
    }
  }

  /// Its text, as the guide shows it.
  var text: String {
    switch self {
    case .github: Self.workflow
    case .gitlab: Self.job
    }
  }

  private static let workflow = """
    name: Governance
    on: pull_request
    permissions:
      contents: read
      pull-requests: write      # for `comment`
      security-events: write    # for `sarif`
    jobs:
      check:
        runs-on: ubuntu-24.04
        container: swift:6.3-bookworm
        steps:
          - uses: actions/checkout@v4
            with: {fetch-depth: 0, persist-credentials: false}
          - uses: OWNER/sitegen@REVISION
            with: {comment: true, sarif: true}

    """

  private static let job = """
    governance:
      image: {name: REGISTRY/sitegen, entrypoint: [""]}
      variables: {GIT_DEPTH: 0}
      rules: [{if: $CI_PIPELINE_SOURCE == "merge_request_event"}]
      script:
        - sitegen check --base "$CI_MERGE_REQUEST_DIFF_BASE_SHA" --write junit=sitegen.xml
      artifacts:
        when: always
        reports: {junit: sitegen.xml}

    """
}
