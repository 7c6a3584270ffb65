import { expand } from '@da06/dashboards';
import { assertJson, parseJson } from '@da06/service-kit';
import type { Hono } from 'hono';
import type { z } from 'zod';
import { assertOpens, assertOpensAny } from '../access/reader.ts';
import type { AnnotationAnswer, ExplanationAnswer, PanelAnswer, VariableAnswer } from '../api.ts';
import { getAnnotation, getBoard, getPanel, getStatement, getVariable, type Board } from '../boards/catalogue.ts';
import { explain } from '../explanation/explain.ts';
import { marksOf } from '../questions/marks.ts';
import { rowsOf } from '../questions/rows.ts';
import { NamedAsked, PanelAsked, type ViewGiven } from '../questions/schema.ts';
import { viewOf } from '../questions/view.ts';
import type { Context } from './context.ts';

/** What panels, variables and charts ask: by the numbers and names of a board; the statements are the board's own. */
export const questionRoutes = (app: Hono, { readerOf, withBody, ask }: Pick<Context, 'readerOf' | 'withBody' | 'ask'>): void => {
  /** Reads a question and answers it, if whoever asks may open its board. */
  const answered = <Asked extends ViewGiven, Answer>(path: string, schema: z.ZodType<Asked>, answer: (board: Board, asked: Asked) => Promise<Answer>): void => {
    app.post(path, async (c) => {
      const reader = readerOf(c.req.raw);
      assertOpensAny(reader);
      assertJson(c.req.raw);
      const asked = await withBody(c.req.raw, (bytes) => parseJson(bytes, schema));
      const board = getBoard(asked.uid);
      assertOpens(reader, asked.uid);
      return Response.json(await answer(board, asked), { headers: { 'cache-control': 'no-store' } });
    });
  };

  answered('/console/panel', PanelAsked, async (board, asked): Promise<PanelAnswer> => {
    const { sql, format } = getStatement(getPanel(board, asked.panel));
    return { format, ...(await ask(expand(sql, viewOf(board, sql, asked)))) };
  });
  answered('/console/variable', NamedAsked, async (board, asked): Promise<VariableAnswer> => {
    const { sql } = getVariable(board, asked.name);
    const rows = rowsOf(await ask(expand(sql, viewOf(board, sql, asked))));
    return { options: rows.map(([value, text]) => ({ value: String(value), text: String(text ?? value) })) };
  });
  answered('/console/annotation', NamedAsked, async (board, asked): Promise<AnnotationAnswer> => {
    const { sql, color } = getAnnotation(board, asked.name);
    return { marks: marksOf(await ask(expand(sql, viewOf(board, sql, asked))), color) };
  });
  answered('/console/explanation', PanelAsked, (board, asked): Promise<ExplanationAnswer> => explain(ask, { board, panel: getPanel(board, asked.panel), asked }));
};
