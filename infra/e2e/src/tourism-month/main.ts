// `main.ts`: plays the scenario of a month of real shape in this process, holds every view against its truth, and prints tile by tile what is shown and why, as a table of Markdown.
import { monthOfRealShape } from '@da06/simulator';
import { endOnSignal } from '../harness/ending.ts';
import { checkViews } from '../truth/check-views.ts';
import { playDistrict } from '../truth/play-district.ts';
import { tilesOf } from './tiles.ts';
import { whatHappened } from './what-happened.ts';

endOnSignal();
const month = { from: '2026-04-20', to: '2026-05-19' };
const [hotel, motel] = monthOfRealShape.downtimes;
const played = await playDistrict({ ...monthOfRealShape, residents: 30 });
try {
  const { rows, differences } = await checkViews(played, played.warehouse);
  const plot = { month, feast: { from: '2026-04-30', to: '2026-05-03' }, hotel: hotel.facility, outage: { from: hotel.from, to: '2026-05-17' }, motel: motel.facility, silence: { from: motel.from, to: '2026-05-17' } };
  const tiles = await tilesOf({ query: played.warehouse.query, plot, happened: whatHappened(played.truth, month) });
  const lines = ['| Tile | Shown | Because |', '|---|---|---|', ...tiles.map(({ tile, shown, because }) => `| ${tile} | ${shown} | ${because} |`)];
  process.stdout.write(`${month.from} to ${month.to}, synthetic: ${played.truth.stays.length} stays of 60 facilities.\n\n${lines.join('\n')}\n\n${Object.values(rows).reduce((sum, count) => sum + count, 0)} rows of ${Object.keys(rows).length} views were held against the truth: ${differences.length} differences, ${played.wrong.length} answers that were not as they must be.\n`);
  process.exitCode = differences.length + played.wrong.length > 0 ? 1 : 0;
  for (const difference of [...played.wrong, ...differences].slice(0, 10)) process.stderr.write(`${difference}\n`);
} finally {
  await played.close();
}
