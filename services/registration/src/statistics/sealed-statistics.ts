import type { StatisticReleased } from '@da06/events';
import { spellOn, type Spell } from '@da06/domain';
import { z } from 'zod';

export type Statistic = StatisticReleased['data']['statistic'];

/** What is counted of envelopes: whose, and what in them. */
export type SealedStatistic = {
  /** The spell by which a person is counted at the end of a day; its unit is where. */
  readonly countedBy: (spells: readonly Spell[], day: string) => Spell | undefined;
  /** True if only the record that began that spell tells; else the newest current record of the person that does. */
  readonly ofThatSpell: boolean;
  /** What an opened envelope tells; '' = nothing. */
  readonly codeIn: (identity: unknown) => string;
};

const Ethnicity = z.object({ person: z.object({ ethnicity: z.object({ code: z.string() }) }) }).transform(({ person }) => person.ethnicity.code).catch('');
const AbsenceCase = z.object({ absence: z.object({ case: z.string() }) }).transform(({ absence }) => absence.case).catch('');

export const sealedStatistics: Readonly<Record<Statistic, SealedStatistic>> = {
  ethnicity: { countedBy: (spells, day) => spellOn(spells, 'permanent', day) ?? spellOn(spells, 'temporary', day), ofThatSpell: false, codeIn: (identity) => Ethnicity.parse(identity) },
  'absence-case': { countedBy: (spells, day) => spellOn(spells, 'absence', day), ofThatSpell: true, codeIn: (identity) => AbsenceCase.parse(identity) },
};

export const isStatistic = (name: string): name is Statistic => Object.hasOwn(sealedStatistics, name);
