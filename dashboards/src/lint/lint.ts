import type { Dashboard } from '@grafana/grafana-foundation-sdk/dashboard';
import type { Finding } from './model.ts';
import { rules } from './rules.ts';

/** What is wrong with dashboards, by our rules. */
export const lint = (boards: readonly Dashboard[]): readonly Finding[] =>
  boards.flatMap((board) => Object.entries(rules).flatMap(([rule, look]) => look(board, boards).map((finding) => ({ rule, uid: board.uid ?? '', ...finding }))));
