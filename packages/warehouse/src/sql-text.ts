import type { Settings } from './connection.ts';

/** A text as a literal of a statement. */
export const quoted = (value: string): string => `'${value.replace(/[\\']/g, '\\$&').replaceAll('\0', '\\0')}'`;

/** Settings as SET and SETTINGS take them, in their order. */
export const settingsList = (settings: Settings): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name} = ${typeof value === 'number' ? value : quoted(value)}`)
    .join(', ');
