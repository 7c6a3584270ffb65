import type { Hono } from 'hono';
import { judgementsOf } from '../rules/judgements.ts';
import type { Service } from '../service.ts';
import { holderOf, police } from './context.ts';

/** The rules with their thresholds and what came of their alerts: no rule is shown without. */
export const alertRuleRoutes = (app: Hono, service: Service): void => {
  app.get('/v1/alert-rules', async (c) => {
    await holderOf(service, c.req.raw, police);
    const judgements = judgementsOf(service.known().alerts());
    return c.json({
      // The watch-list needs no tables.
      rules: service.locality.alertRules.map((rule) => ({ ...rule, runs: rule.windowDays === 0 || service.asksTables, ...judgements(rule.rule, false), misses: 'unknown', simulated: judgements(rule.rule, true) })),
    });
  });
};
