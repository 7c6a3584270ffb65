import type { Dashboard } from '@grafana/grafana-foundation-sdk/dashboard';
import { buildBoard, type BoardSpec } from './board.ts';
import { security } from './an-ninh/board.ts';
import { programme } from './chuong-trinh/board.ts';
import { population } from './dan-cu/board.ts';
import { tourism } from './du-lich/board.ts';
import { labour } from './lao-dong/board.ts';
import { dataHealth } from './suc-khoe-du-lieu/board.ts';
import { wall } from './tong-quan/board.ts';
import { stayCompliance } from './tuan-thu-luu-tru/board.ts';

/** Every dashboard there is, in the order in which they are linked. */
const boards: readonly BoardSpec[] = [wall, programme, population, labour, tourism, security, stayCompliance, dataHealth];

/** The generated files by their path in this package: Vietnamese at the root, English in `en/`. */
export const dashboardFiles = (): ReadonlyMap<string, Dashboard> =>
  new Map(boards.flatMap((board) => [[`${board.uid}.json`, buildBoard(board, 'vi')], [`en/${board.uid}-en.json`, buildBoard(board, 'en')]] as const));

/** The text of a generated file. */
export const fileText = (dashboard: Dashboard): string => `${JSON.stringify(dashboard, null, 2)}\n`;
