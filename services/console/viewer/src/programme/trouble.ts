import { html, nothing, type TemplateResult } from 'lit';
import type { ApiProblem } from '../api/problem.ts';
import type { Context } from './context.ts';

/** Why there is nothing to see: a key is wanted, there is no plan yet, or the server's own words. */
export const troubleView = ({ app, say, language }: Context, problem: ApiProblem, retry: () => void): TemplateResult => {
  if (problem.status === 401) return html`
    <section class="card wanted">
      <h2>${say('keyTitle')}</h2>
      <p>${app.signedIn ? say('keyRefused') : say('keyText')}</p>
      <p class="row"><button class="button main" type="button" @click=${app.signIn}>${say('signIn')}</button>
      ${app.boards.some(({ uid }) => uid === 'chuong-trinh') ? html`<a class="button" href=${language === 'vi' ? '/d/chuong-trinh' : '/d/chuong-trinh-en'}>${say('seeBoard')}</a>` : nothing}</p>
    </section>`;
  return html`
    <section class="card wanted" role="alert">
      <h2>${say('failed')}</h2>
      <p>${problem[language]}</p>
      <p><button class="button" type="button" @click=${retry}>${say('retry')}</button></p>
    </section>`;
};
