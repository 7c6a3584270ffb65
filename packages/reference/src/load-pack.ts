import { AppError } from '@da06/errors';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { checkProgramme } from './programme/check-programme.ts';
import { packFiles, type Pack, type Unit } from './schema.ts';
import { checkUnitShares } from './units/check-units.ts';

/** Folder of the pack that is loaded when no other is named. */
export const defaultPackDir = fileURLToPath(new URL('../packs/hon-quan/', import.meta.url));

/** Reads a pack's files and checks them, each alone and the units against each other. @throws AppError `config.invalid` with file and pointer. */
export const loadPack = (dir: string): Pack => {
  const pack = Object.fromEntries(Object.entries(packFiles).map(([name, schema]) => [name, readChecked(dir, name, schema)])) as unknown as Pack;
  const loaded = pack.units.filter(({ status }) => status === 'loaded');
  checkUnits(loaded);
  checkUnitShares(pack, loaded);
  checkFormerProvinces(pack);
  checkProgramme(pack, loaded);
  return { ...pack, units: loaded };
};

const readChecked = (dir: string, name: string, schema: z.ZodType): unknown => {
  const file = join(dir, `${name}.json`);
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new AppError('config.invalid', { detail: `Locality pack: ${file} cannot be read.`, cause });
  }
  const checked = schema.safeParse(json);
  if (checked.success) return checked.data;
  const faults = checked.error.issues.map(({ path, message }) => `/${path.map(String).join('/')}: ${message}`);
  throw new AppError('config.invalid', { detail: `Locality pack: ${file} ${faults.join('; ')}` });
};

/** A code is valid for one unit at a time, a uid is used once, successors exist. */
const checkUnits = (units: readonly Unit[]): void => {
  const uids = new Set<string>();
  const problems: string[] = [];
  for (const unit of units) {
    if (uids.has(unit.uid)) problems.push(`${unit.uid} stands twice`);
    uids.add(unit.uid);
    if (unit.valid_from !== null && unit.valid_to !== null && unit.valid_from > unit.valid_to) problems.push(`${unit.uid} ends before it begins`);
    const clash = units.find((other) => other.uid < unit.uid && other.code === unit.code && other.level === unit.level && overlap(unit, other));
    if (clash !== undefined) problems.push(`${unit.uid} and ${clash.uid} share the code ${unit.code} at the same time`);
  }
  for (const unit of units) for (const successor of unit.successors) if (!uids.has(successor)) problems.push(`${unit.uid} has the unknown successor ${successor}`);
  if (problems.length > 0) throw new AppError('config.invalid', { detail: `Locality pack, units: ${problems.join('; ')}.` });
};

/** A province that is gone went into one that is there. */
const checkFormerProvinces = ({ provinces, 'former-provinces': former }: Pack): void => {
  const there = new Set(provinces.map(({ code }) => code));
  const problems = former.filter(({ successor }) => !there.has(successor)).map(({ vi, successor }) => `${vi} has the unknown successor ${successor}`);
  if (problems.length > 0) throw new AppError('config.invalid', { detail: `Locality pack, former-provinces: ${problems.join('; ')}.` });
};

const overlap = (a: Unit, b: Unit): boolean => (a.valid_from ?? '') <= (b.valid_to ?? '9999') && (b.valid_from ?? '') <= (a.valid_to ?? '9999');
