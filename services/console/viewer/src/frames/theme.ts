import { createTheme, type GrafanaTheme2 } from '@grafana/data';

const themes = { light: createTheme({ colors: { mode: 'light' } }), dark: createTheme({ colors: { mode: 'dark' } }) } as const;

/** Colours of Grafana's light or dark theme, the same object each time. */
export const themeOf = (mode: 'light' | 'dark'): GrafanaTheme2 => themes[mode];
