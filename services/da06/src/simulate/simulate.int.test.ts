import type { PopulationTruth, Truth } from '@da06/simulator';
import { tempFolder } from '@da06/testkit';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runCli } from '../cli/program.ts';
import { cli } from '../log-file/cli.fixture.ts';

const commandLine = () => {
  const folder = tempFolder(onTestFinished);
  return { folder, ...cli({ data: join(folder, 'data'), callerDir: folder }) };
};

describe('da06 simulate', () => {
  it('sends a district to a host that it starts for its time, tells what came of it, and writes what is true', async () => {
    const { folder, context, written } = commandLine();
    const line = ['simulate', '--from', '2026-03-01', '--days', '1', '--rate', '0.15', '--seed', '9', '--faults', 'malformed=0.2,late=0', '--truth', 'truth.json'];
    expect(await runCli([...line, '--dry-run'], context)).toBe(0);
    const planned = JSON.parse(written.out) as Record<string, number>;
    expect(existsSync(context.config.data)).toBe(false);

    written.out = '';
    expect(await runCli(line, context)).toBe(0);
    const sent = JSON.parse(written.out) as Record<string, number>;
    const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Truth;
    const { requests, received, accepted, rejected, duplicate, amended } = planned;
    expect(sent).toMatchObject({ requests, received, accepted, rejected, duplicate, amended, differences: 0, facilities: 60, dryRun: false, seed: 9 });
    expect(sent['rejected']).toBeGreaterThan(0);
    const { trips, inspections, outages, businesses } = truth.oversight;
    expect([truth.format, truth.requests.length + truth.emptyDays.length + inspections.length + outages.length + businesses.length, truth.facilities.length]).toEqual(['da06-truth/1', requests, 60]);
    expect([trips.length, businesses.length].every((told) => told > 0)).toBe(true);
    expect(written.err).toContain('starting one for this simulation');
  });

  it('leaves trips, inspections, outages, businesses and incidents out when none are wanted', async () => {
    const { folder, context, written } = commandLine();
    expect(await runCli(['simulate', '--from', '2026-03-01', '--days', '2', '--rate', '0.1', '--no-oversight', '--truth', 'truth.json', '--dry-run'], context)).toBe(0);
    const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Truth;
    expect(truth.oversight).toEqual({ trips: [], inspections: [], outages: [], businesses: [], incidents: [] });
    expect((JSON.parse(written.out) as Record<string, number>)['requests']).toBe(truth.requests.length + truth.emptyDays.length);
  });

  it('sends a population to its registers instead, and writes what is true of it', async () => {
    const { folder, context, written } = commandLine();
    const line = ['simulate', '--residents', '300', '--from', '2026-03-01', '--days', '30', '--seed', '9', '--faults', 'malformed=0.1,amendment=0.1,withdrawal=0.05,duplicate=0.1'];
    expect(await runCli([...line, '--dry-run'], context)).toBe(0);
    const { requests, received, accepted, rejected, duplicate, amended } = JSON.parse(written.out) as Record<string, number>;

    written.out = '';
    expect(await runCli([...line, '--truth', 'truth.json'], context)).toBe(0);
    expect(JSON.parse(written.out)).toMatchObject({ requests, received, accepted, rejected, duplicate, amended, differences: 0, residents: 300, dryRun: false });
    const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as PopulationTruth;
    expect([truth.format, truth.requests.length, truth.records.length]).toEqual(['da06-population-truth/1', requests, (accepted ?? 0) - (duplicate ?? 0)]);
    expect([rejected, duplicate, amended].every((count) => (count ?? 0) > 0)).toBe(true);
  });

  it.each([
    [['--days', 'two'], /--days takes a number/],
    [['--faults', 'bad-luck=1'], /bad-luck is not known/],
    [['--faults', 'late=2'], /late from 0 to 1/],
    [['--from', '2025-06-30'], /preset reform/],
    [['--residents', 'many'], /--residents takes a number/],
    [['--residents', '10', '--faults', 'outage=1'], /outage is not known/],
    [['--preset', 'future'], /present, reform/],
  ])('says what is wrong with %j, and starts nothing', async (options, message) => {
    const { context, written } = commandLine();
    expect(await runCli(['simulate', ...options], context)).toBe(2);
    expect(written.err).toMatch(message);
    expect(existsSync(context.config.data)).toBe(false);
  });
});
