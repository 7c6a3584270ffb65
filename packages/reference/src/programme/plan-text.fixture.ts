import { foldName } from '@da06/domain';
import { SequenceMatcher } from 'difflib';
import type { PlannedModel } from './schema.ts';

/** How much of each text has to be found in the other. */
export const enough = 0.8;

/** A text of a pack beside the place of the scan where it should stand. */
export type Match = { readonly of: string; readonly ratio: number };

type Heading = { readonly at: number; readonly end: number; readonly kind: 'model' | 'step' | 'section'; readonly number: number };

/** "Mô hình 9:", "Bước 1:" and headings of sections as scanning left them ("M0 hinh", "Bu',éc", "Budcl:"): what is general to it is the frame, not the marks. */
const headings: readonly (readonly [Heading['kind'], RegExp])[] = [
  ['model', /^[^A-Za-z]*M\S{1,2} h[iì]nh (\d+):/gm],
  ['step', /^[^A-Za-z]*(?:T |ot )?B[^\s:]{1,5}?[ce]{1,2} ?([1-9l])(?::| (?=Ph))/gm],
  ['section', /^(?:\W*\d\.\d+|[abcC]\)|\W*3\. Kinh|L\S* y:|III\.)/gm],
];

const headingsOf = (scan: string): Heading[] =>
  headings
    .flatMap(([kind, pattern]) => [...scan.matchAll(pattern)].map((found) => ({ at: found.index, end: found.index + found[0].length, kind, number: Number((found[1] ?? '0').replace('l', '1')) })))
    .sort((a, b) => a.at - b.at);

/** The scan of a plan in pieces: `9` = what follows the heading of model 9, `9/1` = its first step. */
export const piecesOf = (scan: string): ReadonlyMap<string, string> => {
  const pieces = new Map<string, string>();
  const all = headingsOf(scan);
  let model = 0;
  for (const [place, { end, kind, number }] of all.entries()) {
    if (kind === 'model') model = number;
    if (kind !== 'section') pieces.set(kind === 'model' ? String(model) : `${String(model)}/${String(number)}`, scan.slice(end, all[place + 1]?.at ?? scan.length));
  }
  return pieces;
};

/** Letters and digits alone, without marks and case. */
const fold = (text: string): string => foldName(text).replace(/[^a-z0-9]+/g, ' ').trim();

/** How much of a text is found in a piece, as longest matching blocks (Ratcliff/Obershelp). */
export const shareFound = (text: string, piece: string): number => {
  const [a, b] = [fold(text), fold(piece)];
  return matched(a, b) / a.length;
};

/** The same in both directions, the lower of them: a text cut short is found whole, and is wrong. */
const agreement = (text: string, piece: string): number => {
  const [a, b] = [fold(text), fold(piece)];
  return matched(a, b) / Math.max(a.length, b.length);
};

const matched = (a: string, b: string): number => new SequenceMatcher(null, a, b, false).getMatchingBlocks().reduce((sum, [, , length]) => sum + length, 0);

/** Every step of the models with how well it agrees with the scan, and the titles and deadlines with how much of them is found. */
export const matchesOf = (models: readonly PlannedModel[], pieces: ReadonlyMap<string, string>): Match[] =>
  models.flatMap((model) => {
    const name = String(model.model);
    const head = pieces.get(name) ?? '';
    const inHead = [['title', model.titleVi], ['deadline', model.deadlineVi]].flatMap(([what, text]) => (text ? [{ of: `${name} ${what ?? ''}`, ratio: shareFound(text, head) }] : []));
    return [...inHead, ...model.steps.map(({ step, vi }) => ({ of: `${name}/${String(step)}`, ratio: agreement(vi, pieces.get(`${name}/${String(step)}`) ?? '') }))];
  });

/** Which texts of models do not agree with the scan. */
export const wrongIn = (models: readonly PlannedModel[], pieces: ReadonlyMap<string, string>): string[] => matchesOf(models, pieces).filter(({ ratio }) => ratio < enough).map((match) => match.of);

/** Which models and steps of the scan are in none of the models. */
export const missingIn = (models: readonly PlannedModel[], pieces: ReadonlyMap<string, string>): string[] => {
  const known = new Set(models.flatMap(({ model, steps }) => [String(model), ...steps.map(({ step }) => `${String(model)}/${String(step)}`)]));
  return [...pieces.keys()].filter((piece) => !known.has(piece));
};
