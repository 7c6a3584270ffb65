import { AppError, type Code } from '@da06/errors';
import type { AlertRaisedData } from '@da06/events';
import type { AlertEventKnown, AlertState, AlertStatus } from './state.ts';

export type AlertAction = 'confirm' | 'dismiss' | 'close';

/** Raising is a rule's, the others somebody's who looked; `reason` is a code. */
export type AlertCommand = { readonly command: 'raise'; readonly alert: AlertRaisedData } | { readonly command: AlertAction; readonly reason: string };

/** What stands against an action in each state; what is not named is allowed. */
const refusals: Readonly<Record<AlertStatus, Partial<Record<AlertAction, Code>>>> = {
  raised: { close: 'alert.not-judged' },
  confirmed: { confirm: 'alert.already-judged', dismiss: 'alert.already-judged' },
  dismissed: { confirm: 'alert.already-judged', dismiss: 'alert.already-judged' },
  closed: { confirm: 'alert.closed', dismiss: 'alert.closed', close: 'alert.closed' },
};

const typeOf = { confirm: 'vn.da06.alert.confirmed.v1', dismiss: 'vn.da06.alert.dismissed.v1', close: 'vn.da06.alert.closed.v1' } as const;

/**
 * The event of a command on an alert (raised → confirmed or dismissed → closed); none where an alert is raised again, or where it was said so, for the same reason, already.
 * @throws AppError `alert.unknown`, `alert.not-judged`, `alert.already-judged`, `alert.closed`.
 */
export const decideAlert = (command: AlertCommand, state: AlertState): readonly AlertEventKnown[] => {
  if (command.command === 'raise') return state.status === 'unknown' ? [{ type: 'vn.da06.alert.raised.v1', data: command.alert }] : [];
  if (state.status === 'unknown') throw new AppError('alert.unknown');
  if (saysSo(command, state)) return [];
  const refusal = refusals[state.status][command.command];
  if (refusal !== undefined) throw new AppError(refusal);
  return [{ type: typeOf[command.command], data: { alert: state.raised.alert, reason: command.reason } }];
};

const saysSo = ({ command, reason }: { readonly command: AlertAction; readonly reason: string }, state: Exclude<AlertState, { readonly status: 'unknown' }>): boolean =>
  command === 'close' ? state.status === 'closed' && state.closedFor === reason : state.status === (command === 'confirm' ? 'confirmed' : 'dismissed') && state.reason === reason;
