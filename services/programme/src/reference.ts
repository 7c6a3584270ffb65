import type { Assignment, IndicatorRule, ModelPlan } from '@da06/domain';
import type { Locality } from '@da06/reference';

/** What the programme needs of a locality: its units, and its part of the pack. */
export type ProgrammeLocality = Pick<Locality, 'unitByUid' | 'isUnitValid'> & {
  readonly programme: {
    readonly plan: { readonly reference: string; readonly probable: boolean; readonly date: string };
    readonly models: readonly ModelPlan[];
    readonly reporters: readonly Assignment[];
    readonly indicators: readonly IndicatorRule[];
    readonly indicator: (code: string) => IndicatorRule | undefined;
    readonly leadsOn: (model: number, day: string) => readonly string[];
  };
};
