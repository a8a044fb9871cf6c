# syntax=docker/dockerfile:1
FROM swift:6.3-bookworm AS build
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
# hadolint ignore=DL3008
RUN apt-get update \
  && apt-get install --yes --no-install-recommends libcmark-gfm-dev libcmark-gfm-extensions-dev make \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN swift build --configuration release -Xswiftc -static-executable --product sitegen \
  && install -D "$(swift build --configuration release --show-bin-path)/sitegen" /out/sitegen

FROM debian:bookworm-slim
# hadolint ignore=DL3008
RUN apt-get update \
  && apt-get install --yes --no-install-recommends git \
  && rm -rf /var/lib/apt/lists/* \
  # A checkout that is mounted belongs to somebody else; sitegen starts no program that it names.
  && git config --system --add safe.directory '*'
COPY --from=build /out/sitegen /usr/local/bin/sitegen
USER 1000:1000
WORKDIR /source
ENTRYPOINT ["sitegen"]
CMD ["report"]
