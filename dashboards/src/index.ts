export { dashboardFiles } from './boards.ts';
export { expand, type View } from './expand/expand.ts';
export { lint } from './lint/lint.ts';
export { queriesOf } from './lint/model.ts';
