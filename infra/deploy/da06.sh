#!/bin/sh
# The da06 command of the image: docker compose exec registration da06 --help
export MALLOC_MMAP_THRESHOLD_=524288 MALLOC_TRIM_THRESHOLD_=1048576
exec node --initial-old-space-size=32 --max-semi-space-size=8 /app/infra/setup/run.mjs /app/services/da06/src/main.ts "$@"
