import { IndicatorDefinedData } from '@da06/events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadLocality } from '../locality.ts';

const locality = loadLocality();
const definitions = locality.indicatorDefinitions;
const codes = (prefix: string): string[] => definitions.flatMap(({ code }) => (code.startsWith(prefix) ? [code.slice(prefix.length)] : []));

describe('the definitions of figures', () => {
  it('are those of population, of labour, of tourism, of compliance and of every indicator of the programme, each once', () => {
    expect(codes('dc.')).toEqual([
      'permanent', 'temporary', 'absent', 'present', 'households', 'household-size', 'density', 'sex-ratio', 'urban-share', 'dependency', 'dependency-young', 'dependency-old', 'ageing', 'average',
      'births', 'deaths', 'natural', 'in', 'out', 'net', 'cbr', 'cdr', 'natural-rate', 'in-rate', 'out-rate', 'net-rate', 'srb']);
    expect(codes('ld.')).toEqual([
      'records', 'coverage', 'employed', 'unemployed', 'inactive', 'participation', 'without-work-share', 'working-age', 'trained-share', 'social-insurance-share', 'unemployment-insurance-share', 'without-work-under-3',
      'without-work-3-12', 'without-work-over-12']);
    expect(codes('dl.')).toEqual([
      'arrivals', 'overnight-arrivals', 'day-guests', 'nights', 'average-stay', 'international-arrivals', 'international-nights', 'international-share', 'room-occupancy', 'room-occupancy-all', 'bed-occupancy', 'bed-occupancy-all', 'reporting-share']);
    expect(codes('tt.')).toEqual([
      'facilities', 'account-share', 'reporting-share', 'silent', 'no-guests-days', 'stays', 'on-time-share', 'late', 'synced-late', 'excused', 'delay-p50', 'delay-p90', 'qr-share', 'mrz-share', 'invalid-document-share', 'over-30', 'conflicts',
      'inspections', 'unreported-1-3', 'unreported-4-8', 'unreported-9', 'coach-trips', 'coach-passengers', 'reader-share']);
    expect(codes('m')).toEqual(locality.programme.indicators.map(({ code }) => code.slice(1)));
    expect([codes('m').length, new Set(definitions.map(({ code }) => code)).size]).toEqual([79, 27 + 14 + 13 + 24 + 79]);
  });
  it('have the form of their event, and say in two languages what, and in Vietnamese how, of whom and from where', () => {
    for (const definition of definitions) {
      expect(IndicatorDefinedData.safeParse(definition).success, definition.code).toBe(true);
      for (const text of [definition.vi, definition.en, definition.definitionVi, definition.definitionEn, definition.formula, definition.unit, definition.source, definition.scope]) expect(text, definition.code).not.toBe('');
    }
  });
  it('never call a register’s figure an official one, nor registered joblessness unemployment', () => {
    const models: Readonly<Record<string, readonly number[]>> = { dc: [37], ld: [38], dl: [39], tt: [9, 12, 16] };
    for (const { code, nature, model } of definitions) {
      const programme = code.startsWith('m');
      expect([code, nature]).toEqual([code, programme ? 'programme' : 'register']);
      expect(programme ? [Number(code.slice(1, 3))] : models[code.slice(0, 2)], code).toContain(model);
    }
    for (const { vi, en } of definitions.filter(({ code }) => code.startsWith('ld.'))) expect(`${vi} ${en}`).not.toMatch(/tỷ lệ thất nghiệp|unemployment rate|\bunemployed\b/i);
    expect(definitions.find(({ code }) => code === 'ld.without-work-share')?.vi).toBe('Tỷ lệ chưa có việc làm theo đăng ký');
  });
  it('of another locality are the registers’ own with the indicators of its plan', () => {
    const other = loadLocality(fileURLToPath(new URL('../fixtures/other-pack/', import.meta.url)));
    expect(other.indicatorDefinitions.map(({ code }) => code)).toEqual([...definitions.filter(({ code }) => !code.startsWith('m')).map(({ code }) => code), ...other.programme.indicators.map(({ code }) => code)]);
  });
});
