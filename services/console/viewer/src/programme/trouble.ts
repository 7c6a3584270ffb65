import { html, nothing, type TemplateResult } from 'lit';
import type { ApiProblem } from '../api/problem.ts';
import type { Context } from './context.ts';

/** A key is wanted: how to give it, and what can be seen without. */
export const keyView = ({ app, say, language }: Pick<Context, 'app' | 'say' | 'language'>): TemplateResult => html`
  <section class="card wanted">
    <h2>${say('keyTitle')}</h2>
    <p>${app.signedIn ? say('keyRefused') : say('keyText')}${app.role === 'local' ? html` ${say('keyLocal')}` : nothing}</p>
    <p class="row"><button class="button main" type="button" @click=${app.signIn}>${say('signIn')}</button>
    ${app.boards.some(({ uid }) => uid === 'chuong-trinh') ? html`<a class="button" href=${language === 'vi' ? '/d/chuong-trinh' : '/d/chuong-trinh-en'}>${say('seeBoard')}</a>` : nothing}</p>
  </section>`;

/** Why there is nothing to see: a key is wanted, or the server's own words. */
export const troubleView = (context: Context, problem: ApiProblem, retry: () => void): TemplateResult => {
  const { say, language } = context;
  return problem.status === 401 ? keyView(context) : html`
    <section class="card wanted" role="alert">
      <h2>${say('failed')}</h2>
      <p>${problem[language]}</p>
      <p><button class="button" type="button" @click=${retry}>${say('retry')}</button></p>
    </section>`;
};
