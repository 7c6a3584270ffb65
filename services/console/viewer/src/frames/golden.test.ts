import type { PanelAnswer } from '@da06/console/api';
import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { describe, expect, test } from 'vitest';
import { framesIn, shownIn } from './test-frames.ts';

/** One panel of each kind on our boards with (the first rows of) its answer over the simulated district, and what a reader sees of it. */
const recorded = import.meta.glob<{ readonly panel: Panel; readonly answer: PanelAnswer }>('./fixtures/*.json', { eager: true, import: 'default' });
const golden = import.meta.glob<readonly Readonly<Record<string, readonly string[]>>[]>('./golden/*.json', { eager: true, import: 'default' });

describe('answers that were recorded', () => {
  test('there is one for each kind of panel', () => {
    expect(Object.values(recorded).map(({ panel }) => panel.type).sort()).toEqual(['bargauge', 'barchart', 'geomap', 'heatmap', 'piechart', 'stat', 'state-timeline', 'status-history', 'table', 'timeseries'].sort());
  });
  for (const [path, { panel, answer }] of Object.entries(recorded)) {
    for (const language of ['vi', 'en'] as const) {
      test(`a ${panel.type} reads as it did, in ${language}`, () => {
        expect(shownIn(framesIn(language, answer, panel))).toEqual(golden[path.replace('fixtures', 'golden').replace('.json', `.${language}.json`)]);
      });
    }
  }
});
