#!/usr/bin/env bash
# Builds the image and tests it as a production host would run it: read-only root, no capabilities, no new privileges.
# Usage: .ci/container.sh [docker|buildah]. Default: Docker if its daemon answers, else Buildah, which needs root.
# IMAGE=name tests an image that exists. BASE_IMAGE=name builds on another base image, for machines without a registry.
# Ends with the number of failed checks.
# shellcheck disable=SC2317 # Functions are called by name.
set -euo pipefail
cd "$(dirname "$0")/.."

# Made up, and in the list of test secrets that tooling/repository-checks knows.
export SHOPIFY_API_KEY=0123456789abcdef0123456789abcdef SHOPIFY_API_SECRET=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
readonly NAME=session-token-container-test PORT=${PORT:-38080}
readonly URL=http://127.0.0.1:$PORT
engine=${1:-$(docker info >/dev/null 2>&1 && echo docker || echo buildah)}
image=${IMAGE:-}
failed=0
work=$(mktemp -d)

check() { # check NAME COMMAND…
  if "${@:2}" >"$work/output" 2>&1; then
    echo "ok      $1"
  else
    echo "FAILED  $1"
    sed 's/^/        /' "$work/output"
    failed=$((failed + 1))
  fi
}
build() {
  sed "${BASE_IMAGE:+s|^FROM node:[^ ]*|FROM $BASE_IMAGE|}" Dockerfile >"$work/Dockerfile"
  if [ "$engine" = docker ]; then
    docker build --quiet --file "$work/Dockerfile" --tag "$NAME" .
  else
    buildah build --quiet --isolation chroot --format docker --file "$work/Dockerfile" --tag "$NAME" .
  fi
}

# Each engine has the same functions. `stop` sends SIGTERM and sets exit_code, `status` prints that of process 1, `once` runs
# a command in a new container, and `writes PATH USER` tells whether the user can write there.
docker_start() {
  docker run --detach --name "$NAME" --publish "127.0.0.1:$PORT:3000" --read-only --cap-drop ALL \
    --security-opt no-new-privileges \
    --env SHOPIFY_API_KEY --env SHOPIFY_API_SECRET --env DRAIN_SECONDS=1 "$image" >/dev/null
}
docker_stop() {
  docker stop -t 30 "$NAME" >/dev/null
  exit_code=$(docker inspect --format '{{.State.ExitCode}}' "$NAME")
}
docker_signal() { docker kill --signal "$1" "$NAME" >/dev/null; }
docker_status() { docker exec "$NAME" cat /proc/1/status; }
docker_logs() { docker logs "$NAME" 2>&1; }
docker_once() { docker run --rm --read-only --cap-drop ALL --env DATABASE_URL=file::memory: "$image" "$@"; }
docker_writes() { docker exec --user "$2" "$NAME" touch "$1"; }
docker_is_healthy() { [ "$(docker inspect --format '{{.State.Health.Status}}' "$NAME")" = healthy ]; }
docker_clean() { docker rm --force --volumes "$NAME" >/dev/null 2>&1 || true; }

# Buildah does not run containers as a service, so this does what Docker does: namespaces, a read-only root, no capabilities.
buildah_prepare() {
  container=$(buildah from "$image")
  root=$(buildah mount "$container")
  config() { # config FIELD [OCIv1|Docker]
    buildah inspect --type image --format "{{range .${2:-OCIv1}.Config.$1}}{{println .}}{{end}}" "$image" | sed '/^$/d'
  }
  mapfile -t environment < <(config Env)
  mapfile -t command < <(config Cmd)
  user=$(buildah inspect --type image --format '{{.OCIv1.Config.User}}' "$image")
}
buildah_run() { # buildah_run VARIABLE=value… -- COMMAND…
  local variables=()
  while [ "$1" != -- ]; do variables+=("$1"); shift; done
  shift
  # shellcheck disable=SC2016 # expanded by the inner shell
  exec unshare --fork --pid --mount --ipc --uts --kill-child sh -c '
    root=$1 user=$2; shift 2
    mount --bind "$root" "$root" && mount -o remount,bind,ro "$root"
    mount -t tmpfs -o mode=700,uid=1000,gid=1000 tmpfs "$root/data"
    mount -t proc proc "$root/proc"
    mount --bind /dev "$root/dev"
    exec chroot "$root" /usr/bin/setpriv --reuid "${user%:*}" --regid "${user#*:}" --clear-groups --no-new-privs \
      --inh-caps=-all --bounding-set=-all -- /usr/bin/env -i --chdir=/app "$@"
  ' sh "$root" "$user" "${environment[@]}" "${variables[@]}" "$@"
}
buildah_start() {
  buildah_prepare
  buildah_run "PORT=$PORT" BIND_ADDRESS=127.0.0.1 DRAIN_SECONDS=1 "SHOPIFY_API_KEY=$SHOPIFY_API_KEY" \
    "SHOPIFY_API_SECRET=$SHOPIFY_API_SECRET" -- "${command[@]}" >"$work/log" 2>&1 &
  outer=$!
  until server=$(pgrep --parent "$outer"); do kill -0 "$outer"; done
}
buildah_stop() {
  kill -TERM "$server"
  exit_code=0
  wait "$outer" || exit_code=$?
}
buildah_signal() { kill "-$1" "$server"; }
buildah_status() { cat "/proc/$server/status"; }
buildah_logs() { cat "$work/log"; }
buildah_once() { (buildah_run DATABASE_URL=file::memory: -- "$@"); }
buildah_writes() { touch "/proc/$server/root$1"; }
buildah_is_healthy() {
  mapfile -t health < <(config Healthcheck.Test Docker)
  nsenter --target "$server" --mount --pid --root --wd env -i "${environment[@]}" "PORT=$PORT" "${health[@]:1}"
}
buildah_clean() {
  [ -z "${outer:-}" ] || kill -KILL "$outer" 2>/dev/null || true
  [ -z "${container:-}" ] || buildah rm "$container" >/dev/null
}

responds() { curl --silent --fail --max-time 2 "$URL/health/$1"; }
within_30_seconds() {
  for _ in $(seq 60); do
    "$@" && return
    sleep 0.5
  done
  "${engine}_logs"
  return 1
}
status_is() { # status_is FIELD VALUE: of process 1
  local value
  value=$("${engine}_status" | awk -v field="$1:" '$1 == field { print $2 }')
  echo "$1 is $value"
  [ "$value" = "$2" ]
}
rejects_without_token() {
  curl --silent --include --header 'Origin: null' "$URL/api/session-token" | tee "$work/response"
  grep -q '^HTTP/1.1 401' "$work/response" && grep -qi '^access-control-allow-origin: \*' "$work/response" &&
    grep -q '"code":"missing_token"' "$work/response"
}
is_read_only() { ! "${engine}_writes" /app/written 0 && "${engine}_writes" /data/written 1000; }
survives_sigusr1() {
  "${engine}_signal" USR1 && responds live && ! "${engine}_logs" | grep -i debugger
}
stops_cleanly() {
  "${engine}_stop"
  echo "exit code $exit_code"
  [ "$exit_code" = 0 ] && "${engine}_logs" | grep '"msg":"stopped"'
}
keeps_secret() { "${engine}_logs" | grep listening && ! "${engine}_logs" | grep -F "$SHOPIFY_API_SECRET"; }
fails_without_settings() {
  ! "${engine}_once" node main.js >"$work/settings" 2>&1 && grep 'SHOPIFY_API_SECRET is missing' "$work/settings"
}

trap '"${engine}_clean"; rm -rf "$work"' EXIT
if [ -z "$image" ]; then
  image=$NAME
  check 'builds' build
  [ "$failed" = 0 ] || exit 1
fi
"${engine}_start"
check 'is ready within 30 seconds' within_30_seconds responds ready
check 'is healthy by the health check of the image' within_30_seconds "${engine}_is_healthy"
check 'runs as user 1000' status_is Uid 1000
check 'has no capabilities' status_is CapEff 0000000000000000
check 'can get no capabilities' status_is CapBnd 0000000000000000
check 'can get no new privileges' status_is NoNewPrivs 1
check 'has a read-only root, and a writable /data' is_read_only
check 'answers a call without a token with 401 and CORS headers' rejects_without_token
check 'does not open the inspector on SIGUSR1' survives_sigusr1
check 'exits with 0 on SIGTERM' stops_cleanly
check 'does not log its secret' keeps_secret
check 'runs migrations with no secret in its environment' "${engine}_once" node main.js migrate
check 'does not start without settings' fails_without_settings
check 'has the code that it loads on demand' "${engine}_once" test -s postgres.js -a -s redis.js -a -s tracing.js
check 'has the list of its packages and their notices' "${engine}_once" test -s sbom.cdx.json -a -s THIRD_PARTY_NOTICES.txt
echo "$engine: $failed failed"
exit "$failed"
