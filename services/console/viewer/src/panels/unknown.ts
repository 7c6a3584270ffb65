import { unknownPanel } from '../words/panels.ts';
import { drawnBy, message } from './template.ts';

/** A panel of a kind that is not drawn here says so, in its place. */
export const unknown = drawnBy(({ panel, language }) => message(unknownPanel[language](panel.type)));
