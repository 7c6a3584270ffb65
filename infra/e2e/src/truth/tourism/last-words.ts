import type { Oversight, TruthInspection, TruthOutage, TruthTrip } from '@da06/simulator';

/** Of what was told of one thing, in the order of its telling, the last of the highest revision, with the first receipt. */
const lastWords = <T extends { readonly revision: number; readonly receivedAt: string }>(tellings: readonly T[], keyOf: (one: T) => string): (T & { readonly firstAt: string })[] => {
  const held = new Map<string, T & { readonly firstAt: string }>();
  for (const one of tellings) {
    const before = held.get(keyOf(one));
    const firstAt = before?.firstAt ?? one.receivedAt;
    held.set(keyOf(one), before !== undefined && before.revision > one.revision ? { ...before, firstAt } : { ...one, firstAt });
  }
  return [...held.values()];
};

export const tripsOf = ({ trips }: Pick<Oversight, 'trips'>): (TruthTrip & { readonly firstAt: string })[] => lastWords(trips, ({ facility, ref }) => `${facility}/${ref}`);
export const inspectionsOf = ({ inspections }: Pick<Oversight, 'inspections'>): (TruthInspection & { readonly firstAt: string })[] => lastWords(inspections, ({ facility, ref }) => `${facility}/${ref}`).filter(({ withdrawn }) => !withdrawn);
export const outagesOf = ({ outages }: Pick<Oversight, 'outages'>): (TruthOutage & { readonly firstAt: string })[] => lastWords(outages, ({ ref }) => ref).filter(({ withdrawn }) => !withdrawn);
