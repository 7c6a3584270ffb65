import { daysAfter } from '@da06/domain';
import type { LeadAgency, ModelScheduledData, ReporterAssignedData } from '@da06/events';
import type { Pack, Unit } from '../schema.ts';
import type { Agency, IndicatorDefinition, PlannedModel, Reporting } from './schema.ts';

type OfCommand = 'idempotencyKey' | 'requestHash' | 'simulated';

/** A model as its event `model.scheduled` carries it, but for what a command adds. */
export type ScheduledModel = Omit<ModelScheduledData, OfCommand>;

/** A time of a reporter as its event `reporter.assigned` carries it, but for what a command adds. */
export type AssignedReporter = Omit<ReporterAssignedData, OfCommand>;

/** The programme of a locality: its plan, who takes part, who reports, and what is measured. */
export type Programme = {
  readonly plan: { readonly reference: string; readonly probable: boolean; readonly date: string; readonly titleVi: string; readonly issuerVi: string };
  /** By number, also those that the plan asks nothing of. */
  readonly models: readonly ScheduledModel[];
  readonly agencies: readonly Agency[];
  readonly agency: (code: string) => Agency | undefined;
  /** One row for each time in which neither the duty nor its receiver changes; a reporter may have several. */
  readonly reporters: readonly AssignedReporter[];
  readonly indicators: readonly IndicatorDefinition[];
  readonly indicator: (code: string) => IndicatorDefinition | undefined;
};

/** Builds the lookups of a pack whose files have been checked against each other. */
export const programmeOf = (pack: Pack): Programme => {
  const agencies = new Map(pack.agencies.map((agency) => [agency.code, agency]));
  const indicators = new Map(pack.indicators.map((indicator) => [indicator.code, indicator]));
  const { number, typeVi, probable, date, titleVi, issuerVi } = pack.plan;
  const reference = number ?? `${typeVi} ${date.split('-').reverse().join('/')}`;
  return {
    plan: { reference, probable, date, titleVi, issuerVi },
    models: pack.models.map((model) => scheduled(model, { reference, probable, date }, pack, agencies)),
    agencies: pack.agencies,
    agency: (code) => agencies.get(code),
    reporters: assigned(pack.reporters, agencies, pack.units),
    indicators: pack.indicators,
    indicator: (code) => indicators.get(code),
  };
};

const scheduled = (model: PlannedModel, plan: ScheduledModel['plan'], pack: Pack, agencies: ReadonlyMap<string, Agency>): ScheduledModel => {
  const { deadlineVi: _words, leads, coordinating, steps, ...rest } = model;
  const annex = model.annex === '' ? undefined : pack.plan.annexes[model.annex];
  const named = (code: string): { code: string; vi: string } => ({ code, vi: agencies.get(code)?.vi ?? code });
  return {
    ...rest,
    plan,
    leads: leads.flatMap((code) => inSuccession(code, null, agencies)),
    coordinating: coordinating.map(named),
    needsUnit: annex?.needsUnit ?? false,
    waitsForC06: annex?.waitsForC06 ?? false,
    steps: steps.map((step) => ({ ...step, actors: step.actors.map((code) => ({ ...named(code), outside: agencies.get(code)?.outside ?? true })) })),
  };
};

/** An agency for the time it leads, and after its end its successors, and theirs. */
const inSuccession = (code: string, from: string | null, agencies: ReadonlyMap<string, Agency>): readonly LeadAgency[] => {
  const agency = agencies.get(code);
  if (agency === undefined) return [];
  const { vi, collective, validFrom, validTo, successors } = agency;
  const since = from !== null && validFrom !== null && validFrom > from ? validFrom : from;
  return [{ code, vi, from: since, to: validTo, collective }, ...(validTo === null ? [] : successors.flatMap((successor) => inSuccession(successor.code, daysAfter(validTo, 1), agencies)))];
};

/** Cuts the reporters' times where their receiver changes. */
const assigned = ({ dueDay, receivers, reporters }: Reporting, agencies: ReadonlyMap<string, Agency>, units: readonly Unit[]): AssignedReporter[] => {
  const names = new Map(units.map(({ uid, name_vi }) => [uid, committeeOf(name_vi)]));
  const agencyName = (code: string): string => agencies.get(code)?.vi ?? code;
  return reporters.flatMap(({ reporter, kind, from, to, verified }) =>
    receivers
      .filter((receiver) => receiver.from <= (to ?? '9999') && from <= (receiver.to ?? '9999'))
      .map((receiver) => ({
        reporter,
        kind,
        nameVi: kind === 'agency' ? agencyName(reporter) : (names.get(reporter) ?? reporter),
        from: receiver.from > from ? receiver.from : from,
        to: earlier(to, receiver.to),
        dueDay,
        receiver: receiver.agency,
        receiverVi: agencyName(receiver.agency),
        verified: verified && receiver.verified,
      })),
  );
};

/** The People's Committee of a unit, which reports for it: "UBND xã Tân Hưng". */
const committeeOf = (unit: string): string => `UBND ${unit.charAt(0).toLowerCase()}${unit.slice(1)}`;

/** The earlier of two last months; null = until further notice. */
const earlier = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b < a) ? b : a);
