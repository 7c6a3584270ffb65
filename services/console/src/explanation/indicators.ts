import type { ExplanationAnswer } from '../api.ts';
import type { Ask } from '../questions/ask.ts';
import { rowsOf } from '../questions/rows.ts';

type Indicator = ExplanationAnswer['indicators'][number];

const definitionsSql = (language: 'vi' | 'en'): string =>
  `SELECT code, ${language} AS name, unit, ${language === 'vi' ? 'definition_vi' : "if(definition_en = '', en, definition_en)"} AS definition FROM indicator_definitions ORDER BY code`;

/** A description has a definition as one sentence, and tells of the period where the indicator tells of a month: compared is what they have in common. */
const core = (text: string): string => text.toLowerCase().replaceAll(/vào (?:tháng|ngày) của|tháng|kỳ|in the month of|on the day of|month|period/g, '~').replaceAll(/[^\p{L}\p{N}~%]+/gu, ' ').trim();

/** The indicators that a panel tells of: those whose name is its title, or whose definition its description repeats. */
export const indicatorsOf = async (ask: Ask, { title, description, language }: { readonly title: string; readonly description: string; readonly language: 'vi' | 'en' }): Promise<readonly Indicator[]> => {
  const all = rowsOf(await ask(definitionsSql(language))).map(([id, name, unit, definition]) => ({ id: String(id), name: String(name), unit: String(unit), definition: String(definition) }));
  const [name, told] = [core(title), core(description)];
  return all.filter((indicator) => core(indicator.name) === name || (indicator.definition !== '' && told.includes(core(indicator.definition))));
};
