/** What a board's address says, in Grafana's own words, so that a link copied from one opens in the other. */
export type UrlState = {
  /** `now-30d`, Unix milliseconds or an ISO time; undefined: the board's own. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** `''`: not by itself. Undefined: the board's own. */
  readonly refresh: string | undefined;
  /** `var-unit=a&var-unit=b`; `$__all` is all. */
  readonly variables: Readonly<Record<string, readonly string[]>>;
  /** A single panel, large. */
  readonly viewPanel: number | undefined;
};

export const all = '$__all';

/** `viewPanel=12` is Grafana's of old, `panel-12` of today. */
const panelIn = (text: string | null): number | undefined => {
  const id = /^(?:panel-)?(\d+)$/.exec(text ?? '')?.[1];
  return id === undefined ? undefined : Number(id);
};

export const readUrl = (query: URLSearchParams): UrlState => {
  const names = new Set([...query.keys()].filter((name) => name.startsWith('var-')));
  return {
    from: query.get('from') ?? undefined,
    to: query.get('to') ?? undefined,
    refresh: query.get('refresh') ?? undefined,
    variables: Object.fromEntries([...names].map((name) => [name.slice('var-'.length), query.getAll(name)])),
    viewPanel: panelIn(query.get('viewPanel')),
  };
};

/** The query with what changes written in; what it also holds (`kiosk`, `theme`) stays. */
export const writeUrl = (query: URLSearchParams, change: Partial<UrlState>): URLSearchParams => {
  const next = new URLSearchParams(query);
  const put = (name: string, value: string | undefined): void => (value === undefined ? next.delete(name) : next.set(name, value));
  for (const name of ['from', 'to', 'refresh'] as const) if (name in change) put(name, change[name]);
  if ('viewPanel' in change) put('viewPanel', change.viewPanel === undefined ? undefined : `panel-${change.viewPanel}`);
  for (const [name, values] of Object.entries(change.variables ?? {})) {
    next.delete(`var-${name}`);
    for (const value of values) next.append(`var-${name}`, value);
  }
  return next;
};
