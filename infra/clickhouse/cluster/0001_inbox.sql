-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

CREATE TABLE IF NOT EXISTS raw_inbox_v1 ON CLUSTER '{cluster}'
(
    id UUID COMMENT 'Event id',
    type LowCardinality(String) COMMENT 'Event type with version',
    subject String COMMENT 'What the event is about; partition key of the log',
    time DateTime64(3, 'UTC') COMMENT 'When it happened',
    recordedtime DateTime64(3, 'UTC') COMMENT 'When it was taken in',
    sequence String COMMENT 'Hybrid clock, 16 hex digits: orders the events of a subject',
    data Tuple(
        facility String, facilityKind LowCardinality(String), tourism Bool, ref String, revision UInt32, registrationNumber String,
        shape LowCardinality(String), sets Array(LowCardinality(String)), yields Array(LowCardinality(String)),
        groups Tuple(
            person Tuple(personKey String, documentKind LowCardinality(String)),
            nationality LowCardinality(String), sex LowCardinality(String), birthYear UInt16,
            residence Tuple(province LowCardinality(String), ward LowCardinality(String)),
            arrival Tuple(at DateTime64(3, 'UTC'), timeKnown Bool, unit LowCardinality(String), dueDomestic DateTime64(3, 'UTC'), dueForeign DateTime64(3, 'UTC')),
            expectedDeparture Nullable(DateTime64(3, 'UTC')), departure Nullable(DateTime64(3, 'UTC')), permittedUntil Nullable(DateTime64(3, 'UTC')),
            room String, reason LowCardinality(String), notified Tuple(at Nullable(DateTime64(3, 'UTC')), valid Bool), captured LowCardinality(String)),
        faults Array(Tuple(code LowCardinality(String))),
        day Date,
        cccdKey String, cmndKey String,
        single Bool, received UInt32, accepted UInt32, duplicate UInt32, amended UInt32, late UInt32, rejected UInt32, codes Map(LowCardinality(String), UInt32),
        id String, kind LowCardinality(String), name String, unit LowCardinality(String), model Nullable(Int16), rooms Nullable(UInt32), beds Nullable(UInt32),
        stars Nullable(UInt8), remote Bool, lat Nullable(Float64), lon Nullable(Float64), validFrom Date, `on` Date,
        topic LowCardinality(String), causeCode LowCardinality(String), size UInt32
    ) COMMENT 'Data of the event: every field that any table needs; the sealed identity is not read here'
)
ENGINE = Null
COMMENT 'Door of the warehouse: events as the log keeps them go in, materialised views carry them to the registers. Holds nothing';

INSERT INTO schema_migrations VALUES ('0001_inbox.sql', 'c8d8780ef4b9d9efa0c496ac5b74465965d39f12f6826657c2028c683db9b015');
