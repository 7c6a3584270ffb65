import { KeyRole } from '@da06/events';

/** One route as the documentation shows it. Bodies and answers: media type → schema name (or an inline schema) and example. */
export type Operation = {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** In OpenAPI's form, `{name}` for a parameter. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, Content>>;
  readonly answers: Readonly<Record<number, { readonly description: string; readonly content?: Readonly<Record<string, Content>> }>>;
  /** Statuses that are answered by a problem; 401 and 429 come with every route that needs a key. */
  readonly problems?: readonly number[];
  readonly open?: true;
};
export type Content = { readonly schema: string | Readonly<Record<string, unknown>>; readonly example?: unknown };

/** Method and path, as `GET /v1/facilities/{facility}` → the roles that may call it. */
export type RoleTable = Readonly<Record<string, readonly KeyRole[]>>;

/** Routes with who may call them. */
export type Described = { readonly operations: readonly Operation[]; readonly roles: RoleTable };

export const everyRole: readonly KeyRole[] = KeyRole.options;

export const routeName = ({ method, path }: Pick<Operation, 'method' | 'path'>): string => `${method.toUpperCase()} ${path}`;
