import type { Renderer } from '../panels/renderer.ts';
export const renderers: Readonly<Record<string, Renderer>> = {};
