import { html, render } from 'lit';

const app = document.querySelector<HTMLElement>('#app');
if (app === null) throw new TypeError('The page has a place for the viewer.');
render(html`<h1>DA06</h1>`, app);
