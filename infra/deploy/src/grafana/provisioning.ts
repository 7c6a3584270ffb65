import { stringify } from 'yaml';
import { audiences, type Audience } from '../access/audiences.ts';
import { languages, boardFolder } from './boards.ts';

/** The same in every organisation: boards begin with it, and there each finds its own audience's. */
const sourceUid = 'da06-clickhouse';

const yaml = (head: string, content: object): string => `# Generated from infra/deploy/src/grafana: npm run generate -w @da06/deploy. ${head}\n${stringify(content, { lineWidth: 0 })}`;

/** Name of the environment's variable with the password of an audience's user. */
export const passwordOf = ({ name }: Pick<Audience, 'name'>): string => `DA06_CLICKHOUSE_${name.toUpperCase()}_PASSWORD`;

/** One data source for each audience, in its organisation; `$` names are read from Grafana's environment. */
export const dataSources = (): string =>
  yaml('One data source for each audience: its user is granted what it may see.', {
    apiVersion: 1,
    datasources: audiences.map((audience) => ({
      orgId: audience.org, name: 'DA06', uid: sourceUid, type: 'grafana-clickhouse-datasource', access: 'proxy', isDefault: true, editable: false,
      jsonData: { host: '$DA06_CLICKHOUSE_HOST', port: '$DA06_CLICKHOUSE_PORT', protocol: 'http', username: audience.user, defaultDatabase: 'da06', dialTimeout: 10, queryTimeout: 30 },
      secureJsonData: { password: `$${passwordOf(audience)}` },
    })),
  });

/** Two folders of boards for each audience, one a language. Boards come from files alone: what is changed on the screen is not kept. */
export const boardProviders = (): string =>
  yaml('Boards come from files alone: what is changed on the screen is not kept.', {
    apiVersion: 1,
    providers: audiences.flatMap((audience) => languages.map(({ language, title, uid }) => ({
      name: `da06-${audience.name}-${language}`, orgId: audience.org, folder: title, folderUid: uid, type: 'file', disableDeletion: true, allowUiUpdates: false, updateIntervalSeconds: 60,
      options: { path: boardFolder(audience, language) },
    }))),
  });

/** Organisations and their boards, for the acceptance of a site, which is outside the workspaces. */
export const acceptedAudiences = (): string => `${JSON.stringify(audiences.map(({ name, org, title, boards }) => ({ name, org, title, boards })), null, 2)}\n`;
