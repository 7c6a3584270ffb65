import type { Settings } from '../connection.ts';

/**
 * What one statement of a person may cost: seconds, bytes of memory, rows and bytes of the answer. And no pass over conditions that compares each column by the
 * whole text it comes from: over views of many steps it is up to half of what a panel costs. The reader's profile on a server has the same.
 */
export const personLimits: Settings = {
  max_execution_time: 30, max_memory_usage: 1_500_000_000, max_result_rows: 5_000_000, max_result_bytes: 512_000_000, result_overflow_mode: 'throw', max_query_size: 1_048_576, allow_introspection_functions: 0,
  optimize_and_compare_chain: 0,
};
