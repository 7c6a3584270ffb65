/** A host's metrics as Prometheus' text. */
export const readMetrics = async (url: string): Promise<string> => await (await fetch(`${url}/metrics`)).text();

/** Seconds spent by stage of take-in so far. */
export const stageSeconds = (metrics: string): ReadonlyMap<string, number> =>
  new Map([...metrics.matchAll(/^registration_stage_seconds_total\{stage="([^"]+)"\} (\S+)$/gm)].map(([, stage = '', value = '']) => [stage, Number(value)]));

/** Seconds of CPU the process has used so far, on all its threads. */
export const cpuSeconds = (metrics: string): number => Number(/^process_cpu_seconds_total (\S+)$/m.exec(metrics)?.[1] ?? Number.NaN);
