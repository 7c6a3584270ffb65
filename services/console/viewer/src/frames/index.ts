export { csvOf } from './csv.ts';
export { framesOf } from './frames.ts';
export { themeOf } from './theme.ts';
