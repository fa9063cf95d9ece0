# syntax=docker/dockerfile:1
# The worker with its browser. docs/containers.md says how to run it.
#
# Debian, because Ubuntu has Chromium only as a snap, and .NET's own images are Ubuntu: so the program brings its runtime.
ARG SDK=mcr.microsoft.com/dotnet/sdk:10.0
ARG BASE=debian:bookworm-slim

FROM ${SDK} AS build
WORKDIR /source
# A build server would only be left behind.
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1
COPY . .
RUN dotnet publish src/Synthetic.Worker --configuration Release --runtime linux-x64 --self-contained \
        --output /app -p:DebugType=none -p:UseSharedCompilation=false \
    # The package ships its node executable for its owner only; the worker runs as somebody else.
    && chmod -R a+rX,go-w /app && chmod a+x /app/.playwright/node/*/node /app/synthetic

FROM ${BASE}
LABEL org.opencontainers.image.title="Synthetic" \
      org.opencontainers.image.description="Synthetic monitoring that joins interaction timing with Server-Timing and names the culprit" \
      org.opencontainers.image.licenses="MIT"
# Fonts, because text that cannot be drawn is never painted, and its times would be missing; ca-certificates for HTTPS
# from the worker itself; tzdata for schedules in local time; libgssapi, or each connection to PostgreSQL complains on standard error.
RUN apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends \
        ca-certificates chromium-headless-shell fonts-liberation fonts-noto-color-emoji libgssapi-krb5-2 libssl3 tzdata \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --user-group --home-dir /tmp --no-create-home --shell /usr/sbin/nologin synthetic \
    && install --directory --owner=synthetic --group=synthetic /config /data
COPY --from=build /app /app
# So that `docker exec … synthetic run` is what it is elsewhere.
RUN ln -s /app/synthetic /usr/local/bin/synthetic
# All that is written goes to /tmp and, to last, to /data, so that the root can be read-only.
# The container is the sandbox: Docker's seccomp profile does not let Chromium make its own. See docs/containers.md.
ENV HOME=/tmp TMPDIR=/tmp XDG_CACHE_HOME=/tmp/.cache XDG_CONFIG_HOME=/tmp/.config \
    DOTNET_EnableDiagnostics=0 \
    SYNTHETIC_BROWSER=/usr/bin/chromium-headless-shell \
    SYNTHETIC_SANDBOX=off \
    SYNTHETIC_CONFIG=/config/scenarios.json \
    SYNTHETIC_STORE=sqlite:/data/synthetic.db \
    SYNTHETIC_WAITING=/data/waiting \
    SYNTHETIC_URLS=http://*:5080
VOLUME /data
EXPOSE 5080
USER 10001:10001
WORKDIR /config
STOPSIGNAL SIGTERM
# Whether the worker answers; that its store or browser is away is no reason to start it again, and is said by /readyz.
# By bash itself, because a second program would cost more than the answer does.
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/5080 && printf 'GET /healthz HTTP/1.0\\r\\n\\r\\n' >&3 && read -r answer <&3 && [[ $answer == *' 200 '* ]]"]
ENTRYPOINT ["/app/synthetic"]
CMD ["worker"]
