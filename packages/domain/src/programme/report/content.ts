import { sameData } from '../same-data.ts';
import type { ReportContent } from './state.ts';

/** A report's content as it is kept: composed Unicode, one sort of line end, no blanks around a text. */
export const cleanContent = ({ nothing, models }: ReportContent): ReportContent => ({
  nothing,
  models: models.map(({ model, text, indicators }) => ({
    model,
    text: cleanText(text),
    indicators: indicators.map(({ code, value, target, remark }) => ({ code, value: withoutSign(value), target: target === null ? null : withoutSign(target), remark: cleanText(remark) })),
  })),
});

const cleanText = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').trim();

/** JSON writes -0 as 0: what is decided has to equal what is read back. */
const withoutSign = (value: number): number => (value === 0 ? 0 : value);

/** Whether two reports say the same; the order of models and of their indicators says nothing. */
export const sameContent = (one: ReportContent, other: ReportContent): boolean => sameData(ordered(cleanContent(one)), ordered(cleanContent(other)));

const ordered = ({ nothing, models }: ReportContent): ReportContent => ({
  nothing,
  models: models.map((entry) => ({ ...entry, indicators: entry.indicators.toSorted((one, other) => (one.code < other.code ? -1 : 1)) })).toSorted((one, other) => one.model - other.model),
});
