import { AppError } from '@da06/errors';
import type { Pack, Unit } from '../schema.ts';
import { predecessorsOf } from './project.ts';

/** Checks the shares and areas of a pack against its loaded units: whatever was cut or put together says in what shares, and names what is there. @throws AppError `config.invalid` naming every fault. */
export const checkUnitShares = (pack: Pick<Pack, 'unit-shares' | 'comparison-areas'>, units: readonly Unit[]): void => {
  const problems = [...sharesFaults(pack, units), ...areaFaults(pack, units), ...lengthFaults(units)];
  if (problems.length > 0) throw new AppError('config.invalid', { detail: `Locality pack, units in time: ${problems.join('; ')}.` });
};

const sharesFaults = ({ 'unit-shares': rows }: Pick<Pack, 'unit-shares'>, units: readonly Unit[]): string[] => {
  const uids = new Set(units.map(({ uid }) => uid));
  const rowOf = (direction: string, uid: string): (typeof rows)[number] | undefined => rows.find((row) => row.direction === direction && row.unit === uid);
  const lacking = (what: string, uid: string, direction: string, others: readonly string[]): string[] => {
    const row = rowOf(direction, uid);
    if (row === undefined) return others.length > 1 ? [`${uid} has several ${what} and no shares`] : [];
    return [
      ...others.filter((other) => !(other in row.shares)).map((other) => `${uid} has no share for ${other}`),
      ...Object.keys(row.shares).filter((other) => !others.includes(other) && !other.startsWith('external:')).map((other) => `${uid} has a share for ${other}, which is none of its ${what}`),
    ];
  };
  return [
    ...rows.filter(({ unit }) => !uids.has(unit)).map(({ unit }) => `shares are given for the unknown unit ${unit}`),
    ...rows.filter((row, place) => rows.findIndex((other) => other.unit === row.unit && other.direction === row.direction) < place).map(({ unit, direction }) => `shares of ${unit} ${direction} stand twice`),
    ...units.flatMap((unit) => [...lacking('successors', unit.uid, 'forward', unit.successors), ...lacking('predecessors', unit.uid, 'backward', predecessorsOf(unit, units))]),
  ];
};

const areaFaults = ({ 'comparison-areas': areas }: Pick<Pack, 'comparison-areas'>, units: readonly Unit[]): string[] =>
  areas.filter(({ area }) => !units.some(({ parent }) => parent === area)).map(({ area }) => `no unit lies in the comparison area ${area}`);

/** A unit that succeeds itself, or begins no later than the one before it ended, would be projected in circles. */
const lengthFaults = (units: readonly Unit[]): string[] => {
  const byUid = new Map(units.map((unit) => [unit.uid, unit]));
  return units.flatMap(({ uid, valid_to: to, successors }) =>
    successors.filter((successor) => to === null || (byUid.get(successor)?.valid_from ?? '') <= to).map((successor) => `${uid} has the successor ${successor}, which does not begin after its end`),
  );
};
