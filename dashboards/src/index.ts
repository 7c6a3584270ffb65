export { alertRules } from './alerts/rules.ts';
export { dashboardFiles } from './boards.ts';
export { faultsOf, type Answer } from './check/answer.ts';
export { expand, type View } from './expand/expand.ts';
export { generatedBoards } from './generated.ts';
export { lint } from './lint/lint.ts';
export { askedOf, askingOf, choosableOf, nameOf, panelsOf, queriesOf, type Choosable } from './lint/model.ts';
