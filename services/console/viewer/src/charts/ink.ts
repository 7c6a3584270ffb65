import type { GrafanaTheme2 } from '@grafana/data';

type Ink = { readonly text: string; readonly soft: string; readonly faint: string; readonly line: string; readonly hair: string; readonly ground: string; readonly raised: string };

/** Seen on light and dark, should a theme leave a colour out. */
const grey = '#808080';

/** Colours of all that is no data. */
export const inkOf = ({ colors }: GrafanaTheme2): Ink => ({
  text: colors.text?.primary ?? grey,
  soft: colors.text?.secondary ?? grey,
  faint: colors.text?.disabled ?? grey,
  line: colors.border?.medium ?? grey,
  hair: colors.border?.weak ?? grey,
  ground: colors.background?.primary ?? grey,
  raised: colors.background?.elevated ?? colors.background?.secondary ?? grey,
});
