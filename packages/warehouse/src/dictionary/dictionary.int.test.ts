import { dictionaryFile } from '@da06/clickhouse-schema';
import { removeFolder, tempFolder } from '@da06/testkit';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEmbeddedWarehouse } from '../embedded/embedded-warehouse.ts';
import type { Warehouse } from '../warehouse.ts';
import { renderDictionary } from './render.ts';

const path = tempFolder();
let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await createEmbeddedWarehouse({ path, readers: 1 });
  await warehouse.migrate();
});
afterAll(async () => {
  await warehouse.close();
  removeFolder(path);
});

it('every table, view and column has a comment', async () => {
  const bare = await warehouse.query(
    `SELECT name FROM system.tables WHERE database = 'da06' AND comment = ''
     UNION ALL SELECT table || '.' || name FROM system.columns WHERE database = 'da06' AND comment = '' AND table NOT LIKE '%\\_mv\\_v%'`,
  );
  expect(bare).toEqual([]);
});

it('the data dictionary is the one that the migrations give', async () => {
  expect(readFileSync(dictionaryFile, 'utf8')).toBe(await renderDictionary(warehouse));
});

it('the views have the columns of the contract, in its order, times in Vietnam time, and Nullable in three places alone', async () => {
  const contract: Record<string, string> = {
    stays: 'facility_id facility_kind ref registration_number person_key unit_uid nationality sex birth_year home_province reason arrived_at expected_departure_at departed_at notified_at status recorded_at due_at late synced_late event_id',
    stay_nights: 'facility_id ref person_key unit_uid facility_kind night nationality home_province tourism first_night',
    events: 'event_id type subject facility_id ref occurred_at recorded_at sequence',
    dead_letters: 'id topic cause_code recorded_at size',
    feed_health: 'facility_id last_received_at received_7d rejected_7d late_share delay_p50_s delay_p90_s silent_days',
    models: 'no title title_en annex annex_stated lead_agencies lead lead_agencies_now lead_now coordinating_agencies deadline last_day_on_time end_kind continuous yearly replicate needs_unit unit_uid standing status blocker steps steps_completed steps_in_progress steps_blocked started_on ended_on lateness days_late born_overdue health version changed_at plan plan_date simulated',
    model_steps: 'no step text text_en actors actors_stated conditional outside status started_on completed_on blocked_on cause on_behalf_of remark changed_at version simulated',
    reports: 'period request reporter reporter_name revision current nothing models channel due_at recorded_at late event_id simulated',
    report_texts: 'period request reporter revision current no text',
    report_duty: 'period request reporter reporter_name kind receiver due_at submitted_at revisions status days_late verified simulated',
    register_batches: 'register recorded_at event_id shape single simulated received accepted duplicate amended rejected codes',
    released_statistics: 'statistic as_of unit_uid code vi persons suppressed opened unknown released_at event_id',
    indicator_values: 'code no period request reporter unit_uid value target has_target remark source revision late recorded_at simulated',
    units: 'uid code name_vi level type urban parent valid_from valid_to area_km2 population lat lon',
    unit_projections: 'unit_uid boundary_from boundary_to counted_unit_uid weight exact',
    unit_areas: 'unit_uid area area_vi weight exact',
    unit_breaks: 'code vi day from_type to_type urban_before urban_after',
    indicator_definitions: 'code model vi en definition_vi definition_en formula unit source scope nature kind direction',
    population: 'place_kind place place_vi status cube sex age_group persons suppressed exact as_of boundary',
    households: 'place_kind place place_vi households persons suppressed exact as_of boundary',
    population_change: 'month place_kind place place_vi births_m births_f births deaths in out temporary_in temporary_out natural net closed exact as_of boundary',
    population_indicators: 'code model place_kind place place_vi month value count sum_12m base exact suppressed closed as_of boundary',
    household_indicators: 'code model place_kind place place_vi month value count sum_12m base exact suppressed closed as_of boundary',
    population_rates: 'code model place_kind place place_vi month value count sum_12m base exact suppressed closed as_of boundary',
    labour: 'cube place_kind place place_vi a b persons suppressed exact as_of boundary',
    labour_indicators: 'code model place_kind place place_vi month value count sum_12m base exact suppressed closed as_of boundary',
    coach_trips: 'facility_id ref registration_number unit_uid day departs_at arrives_at from_place to_place passengers plate_key status recorded_at event_id',
    coach_daily: 'day facility_id unit_uid trips passengers',
    business_versions: 'business_id valid_from valid_to kind unit_uid readers readers_since closed_on',
    businesses: 'business_id valid_from valid_to kind unit_uid readers readers_since closed_on',
    reader_coverage: 'unit_uid kind businesses with_reader readers coverage',
    inspections: 'facility_id ref facility_kind unit_uid day inspected_by guests_found unreported bucket recorded_at event_id',
    outages: 'ref scope target from_at until_at cause recorded_at event_id',
    labour_coverage: 'code model place_kind place place_vi month value count sum_12m base exact suppressed closed as_of boundary',
    labour_change: 'month place_kind place place_vi entered left hired lost closed exact suppressed as_of boundary',
    housing_nights: 'day place_kind place place_vi facility_kind people arrivals facilities reporting suppressed',
    residents: 'person_key sex birth_year nationality permanent_unit_uid temporary_unit_uid absent permanent_since temporary_until household relation',
    workers: 'person_key unit_uid sex birth_year status position occupation_group section_2018 section_2025 contract social_insurance unemployment_insurance training unemployed_since since',
  };
  for (const [view, expected] of Object.entries(contract)) {
    const columns = await warehouse.query<{ name: string; type: string }>('SELECT name, type FROM system.columns WHERE database = {d:String} AND table = {t:String} ORDER BY position', { d: 'da06', t: view });
    expect(columns.map(({ name }) => name).join(' ')).toBe(expected);
    for (const { name, type } of columns) {
      expect([name, type.startsWith('Nullable')]).toEqual([name, ['departed_at', 'expected_departure_at', 'notified_at'].includes(name)]);
      if (type.includes('DateTime')) expect(type).toContain("DateTime64(3, 'Asia/Ho_Chi_Minh')");
    }
    // What a query gets is what is declared.
    const answered = await warehouse.query<{ name: string; type: string }>(`DESCRIBE TABLE (SELECT * FROM ${view})`);
    expect(answered.map(({ name, type }) => [name, type])).toEqual(columns.map(({ name, type }) => [name, type]));
  }
});

it('no view reads the clock of the machine', async () => {
  expect(await warehouse.query("SELECT name FROM system.tables WHERE database = 'da06' AND match(create_table_query, '(?i)\\\\b(now|now64|today|yesterday)\\\\s*\\\\(')")).toEqual([]);
});
