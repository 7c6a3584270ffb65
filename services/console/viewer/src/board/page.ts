import { html, render } from 'lit';
import type { App } from '../app/app.ts';

export const open = (host: HTMLElement, app: App): (() => void) => {
  render(html`<h1>${app.location.now().pathname}</h1>`, host);
  return () => undefined;
};
