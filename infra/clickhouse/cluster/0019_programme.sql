-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

CREATE TABLE IF NOT EXISTS raw_programme_inbox_v1 ON CLUSTER '{cluster}'
(
    event_id UUID COMMENT 'Event id',
    what LowCardinality(String) COMMENT 'Event type without prefix and version',
    recorded_at DateTime64(3, 'UTC') COMMENT 'When it was taken in',
    version UInt32 COMMENT 'Version of its stream: orders the events of a subject; 0 = not decided',
    sequence FixedString(16) COMMENT 'Hybrid clock: orders events of one version',
    data String COMMENT 'Data as JSON'
)
ENGINE = Null
COMMENT 'Events of the programme on their way to their tables, apart from the many of stays. Holds nothing';

CREATE TABLE IF NOT EXISTS raw_model_events_v1 ON CLUSTER '{cluster}'
(
    model UInt16 COMMENT 'Number of the model in the plan',
    version UInt32 COMMENT 'Version of the model: orders its events',
    sequence FixedString(16) COMMENT 'Hybrid clock: orders events of one version',
    event_id UUID COMMENT 'Event id',
    kind LowCardinality(String) COMMENT 'What happened: event type without prefix and version',
    recorded_at DateTime64(3, 'UTC') COMMENT 'When it was taken in',
    step UInt16 COMMENT 'Step it is about, 0 = the whole model',
    at Date COMMENT 'Local day on which it happened, 1970-01-01 = none',
    unit_uid LowCardinality(String) COMMENT 'Unit that was chosen',
    cause String COMMENT 'Why: of a block, a reopening, or a model that cannot be deployed',
    on_behalf_of LowCardinality(String) COMMENT 'Outside agency that did it',
    remark String COMMENT 'Remark',
    outcome LowCardinality(String) COMMENT 'What a model put in operation ended as',
    simulated Bool COMMENT 'Of the demonstration',
    plan_reference String COMMENT 'Schedule: number of the plan',
    plan_date Date COMMENT 'Schedule: day of the plan',
    title String COMMENT 'Schedule: title',
    title_en String COMMENT 'Schedule: title in English',
    annex LowCardinality(String) COMMENT 'Schedule: annex I, II, III, or none',
    annex_stated Bool COMMENT 'Schedule: the plan prints the annex',
    leads Array(Tuple(code String, vi String, since Date, until Date)) COMMENT 'Schedule: lead agencies, those of the plan (since 1970-01-01) and who came after them',
    coordinating Array(Tuple(code String, vi String)) COMMENT 'Schedule: coordinating agencies',
    deadline Date COMMENT 'Schedule: first day that is too late, 1970-01-01 = none',
    end_kind LowCardinality(String) COMMENT 'Schedule: what the model ends as',
    continuous Bool COMMENT 'Schedule: kept up for good',
    yearly Bool COMMENT 'Schedule: kept up each year',
    replicate Bool COMMENT 'Schedule: to be replicated',
    standing LowCardinality(String) COMMENT 'Schedule: whether it is to be deployed at all',
    needs_unit Bool COMMENT 'Schedule: a unit has to be chosen first',
    waits_for_c06 Bool COMMENT 'Schedule: C06 has to work out a solution first',
    steps Array(Tuple(step UInt16, vi String, en String, actors Array(Tuple(code String, outside Bool)), actorsStated Bool, conditional Bool)) COMMENT 'Schedule: the steps'
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY (model, version, event_id)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'What happened to the models of the plan, one row an event';

CREATE TABLE IF NOT EXISTS raw_reports_v1 ON CLUSTER '{cluster}'
(
    period LowCardinality(String) COMMENT 'Month it is of, YYYY-MM; empty = answer to a request',
    request LowCardinality(String) COMMENT 'Request it answers; empty = monthly',
    reporter LowCardinality(String) COMMENT 'Code of an agency or uid of a unit',
    version UInt32 COMMENT 'Revision: 1 = first submission',
    sequence FixedString(16) COMMENT 'Hybrid clock: orders events of one version',
    event_id UUID COMMENT 'Event id',
    recorded_at DateTime64(3, 'UTC') COMMENT 'When it was taken in',
    due_on Date COMMENT 'Last day on time',
    nothing Bool COMMENT 'Nothing to report',
    models Array(Tuple(model UInt16, text String, indicators Array(Tuple(code String, value Float64, target Float64, has_target Bool, remark String)))) COMMENT 'What it says, model by model',
    channel LowCardinality(String) COMMENT 'How it came: api, xlsx, form',
    simulated Bool COMMENT 'Of the demonstration'
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY (period, request, reporter, version, event_id)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'Reports and their amendments, each whole, one row an event';

CREATE TABLE IF NOT EXISTS raw_reporters_v1 ON CLUSTER '{cluster}'
(
    reporter LowCardinality(String) COMMENT 'Code of an agency or uid of a unit',
    from_month UInt32 COMMENT 'First month it has to report: year times 12 and month, from 0',
    to_month UInt32 COMMENT 'Last month, 4294967294 = until further notice',
    version UInt32 COMMENT 'Version of the stream of the reporter',
    sequence FixedString(16) COMMENT 'Hybrid clock: orders events of one version',
    event_id UUID COMMENT 'Event id',
    recorded_at DateTime64(3, 'UTC') COMMENT 'When it was taken in',
    kind LowCardinality(String) COMMENT 'agency or unit',
    name String COMMENT 'Name',
    due_day UInt8 COMMENT 'Last day on time of the month after',
    receiver LowCardinality(String) COMMENT 'Code of the agency that receives the reports',
    verified Bool COMMENT 'Read in a document, not concluded',
    simulated Bool COMMENT 'Of the demonstration'
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY (reporter, from_month, version, event_id)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'Who has to report each month of a time, one row an event';

CREATE TABLE IF NOT EXISTS raw_report_requests_v1 ON CLUSTER '{cluster}'
(
    request LowCardinality(String) COMMENT 'Id of the request',
    version UInt32 COMMENT 'Version of the request',
    sequence FixedString(16) COMMENT 'Hybrid clock: orders events of one version',
    event_id UUID COMMENT 'Event id',
    recorded_at DateTime64(3, 'UTC') COMMENT 'When it was taken in',
    reporters Array(String) COMMENT 'Who is asked',
    models Array(UInt16) COMMENT 'Models it is about, empty = all',
    due_on Date COMMENT 'Last day on time',
    text String COMMENT 'What is asked',
    simulated Bool COMMENT 'Of the demonstration'
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY (request, version, event_id)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'Reports asked for beside the monthly ones, one row an event';

CREATE TABLE IF NOT EXISTS raw_indicators_v1 ON CLUSTER '{cluster}'
(
    code LowCardinality(String) COMMENT 'Indicator',
    model UInt16 COMMENT 'Model it belongs to',
    period LowCardinality(String) COMMENT 'Month it was counted for, YYYY-MM',
    unit_uid LowCardinality(String) COMMENT 'Unit it was counted for, empty = all of the locality',
    sequence FixedString(16) COMMENT 'Hybrid clock: orders the counts',
    event_id UUID COMMENT 'Event id',
    recorded_at DateTime64(3, 'UTC') COMMENT 'When it was taken in',
    value Float64 COMMENT 'Value',
    simulated Bool COMMENT 'Of the demonstration'
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY (code, period, unit_uid, sequence, event_id)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'Indicators that the system counted, one row an event';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_model_events_mv_v1 ON CLUSTER '{cluster}' TO raw_model_events_v1 AS
SELECT JSONExtract(data, 'model', 'UInt16') AS model, version, sequence, event_id, what AS kind, recorded_at, JSONExtract(data, 'step', 'UInt16') AS step, toDateOrZero(JSONExtractString(data, 'at')) AS at,
    JSONExtractString(data, 'unit') AS unit_uid, JSONExtractString(data, 'cause') AS cause, JSONExtractString(data, 'onBehalfOf') AS on_behalf_of, JSONExtractString(data, 'remark') AS remark,
    JSONExtractString(data, 'outcome') AS outcome, JSONExtractBool(data, 'simulated') AS simulated, JSONExtractString(data, 'plan', 'reference') AS plan_reference,
    toDateOrZero(JSONExtractString(data, 'plan', 'date')) AS plan_date, JSONExtractString(data, 'titleVi') AS title, JSONExtractString(data, 'titleEn') AS title_en,
    JSONExtractString(data, 'annex') AS annex, JSONExtractBool(data, 'annexStated') AS annex_stated,
    arrayMap(x -> (JSONExtractString(x, 'code'), JSONExtractString(x, 'vi'), toDateOrZero(JSONExtractString(x, 'from')), if(JSONExtractString(x, 'to') = '', toDate('2149-06-06'), toDateOrZero(JSONExtractString(x, 'to')))), JSONExtractArrayRaw(data, 'leads')) AS leads, JSONExtract(data, 'coordinating', 'Array(Tuple(code String, vi String))') AS coordinating,
    toDateOrZero(JSONExtractString(data, 'deadline')) AS deadline, JSONExtractString(data, 'endKind') AS end_kind, JSONExtractBool(data, 'continuous') AS continuous, JSONExtractBool(data, 'yearly') AS yearly,
    JSONExtractBool(data, 'replicate') AS replicate, JSONExtractString(data, 'standing') AS standing, JSONExtractBool(data, 'needsUnit') AS needs_unit, JSONExtractBool(data, 'waitsForC06') AS waits_for_c06,
    JSONExtract(data, 'steps', 'Array(Tuple(step UInt16, vi String, en String, actors Array(Tuple(code String, outside Bool)), actorsStated Bool, conditional Bool))') AS steps
FROM raw_programme_inbox_v1
WHERE startsWith(what, 'model.') OR startsWith(what, 'step.')
COMMENT 'Carries events from raw_programme_inbox_v1 to raw_model_events_v1';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_reports_mv_v1 ON CLUSTER '{cluster}' TO raw_reports_v1 AS
SELECT JSONExtractString(data, 'period') AS period, JSONExtractString(data, 'request') AS request, JSONExtractString(data, 'reporter') AS reporter, version, sequence, event_id, recorded_at,
    toDateOrZero(JSONExtractString(data, 'dueOn')) AS due_on, JSONExtractBool(data, 'nothing') AS nothing,
    arrayMap(m -> (m.1, m.2, arrayMap(v -> (v.1, v.2, ifNull(v.3, 0.), isNotNull(v.3), v.4), m.3)),
        JSONExtract(data, 'models', 'Array(Tuple(model UInt16, text String, indicators Array(Tuple(code String, value Float64, target Nullable(Float64), remark String))))')) AS models,
    JSONExtractString(data, 'channel') AS channel, JSONExtractBool(data, 'simulated') AS simulated
FROM raw_programme_inbox_v1
WHERE what IN ('report.submitted', 'report.amended')
COMMENT 'Carries events from raw_programme_inbox_v1 to raw_reports_v1';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_reporters_mv_v1 ON CLUSTER '{cluster}' TO raw_reporters_v1 AS
WITH JSONExtractString(data, 'from') AS first, JSONExtractString(data, 'to') AS last
SELECT JSONExtractString(data, 'reporter') AS reporter, toUInt32(substring(first, 1, 4)) * 12 + toUInt32(substring(first, 6, 2)) - 1 AS from_month,
    if(last = '', 4294967294, toUInt32OrZero(substring(last, 1, 4)) * 12 + toUInt32OrZero(substring(last, 6, 2)) - 1) AS to_month,
    version, sequence, event_id, recorded_at, JSONExtractString(data, 'kind') AS kind, JSONExtractString(data, 'nameVi') AS name, JSONExtract(data, 'dueDay', 'UInt8') AS due_day,
    JSONExtractString(data, 'receiver') AS receiver, JSONExtractBool(data, 'verified') AS verified, JSONExtractBool(data, 'simulated') AS simulated
FROM raw_programme_inbox_v1
WHERE what = 'reporter.assigned'
COMMENT 'Carries events from raw_programme_inbox_v1 to raw_reporters_v1';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_report_requests_mv_v1 ON CLUSTER '{cluster}' TO raw_report_requests_v1 AS
SELECT JSONExtractString(data, 'request') AS request, version, sequence, event_id, recorded_at, JSONExtract(data, 'reporters', 'Array(String)') AS reporters, JSONExtract(data, 'models', 'Array(UInt16)') AS models,
    toDateOrZero(JSONExtractString(data, 'dueOn')) AS due_on, JSONExtractString(data, 'text') AS text, JSONExtractBool(data, 'simulated') AS simulated
FROM raw_programme_inbox_v1
WHERE what = 'report.requested'
COMMENT 'Carries events from raw_programme_inbox_v1 to raw_report_requests_v1';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_indicators_mv_v1 ON CLUSTER '{cluster}' TO raw_indicators_v1 AS
SELECT JSONExtractString(data, 'code') AS code, JSONExtract(data, 'model', 'UInt16') AS model, JSONExtractString(data, 'period') AS period, JSONExtractString(data, 'unit') AS unit_uid, sequence, event_id, recorded_at,
    JSONExtractFloat(data, 'value') AS value, JSONExtractBool(data, 'simulated') AS simulated
FROM raw_programme_inbox_v1
WHERE what = 'indicator.observed'
COMMENT 'Carries events from raw_programme_inbox_v1 to raw_indicators_v1';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_programme_inbox_mv_v1 ON CLUSTER '{cluster}' TO raw_programme_inbox_v1 AS
SELECT id AS event_id, extract(type, '^vn\\.da06\\.(.+)\\.v\\d+$') AS what, recorded_at, JSONExtract(data, 'streamversion', 'UInt32') AS version, sequence, data
FROM raw_inbox_v2
WHERE match(type, '^vn\\.da06\\.(model|step|report|reporter|indicator)\\.')
COMMENT 'Carries events of the programme from raw_inbox_v2 to raw_programme_inbox_v1';

INSERT INTO schema_migrations VALUES ('0019_programme.sql', '089cc654a8256e82f2bec2fc9bec18e25fc9e40609205df6f740c480995c9763');
