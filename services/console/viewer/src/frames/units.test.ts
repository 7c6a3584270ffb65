import { describe, expect, test } from 'vitest';
import { readAs } from './test-frames.ts';

type Case = { readonly unit: string; readonly value: number; readonly decimals?: number; readonly vi: string; readonly en: string };

/** Every unit of the boards. */
const cases: readonly Case[] = [
  { unit: 'locale', value: 1234567, vi: '1.234.567', en: '1,234,567' },
  { unit: 'locale', value: 1234.5, vi: '1.234,5', en: '1,234.5' },
  { unit: 'locale', value: -4.04, decimals: 1, vi: '-4', en: '-4' },
  { unit: 'locale', value: -0.04, decimals: 1, vi: '0', en: '0' },
  { unit: 'none', value: 2026, vi: '2026', en: '2026' },
  { unit: 'none', value: 12345, vi: '12.345', en: '12,345' },
  { unit: 'none', value: 1234.5, decimals: 2, vi: '1.234,50', en: '1,234.50' },
  { unit: 'short', value: 43, vi: '43', en: '43' },
  { unit: 'short', value: 1064, vi: '1.064', en: '1,064' },
  { unit: 'short', value: 2_500_000, vi: '2,5 triệu', en: '2.5 Mil' },
  { unit: 'short', value: 1_000_000_000, vi: '1 tỷ', en: '1 Bil' },
  { unit: 'percent', value: 41.105, decimals: 1, vi: '41,1%', en: '41.1%' },
  { unit: 'percentunit', value: 0.859375, decimals: 1, vi: '85,9%', en: '85.9%' },
  { unit: 'percentunit', value: 1, vi: '100%', en: '100%' },
  { unit: 's', value: 0, vi: '0 giây', en: '0 s' },
  { unit: 's', value: 45, vi: '45 giây', en: '45 s' },
  { unit: 's', value: 60, vi: '1 phút', en: '1 min' },
  { unit: 's', value: 468, vi: '7,8 phút', en: '7.8 mins' },
  { unit: 's', value: 74_820, vi: '20,8 giờ', en: '20.8 hours' },
  { unit: 's', value: 132_989, vi: '1,54 ngày', en: '1.54 days' },
  { unit: 's', value: 1_972_800, vi: '3,26 tuần', en: '3.26 weeks' },
  { unit: 's', value: 63_113_800, vi: '2 năm', en: '2 years' },
  { unit: 'bytes', value: 1_572_864, vi: '1,5 MiB', en: '1.5 MiB' },
  { unit: 'dateTimeAsIso', value: Date.UTC(2026, 10, 26, 20, 48), vi: '27/11/2026 03:48:00', en: '2026-11-27 03:48:00' },
  { unit: 'suffix:‰', value: 1234.5, decimals: 1, vi: '1.234,5 ‰', en: '1,234.5 ‰' },
];

describe('numbers are written as people write them', () => {
  for (const { unit, value, decimals, vi, en } of cases) {
    test(`${value} in the unit ${unit} reads ${vi} in Vietnamese and ${en} in English`, () => {
      expect([readAs(value, unit, 'vi', decimals), readAs(value, unit, 'en', decimals)]).toEqual([vi, en]);
    });
  }
});
