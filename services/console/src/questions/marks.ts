import type { AnnotationAnswer, Value } from '../api.ts';
import type { Told } from './ask.ts';

/** Marked times, from the columns that Grafana knows: `time`, `timeEnd` (a moment without), `text`, `tags`. */
export const marksOf = ({ fields, rows }: Pick<Told, 'fields' | 'rows'>, color: string): AnnotationAnswer['marks'] => {
  const column = (name: string): readonly Value[] => fields.find((field) => field.name === name)?.values ?? [];
  const [time, timeEnd, text, tags] = [column('time'), column('timeEnd'), column('text'), column('tags')];
  return Array.from({ length: rows }, (_, row) => ({ from: Number(time[row]), to: Number(timeEnd[row] ?? time[row]), text: String(text[row] ?? ''), tags: String(tags[row] ?? ''), color }));
};
