import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packs, readModels } from './packs.fixture.ts';
import { enough, matchesOf, missingIn, piecesOf, shareFound, wrongIn } from './plan-text.fixture.ts';
import type { PlannedModel } from './schema.ts';

describe.each(packs)('the models of $name beside the scan of their plan', ({ dir, scan: file, counts }) => {
  const scan = readFileSync(file, 'utf8');
  const pieces = piecesOf(scan);
  const models = readModels(dir);
  const steps = models.flatMap((model) => model.steps.map((step) => ({ step, of: `${String(model.model)}/${String(step.step)}`, saying: (vi: string): PlannedModel => ({ ...model, steps: model.steps.map((each) => (each === step ? { ...each, vi } : each)) }) })));

  it('finds a piece of the scan for every model that is listed and for every step', () => {
    expect([...pieces.keys()].filter((piece) => piece.includes('/'))).toHaveLength(counts.steps_total);
    expect([...pieces.keys()].filter((piece) => !piece.includes('/'))).toHaveLength(counts.listed_with_title);
  });
  it('agrees with it in every title, deadline and step', () => {
    const matches = matchesOf(models, pieces);
    expect(matches).toHaveLength(counts.listed_with_title + counts.active_targets + counts.steps_total);
    const worst = matches.reduce((low, match) => (match.ratio < low.ratio ? match : low));
    expect(worst.ratio, worst.of).toBeGreaterThanOrEqual(enough);
    expect([...wrongIn(models, pieces), ...missingIn(models, pieces)]).toEqual([]);
  });
  it('gives each deadline the one day that the scan prints with the model', () => {
    for (const { model, deadline } of models.filter(({ titleVi }) => titleVi !== '')) {
      const days = [...(pieces.get(String(model)) ?? '').matchAll(/(\d{1,2})\/(\d{1,2})\/(\d{4})/g)].map(([, day = '', month = '', year = '']) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
      expect(days, String(model)).toEqual(deadline === null ? [] : [deadline]);
    }
  });
  it('says why a model is not carried out in the words of the scan', () => {
    for (const { model, standingVi } of models.filter((each) => each.standingVi !== '')) expect(shareFound(standingVi, pieces.get(String(model)) ?? scan.slice(scan.lastIndexOf(`${String(model)}:`) - 24)), String(model)).toBeGreaterThanOrEqual(enough);
  });

  it('names a step whose text is another', () => {
    for (const { saying, of } of steps) expect(wrongIn([saying('Văn phòng tổ chức hội nghị tổng kết và khen thưởng các tập thể.')], pieces), of).toEqual([of]);
  });
  it('names a step of which half is missing, or to which half is added', () => {
    for (const { step, saying, of } of steps) {
      const half = step.vi.slice(0, step.vi.length / 2);
      expect([...wrongIn([saying(half)], pieces), ...wrongIn([saying(`${step.vi} ${half}`)], pieces)], of).toEqual([of, of]);
    }
  });
  it('names both steps of a model that have changed places', () => {
    for (const model of models) {
      const [first, second, ...others] = model.steps;
      if (first === undefined || second === undefined) continue;
      const name = String(model.model);
      expect(wrongIn([{ ...model, steps: [{ ...first, vi: second.vi }, { ...second, vi: first.vi }, ...others] }], pieces)).toEqual([`${name}/1`, `${name}/2`]);
    }
  });
  it('names a model or a step that was left out, and a title that is another', () => {
    const [first, ...rest] = models;
    if (first === undefined) throw new Error('A pack without models.');
    expect(missingIn(rest, pieces)).toContain('1');
    expect(missingIn([{ ...first, steps: first.steps.slice(0, -1) }, ...rest], pieces)).toEqual([`1/${String(first.steps.length)}`]);
    expect(wrongIn([{ ...first, titleVi: 'Số hóa hồ sơ lưu trữ của huyện' }], pieces)).toEqual(['1 title']);
  });
});
