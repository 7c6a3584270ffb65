import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { defaultPackDir } from '../load-pack.ts';
import { PlannedModel } from './schema.ts';

const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));

/** What was counted in a plan by hand, beside the plan and not from the pack. */
const Counts = z.object({
  listed_with_title: z.int(),
  annex_I_numbers: z.array(z.int()),
  annex_II_numbers: z.array(z.int()),
  annex_III_numbers: z.array(z.int()),
  missing_numbers: z.array(z.int()),
  not_deployable: z.array(z.int()),
  active_targets: z.int(),
  deadline_before_issue_date: z.array(z.int()),
  by_deadline: z.record(z.string(), z.array(z.int())),
  duy_tri_thuong_xuyen: z.array(z.int()),
  duy_tri_hang_nam: z.array(z.int()),
  nhan_rong: z.array(z.int()),
  steps_total: z.int(),
});

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** The packs every rule of the programme is tried on, each with a scan of its plan and what was counted in it. */
export const packs = [
  { name: 'Hớn Quản', dir: defaultPackDir, scan: fixture('hon-quan-plan-ocr.txt'), counts: Counts.parse(readJson(fixture('hon-quan-plan-counts.json'))) },
  { name: 'an invented pack', dir: fixture('other-pack/'), scan: fixture('other-plan-ocr.txt'), counts: Counts.parse(readJson(fixture('other-plan-counts.json'))) },
];

/** The models of a pack as its file has them. */
export const readModels = (dir: string): PlannedModel[] => z.array(PlannedModel).parse(readJson(join(dir, 'models.json')));
