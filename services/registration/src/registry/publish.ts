import { alertRulePublishedType, holidayPublishedType, indicatorDefinedType, topics, unitPublishedType } from '@da06/events';
import type { Locality } from '@da06/reference';
import { isDeepStrictEqual } from 'node:util';
import { addEvent } from '../commit/unit.ts';
import type { Committer } from '../commit/committer.ts';
import type { Registry } from './registry.ts';

type Publication = { readonly type: string; readonly subject: string; readonly data: object };

/** Appends the units, definitions, holidays and rules of the locality that the log does not tell yet, or tells otherwise; resolves to how many. What the locality no longer has stays as it was told. */
export const publishLocality = async ({ registry, locality, committer, now }: { readonly registry: Registry; readonly locality: Locality; readonly committer: Committer; readonly now: () => number }): Promise<number> => {
  const missing = publicationsOf(locality).filter(({ type, subject, data }) => !isDeepStrictEqual(registry.published(type, subject), data));
  if (missing.length === 0) return 0;
  const receivedAt = now();
  await committer.submit((unit) => {
    for (const publication of missing) addEvent(unit, { topic: topics.registry, receivedAt, actor: 'system:registration', ...publication });
  }, missing.length);
  for (const publication of missing) registry.apply(publication);
  return missing.length;
};

const publicationsOf = ({ unitsInTime, indicatorDefinitions, holidays, alertRules }: Locality): readonly Publication[] => [
  ...unitsInTime.published.map((data) => ({ type: unitPublishedType, subject: data.uid, data })),
  ...indicatorDefinitions.map((data) => ({ type: indicatorDefinedType, subject: data.code, data })),
  ...holidays.map((data) => ({ type: holidayPublishedType, subject: `${data.code}/${data.year}`, data })),
  ...alertRules.map((data) => ({ type: alertRulePublishedType, subject: data.rule, data })),
];
