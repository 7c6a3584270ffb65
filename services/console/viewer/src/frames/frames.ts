import { applyFieldOverrides, cacheFieldDisplayNames, getDisplayProcessor, type DataFrame, type FieldConfigSource, type GrafanaTheme2 } from '@grafana/data';
import type { FieldConfigSource as PanelFields, Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import type { PanelAnswer } from '@da06/console/api';
import type { Language } from '../panels/renderer.ts';
import { plainFrames } from './columns.ts';
import { displayIn } from './display.ts';
import { linksOf } from './links.ts';
import { registryFor } from './registry.ts';
import { zone } from './times.ts';
import { replacer, type LinkContext } from './variables.ts';

export type FrameOptions = LinkContext & { readonly theme: GrafanaTheme2; readonly language: Language };

const words = { vi: 'Thời gian', en: 'Time' } as const;

/** Names that a statement gives for itself (`time`, the `value` of a stat) become names that people read: in legends, in files, for screen readers. */
const named = (data: DataFrame[], panel: Panel, language: Language): void => {
  for (const field of data.flatMap(({ fields }) => fields).filter(({ name }) => name === 'time')) field.config.displayName = words[language];
  const only = data[0]?.fields.length === 1 ? data[0].fields[0] : undefined;
  if (only !== undefined && panel.title !== undefined) only.config.displayNameFromDS = panel.title;
};

/** The SDK's type says of JSON what @grafana/data says of values at work: bounds of thresholds may be null, which `registryFor` reads. */
const settingsOf = (source: PanelFields): FieldConfigSource => JSON.parse(JSON.stringify(source)) as FieldConfigSource;

/**
 * An answer as frames that can be drawn: a panel's settings and overrides applied, `display` and `getLinks` of each field set, numbers and times as people write them in Vietnam.
 * A series over time (`format` 0) gives one frame (time, value) for each series, all over the same times; a table gives one frame.
 */
export const framesOf = (answer: PanelAnswer, panel: Panel, { theme, language, ...context }: FrameOptions): DataFrame[] => {
  const source = panel.fieldConfig ?? { defaults: {}, overrides: [] };
  const data = plainFrames(answer);
  named(data, panel, language);
  const replace = replacer(context);
  const frames = applyFieldOverrides({ data, fieldConfig: settingsOf(source), fieldConfigRegistry: registryFor(source), replaceVariables: replace, theme, timeZone: zone });
  cacheFieldDisplayNames(frames);
  for (const frame of frames) {
    for (const field of frame.fields) {
      field.display = displayIn(language, { ...field, display: getDisplayProcessor({ field, theme, timeZone: zone }) });
      field.getLinks = linksOf(field, frame, replace);
    }
  }
  return frames;
};
