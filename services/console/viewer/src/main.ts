import type { Page } from './app/app.ts';
import type { Route } from './app/route.ts';
import { startShell } from './app/shell.ts';
import './styles/base.css';

const app = document.querySelector<HTMLElement>('#app');
if (app === null) throw new TypeError('The page has a place for the viewer.');

/** Each page comes when it is asked for, so that the first one loads nothing of the others. */
const pages = import.meta.glob<Page>('./*/page.ts');
const load = (route: Route): Promise<Page> | undefined => pages[`./${route.page}/page.ts`]?.();

startShell({ host: app, load });
