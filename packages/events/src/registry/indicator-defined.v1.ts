import { z } from 'zod';

/** What a figure means: a figure on the wall has a definition (product.md, 6). The newest of a code holds. */
export const IndicatorDefinedV1 = z.object({
  code: z.string().min(1),
  /** Model of the plan it belongs to. */
  model: z.int().positive(),
  vi: z.string().min(1),
  en: z.string().min(1),
  definitionVi: z.string().min(1),
  definitionEn: z.string(),
  /** How it is computed, in words and signs. */
  formula: z.string(),
  unit: z.string(),
  source: z.string(),
  /** What it is of: which persons, which area. */
  scope: z.string(),
  /** `register` = số liệu hành chính (đăng ký); `official` = official statistics. Never mixed in one series. */
  nature: z.enum(['register', 'official', 'programme']),
  kind: z.enum(['count', 'share', 'rate', 'ratio', 'mean', 'amount']),
  direction: z.enum(['up', 'down', 'none']),
});
