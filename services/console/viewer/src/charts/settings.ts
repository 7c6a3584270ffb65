/** Settings that a panel or a column may hold, as a record to look into: their types are known to nobody but the panel that reads them. */
export const settingsOf = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {});
