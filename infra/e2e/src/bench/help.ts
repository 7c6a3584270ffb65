import type { BenchSection } from './sections.ts';

const minutes = (seconds: number): string => (seconds < 90 ? `${Math.ceil(seconds / 5) * 5} s` : `${Math.ceil(seconds / 60)} min`);

/** How long a section takes at its sizes, in words. */
export const durationOf = ({ seconds }: BenchSection, sizes: readonly number[]): string => minutes(sizes.reduce((sum, size) => sum + seconds(size), 0));

/** What `npm run bench -- --help` prints. */
export const helpText = (sections: Readonly<Record<string, BenchSection>>): string => `npm run bench [-- NAME…] [options]

Measures how fast DA06 is on this machine; a line a figure: name, figure, bar, ok or short. Đo tốc độ trên máy này.

Sections (all, without a NAME):
${Object.entries(sections).map(([name, section]) => `  ${name.padEnd(14)} ${section.about}\n  ${''.padEnd(14)} ${section.sized === undefined ? '' : `--${section.sized.option} ${section.sized.own.join(',')}; `}about ${durationOf(section, section.sized?.own ?? [0])} on two quiet cores`).join('\n')}

Sizes, several separated by commas (the cost an event against the size is then charted):
  --stays LIST      take-in, projection, kafka, tourism, dashboards (100000000 takes about 20 min, 13 GB of disk at the end and 18 free before)
  --events LIST     rebuild
  --seconds N       put, freshness
  --rows LIST       xlsx
  --residents LIST  population

  --registers yes|no  dashboards: fill the registers of stays; without it up to 50 million (at 100 million they take an hour and 40 GB more)
  --folder DIR        dashboards, tourism, population: keep what was made in DIR, and ask it again if it is there

Results:
  --json FILE       everything, with the machine and the options (shape: infra/e2e/src/bench/schema.ts)
  --page FILE       one HTML page with charts, which opens from the disk and asks nothing of the network
  --from FILE       --page of a report that is there; nothing is measured
  --compare OLD     the same, with OLD beside --json NEW (or --from NEW)

Exit code: 0 every figure was taken (also if short of a bar), 1 a figure could not be taken, 2 wrong use, 130 interrupted: what was started ends, folders go.
`;
