#!/bin/sh
# Makes the organisations of the audiences (infra/deploy/src/access/audiences.ts) in Grafana's data: its files can fill an organisation, not make one, and
# a start with files for one that is missing fails. Grafana runs here without files and is heard by this container alone.
set -eu
mkdir -p /tmp/none/access-control /tmp/none/alerting /tmp/none/dashboards /tmp/none/datasources /tmp/none/plugins
GF_PATHS_PROVISIONING=/tmp/none GF_SERVER_HTTP_ADDR=127.0.0.1 GF_SERVER_HTTP_PORT=3999 /run.sh &
grafana=$!
trap 'kill "$grafana" 2> /dev/null || true; wait "$grafana" 2> /dev/null || true' EXIT

api() { # By a file of settings: a password on a command line can be read by others.
  method=$1 path=$2
  shift 2
  printf 'user = "admin:%s"\n' "$GF_SECURITY_ADMIN_PASSWORD" | curl --silent --show-error --config - --request "$method" --header 'Content-Type: application/json' "$@" "http://127.0.0.1:3999$path"
}

tries=0
until curl --silent --fail --output /dev/null http://127.0.0.1:3999/api/health; do
  tries=$((tries + 1))
  if [ "$tries" -gt 120 ]; then echo 'Grafana did not start.' >&2; exit 1; fi
  sleep 1
done

id=2
for name in 'Màn hình' 'An ninh' 'Chương trình' 'Phân tích'; do
  found=$(api GET "/api/orgs/$id")
  case $found in
    *"\"name\":\"$name\""*) ;;
    *)
      made=$(api POST /api/orgs --data "{\"name\":\"$name\"}")
      case $made in
        *"\"orgId\":$id,"* | *"\"orgId\":$id}"*) ;;
        *) echo "Organisation $id is to be \"$name\": $made (before: $found)" >&2; exit 1 ;;
      esac
      ;;
  esac
  echo "organisation $id: $name"
  id=$((id + 1))
done
