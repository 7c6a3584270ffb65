import type { Text } from '../text.ts';

/** A rule of Grafana's alerting: a numeric table of rows that each are an alert of their own while their value is above the bound. */
export type AlertRule = {
  /** For ever: also the uid in Grafana. */
  readonly id: string;
  readonly title: Text;
  /** One sentence for who is told. */
  readonly summary: Text;
  /** Whose organisation it is in, hence by whose grants it reads. */
  readonly audience: 'ioc' | 'police';
  readonly severity: 'critical' | 'warning';
  /** One row always, so that no row is an alarm too; or one a source, of which there may be none. */
  readonly rows: 'one' | 'sources';
  /** A row a source, also a silent one: labels as texts, one number called `value`. Without `$`: the file that carries it is read for variables. */
  readonly sql: string;
  /** It fires for rows whose value is greater. */
  readonly above: number;
  /** How long it has to be so, in minutes. */
  readonly minutes: number;
  /** How often it is asked, in minutes. */
  readonly every: number;
};
