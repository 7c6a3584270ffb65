import { renderers as charts } from '../charts/renderers.ts';
import { bargauge } from './bargauge.ts';
import './panels.css';
import type { Renderer } from './renderer.ts';
import { stat } from './stat.ts';
import { table } from './table.ts';
import { text } from './text.ts';
import { unknown } from './unknown.ts';

const renderers: ReadonlyMap<string, Renderer> = new Map(Object.entries({ ...charts, stat, table, bargauge, text }));

/** Who draws a kind of panel; a kind that nobody draws is shown as a box that says so. */
export const rendererOf = (type: string): Renderer => renderers.get(type) ?? unknown;
