import { expand } from '@da06/dashboards';
import type { ExplanationAnswer } from '../api.ts';
import { findStatement, type Board, type Panel } from '../boards/catalogue.ts';
import type { Ask } from '../questions/ask.ts';
import type { ViewGiven } from '../questions/schema.ts';
import { viewOf } from '../questions/view.ts';
import { eventsBehind } from './events-behind.ts';
import { typesFeeding, viewsOf } from './feeding.ts';
import { indicatorsOf } from './indicators.ts';

/** What stands behind a panel. A text has no statement and nothing behind it. @throws as `Ask` and `viewOf` do. */
export const explain = async (ask: Ask, { board, panel, asked }: { readonly board: Board; readonly panel: Panel; readonly asked: ViewGiven }): Promise<ExplanationAnswer> => {
  const statement = findStatement(panel);
  const sql = statement === undefined ? '' : expand(statement.sql, viewOf(board, statement.sql, asked));
  const views = viewsOf(sql);
  const [title, description] = [panel.title ?? '', panel.description ?? ''];
  const [told, behind, indicators] = await Promise.all([
    sql === '' ? undefined : ask(sql),
    eventsBehind(ask, typesFeeding(views), asked),
    indicatorsOf(ask, { title, description, language: asked.uid.endsWith('-en') ? 'en' : 'vi' }),
  ]);
  return { title, definition: description, indicators, sql, views, ...behind, readRows: told?.readRows ?? 0, readBytes: told?.readBytes ?? 0 };
};
