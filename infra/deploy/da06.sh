#!/bin/sh
# The da06 command of the image: docker compose exec registration da06 --help
exec node --initial-old-space-size=32 --max-semi-space-size=8 /app/infra/setup/run.mjs /app/services/da06/src/main.ts "$@"
