import type { AnnotationAnswer } from '@da06/console/api';
import type { Dashboard } from '@grafana/grafana-foundation-sdk/dashboard';
import type { Mark } from '../panels/renderer.ts';
import type { BoardContext } from './context.ts';
import { intervalOf } from './interval.ts';
import { marksRank } from './rank.ts';

/** Asks for the marked times of a board (holidays) and hands over those of all its annotations together, if any differ from before. What cannot be asked leaves the pictures unmarked. */
export const askMarks = ({ app, uid, questions, view, marks }: BoardContext, board: Dashboard, take: (marks: readonly Mark[]) => void): void => {
  const names = (board.annotations?.list ?? []).filter(({ enable, builtIn }) => enable && builtIn !== 1).map(({ name }) => name);
  if (names.length === 0) return;
  questions.put({
    key: 'marks', rank: marksRank,
    ask: async (signal) => {
      const { range, choices } = view();
      const answers = await Promise.all(names.map((name) => app.api.annotation({ uid, name, ...range, interval: intervalOf(range, 1_000, {}), variables: choices }, signal).catch((): AnnotationAnswer => ({ marks: [] }))));
      if (signal.aborted) return;
      const next = answers.flatMap((answer) => answer.marks);
      if (JSON.stringify(next) !== JSON.stringify(marks())) take(next);
    },
  });
};
