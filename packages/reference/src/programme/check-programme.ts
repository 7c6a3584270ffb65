import { AppError } from '@da06/errors';
import type { Pack, Unit } from '../schema.ts';
import type { Agency, PlannedModel } from './schema.ts';

type Times = { readonly from: string; readonly to: string | null };
type Validity = { readonly from: string | null; readonly to: string | null };

/** Checks the files of the programme against each other and against the units. @throws AppError `config.invalid` naming every fault. */
export const checkProgramme = (pack: Pack, units: readonly Unit[]): void => {
  const agencies = new Map(pack.agencies.map((agency) => [agency.code, agency]));
  const problems = [
    ...agencyFaults(pack.agencies, agencies),
    ...pack.models.flatMap((model, place) => modelFaults(model, place + 1, agencies)),
    ...reportingFaults(pack, agencies, units),
    ...indicatorFaults(pack),
  ];
  if (problems.length > 0) throw new AppError('config.invalid', { detail: `Locality pack, programme: ${problems.join('; ')}.` });
};

const agencyFaults = (all: readonly Agency[], agencies: ReadonlyMap<string, Agency>): string[] => [
  ...twice(all.map(({ code }) => code)),
  ...all.flatMap(({ code, validFrom, validTo, successors }) => [
    ...(validFrom !== null && validTo !== null && validFrom > validTo ? [`${code} ends before it begins`] : []),
    ...(validTo === null && successors.length > 0 ? [`${code} has successors and no end`] : []),
    ...successors.flatMap((successor) => {
      const found = agencies.get(successor.code);
      if (found === undefined) return [`${code} has the unknown successor ${successor.code}`];
      return validTo !== null && found.validTo !== null && found.validTo <= validTo ? [`${code} has a successor, ${successor.code}, that ended no later`] : [];
    }),
  ]),
];

const modelFaults = (model: PlannedModel, number: number, agencies: ReadonlyMap<string, Agency>): string[] => {
  const name = `model ${String(model.model)}`;
  const deployable = model.standing === 'deployable';
  const named = [...model.leads, ...model.coordinating, ...model.steps.flatMap(({ actors }) => actors)];
  return [
    ...(model.model === number ? [] : [`${name} stands where ${String(number)} belongs`]),
    ...[...new Set(named)].filter((code) => !agencies.has(code)).map((code) => `${name} names the unknown agency ${code}`),
    ...(model.steps.every(({ step }, place) => step === place + 1) ? [] : [`${name} has steps that are not numbered 1 to ${String(model.steps.length)}`]),
    ...(deployable && (model.leads.length === 0 || model.steps.length === 0 || model.endKind === null) ? [`${name} is deployable and lacks a lead, a step or its end`] : []),
    ...(!deployable && (model.steps.length > 0 || model.deadline !== null || model.endKind !== null) ? [`${name} is not deployable and has steps, a deadline or an end`] : []),
    ...(model.deadline === null || model.deadlineVi.includes(dayInWords(model.deadline)) ? [] : [`${name} has a deadline that its words do not`]),
  ];
};

/** A day as documents write it: 30/12/2023. */
const dayInWords = (day: string): string => day.split('-').reverse().join('/');

const reportingFaults = ({ reporters: { receivers, reporters } }: Pack, agencies: ReadonlyMap<string, Agency>, units: readonly Unit[]): string[] => {
  const agencyTime = (code: string): Validity | undefined => {
    const agency = agencies.get(code);
    return agency && { from: agency.validFrom, to: agency.validTo };
  };
  const unitTime = (uid: string): Validity | undefined => {
    const unit = units.find((each) => each.uid === uid);
    return unit && { from: unit.valid_from, to: unit.valid_to };
  };
  return [
    ...receivers.flatMap((times) => timeFaults(times.agency, times, agencyTime(times.agency))),
    ...reporters.flatMap((times) => timeFaults(times.reporter, times, times.kind === 'agency' ? agencyTime(times.reporter) : unitTime(times.reporter))),
    ...overlaps(receivers.map((times) => ({ ...times, who: 'the receiver' }))),
    ...overlaps(reporters.map((times) => ({ ...times, who: times.reporter }))),
    ...reporters.filter((times) => !covered(times, receivers)).map(({ reporter }) => `${reporter} reports in months that have no receiver`),
  ];
};

const timeFaults = (who: string, { from, to }: Times, validity: Validity | undefined): string[] => {
  if (validity === undefined) return [`${who} reports or receives and is unknown`];
  if (to !== null && from > to) return [`${who} ends before it begins`];
  return from < (validity.from ?? '').slice(0, 7) || (to ?? '9999-12') > (validity.to ?? '9999-12').slice(0, 7) ? [`${who} reports or receives outside its validity`] : [];
};

const overlaps = (all: readonly (Times & { readonly who: string })[]): string[] =>
  all.filter((times, place) => all.slice(0, place).some((other) => other.who === times.who && other.from <= (times.to ?? '9999') && times.from <= (other.to ?? '9999'))).map(({ who, from }) => `${who} stands twice in ${from}`);

/** Whether each month of a time lies in one of others, which do not overlap. */
const covered = ({ from, to }: Times, others: readonly Times[]): boolean => {
  const next = others.find((other) => other.from <= from && from <= (other.to ?? '9999'));
  if (next === undefined) return false;
  return next.to === null || (to !== null && to <= next.to) || covered({ from: monthAfter(next.to), to }, others);
};

const monthAfter = (month: string): string => (month.endsWith('-12') ? `${String(Number(month.slice(0, 4)) + 1)}-01` : `${month.slice(0, 5)}${String(Number(month.slice(5)) + 1).padStart(2, '0')}`);

const indicatorFaults = ({ indicators, models }: Pack): string[] => {
  const measured = new Set(indicators.map(({ model }) => model));
  const deployable = models.filter(({ standing }) => standing === 'deployable').map(({ model }) => model);
  return [
    ...twice(indicators.map(({ code }) => code)),
    ...indicators.filter(({ model }) => !deployable.includes(model)).map(({ code }) => `${code} is of a model that is not to be carried out`),
    ...indicators.filter(({ code, model }) => !code.startsWith(`m${String(model).padStart(2, '0')}.`)).map(({ code, model }) => `${code} does not carry the number of model ${String(model)}`),
    ...deployable.filter((model) => !measured.has(model)).map((model) => `model ${String(model)} has no indicator`),
  ];
};

const twice = (all: readonly string[]): string[] => all.filter((each, place) => all.indexOf(each) < place).map((each) => `${each} stands twice`);
