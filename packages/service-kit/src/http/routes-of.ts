import type { Hono } from 'hono';
import { problem } from '../problem.ts';

type Pattern = { readonly method: string; readonly path: string; readonly expression: RegExp };

/** What the routes of an app say of an address: its pattern, and the answer where it is known under another method alone. Ask once all routes are there. */
export const routesOf = (app: Hono): { readonly patternOf: (path: string) => string; readonly notFound: (path: string) => Response } => {
  let patterns: readonly Pattern[] | undefined;
  const known = (): readonly Pattern[] =>
    (patterns ??= app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => ({ method, path, expression: new RegExp(`^${path.replaceAll('.', '\\.').replace(/:\w+(?:\{[^}]*\})?/g, '[^/]+')}$`) })));
  return {
    // For metrics: a reference must not become a label.
    patternOf: (path) => known().find(({ expression }) => expression.test(path))?.path ?? 'unknown',
    notFound: (path) => {
      const allowed = [...new Set(known().flatMap(({ method, expression }) => (expression.test(path) ? (method === 'GET' ? ['GET', 'HEAD'] : [method]) : [])))];
      return allowed.length === 0 ? problem('request.not-found') : problem('request.method-not-allowed', { headers: { allow: allowed.join(', ') } });
    },
  };
};
