import type { z } from 'zod';
import { CoachTripReportedData, coachTripReportedType } from './coach/coach-trip-reported.ts';
import { BusinessRegisteredData, businessRegisteredType } from './compliance/business-registered.ts';
import { InspectionRecordedData, inspectionRecordedType } from './compliance/inspection-recorded.ts';
import { OutageDeclaredData, outageDeclaredType } from './compliance/outage-declared.ts';
import { DeadLetterRecordedData, deadLetterRecordedType } from './dead-letter/dead-letter-recorded.ts';
import { DeadLetterRedrivenData, deadLetterRedrivenType } from './dead-letter/dead-letter-redriven.ts';
import { FacilityChangedData, facilityChangedType } from './registry/facility-changed.ts';
import { FacilityClosedData, facilityClosedType } from './registry/facility-closed.ts';
import { FacilityDayReportedData, facilityDayReportedType } from './stay/facility-day-reported.ts';
import { FacilityRegisteredData, facilityRegisteredType } from './registry/facility-registered.ts';
import { FeedBatchReceivedData, feedBatchReceivedType } from './feed/feed-batch-received.ts';
import { IdentityErasedData, identityErasedType } from './security/identity-erased.ts';
import { IdentityReadData, identityReadType } from './security/identity-read.ts';
import { IncidentRecordedData, incidentRecordedType } from './incident/incident-recorded.ts';
import { IncidentUpdatedData, incidentUpdatedType } from './incident/incident-updated.ts';
import { KeyIssuedData, keyIssuedType } from './registry/key-issued.ts';
import { KeyRevokedData, keyRevokedType } from './registry/key-revoked.ts';
import { MasterKeyRotatedData, masterKeyRotatedType } from './security/master-key-rotated.ts';
import { WatchEntryAddedData, watchEntryAddedType } from './security/watch-entry-added.ts';
import { WatchEntryRemovedData, watchEntryRemovedType } from './security/watch-entry-removed.ts';
import { AlertRaisedData, alertRaisedType } from './security/alert-raised.ts';
import { AlertConfirmedData, alertConfirmedType } from './security/alert-confirmed.ts';
import { AlertDismissedData, alertDismissedType } from './security/alert-dismissed.ts';
import { AlertClosedData, alertClosedType } from './security/alert-closed.ts';
import { WebhookSubscribedData, webhookSubscribedType } from './security/webhook-subscribed.ts';
import { WebhookSecretRotatedData, webhookSecretRotatedType } from './security/webhook-secret-rotated.ts';
import { WebhookRemovedData, webhookRemovedType } from './security/webhook-removed.ts';
import { PersonLinkedData, personLinkedType } from './person/person-linked.ts';
import { StayCancelledData, stayCancelledType } from './stay/stay-cancelled.ts';
import { StayCheckedInData, stayCheckedInType } from './stay/stay-checked-in.ts';
import { StayCheckedOutData, stayCheckedOutType } from './stay/stay-checked-out.ts';
import { StayCorrectedData, stayCorrectedType } from './stay/stay-corrected.ts';
import { ModelScheduledData, modelScheduledType } from './programme/model-scheduled.ts';
import { ModelUnitChosenData, modelUnitChosenType } from './programme/model-unit-chosen.ts';
import { StepStartedData, stepStartedType } from './programme/step-started.ts';
import { StepCompletedData, stepCompletedType } from './programme/step-completed.ts';
import { StepBlockedData, stepBlockedType } from './programme/step-blocked.ts';
import { StepUnblockedData, stepUnblockedType } from './programme/step-unblocked.ts';
import { StepReopenedData, stepReopenedType } from './programme/step-reopened.ts';
import { ModelPutInOperationData, modelPutInOperationType } from './programme/model-put-in-operation.ts';
import { ModelMarkedNotDeployableData, modelMarkedNotDeployableType } from './programme/model-marked-not-deployable.ts';
import { StreamOwnerClaimedData, streamOwnerClaimedType } from './programme/stream-owner-claimed.ts';
import { ReporterAssignedData, reporterAssignedType } from './programme/reporter-assigned.ts';
import { ReportRequestedData, reportRequestedType } from './programme/report-requested.ts';
import { ReportSubmittedData, reportSubmittedType } from './programme/report-submitted.ts';
import { ReportAmendedData, reportAmendedType } from './programme/report-amended.ts';
import { IndicatorObservedData, indicatorObservedType } from './programme/indicator-observed.ts';
import { ResidenceRegisteredData, residenceRegisteredType } from './population/residence-registered.ts';
import { ResidenceMovedData, residenceMovedType } from './population/residence-moved.ts';
import { ResidenceEndedData, residenceEndedType } from './population/residence-ended.ts';
import { AbsenceDeclaredData, absenceDeclaredType } from './population/absence-declared.ts';
import { HouseholdChangedData, householdChangedType } from './population/household-changed.ts';
import { BirthRegisteredData, birthRegisteredType } from './population/birth-registered.ts';
import { DeathRegisteredData, deathRegisteredType } from './population/death-registered.ts';
import { WorkerDeclaredData, workerDeclaredType } from './population/worker-declared.ts';
import { RegisterBatchReceivedData, registerBatchReceivedType } from './population/register-batch-received.ts';
import { RecordWithdrawnData, recordWithdrawnType } from './population/record-withdrawn.ts';
import { StatisticReleasedData, statisticReleasedType } from './population/statistic-released.ts';
import { UnitPublishedData, unitPublishedType } from './registry/unit-published.ts';
import { AlertRulePublishedData, alertRulePublishedType } from './registry/alert-rule-published.ts';
import { HolidayPublishedData, holidayPublishedType } from './registry/holiday-published.ts';
import { IndicatorDefinedData, indicatorDefinedType } from './registry/indicator-defined.ts';
import { topics } from './topics.ts';

export type CatalogueEntry = {
  readonly schema: z.ZodType<Record<string, unknown>>;
  /** The topic it is written to; dead letters go to `<topic>.dead-letter` of the record they hold. */
  readonly topic: string;
  /** What its subject is: the partition key, within which order counts. */
  readonly subject: string;
  /** What it says happened, in one sentence for the README. */
  readonly says: string;
  /** For a version that is no longer written: its data as those of the version `next`. Pure and mechanical, one step. */
  readonly upcast?: { readonly next: string; readonly data: (data: Record<string, unknown>) => Record<string, unknown> };
};

/** Every version of every event there ever was. A published version never changes; a new one is a new entry, with an upcaster at the old. */
export const catalogue: Readonly<Record<string, CatalogueEntry>> = {
  [stayCheckedInType]: { schema: StayCheckedInData, topic: topics.stays, subject: 'facility/ref', says: 'a stay is registered, first or again, with every group of fields the sender’s shape has' },
  [stayCorrectedType]: { schema: StayCorrectedData, topic: topics.stays, subject: 'facility/ref', says: 'a stay is corrected or extended: only the groups it names' },
  [stayCheckedOutType]: { schema: StayCheckedOutData, topic: topics.stays, subject: 'facility/ref', says: 'a guest has left' },
  [stayCancelledType]: { schema: StayCancelledData, topic: topics.stays, subject: 'facility/ref', says: 'a registration is withdrawn' },
  [facilityDayReportedType]: { schema: FacilityDayReportedData, topic: topics.stays, subject: 'facility', says: 'nobody arrived on a local day' },
  [personLinkedType]: { schema: PersonLinkedData, topic: topics.stays, subject: 'key of the old paper', says: 'one record carried two numbers of one person: CCCD and CMND' },
  [feedBatchReceivedType]: { schema: FeedBatchReceivedData, topic: topics.stays, subject: 'facility', says: 'one request of a feed: counts and codes, no values' },
  [facilityRegisteredType]: { schema: FacilityRegisteredData, topic: topics.registry, subject: 'facility', says: 'a facility is known from now on' },
  [facilityChangedType]: { schema: FacilityChangedData, topic: topics.registry, subject: 'facility', says: 'a facility is so from a day on' },
  [facilityClosedType]: { schema: FacilityClosedData, topic: topics.registry, subject: 'facility', says: 'a facility takes no guests from a day on' },
  [keyIssuedType]: { schema: KeyIssuedData, topic: topics.registry, subject: 'key', says: 'a key is issued; only its hash is kept' },
  [keyRevokedType]: { schema: KeyRevokedData, topic: topics.registry, subject: 'key', says: 'a key no longer opens anything' },
  [identityReadType]: { schema: IdentityReadData, topic: topics.security, subject: 'facility', says: 'somebody was shown a sealed identity: who, why, of whom as a keyed hash' },
  [identityErasedType]: { schema: IdentityErasedData, topic: topics.security, subject: 'erasure', says: 'keys of identities were destroyed: why, of whom as keyed hashes, which keys, signed' },
  [masterKeyRotatedType]: { schema: MasterKeyRotatedData, topic: topics.security, subject: 'rotation', says: 'the keys of persons lie under another master key; only fingerprints are named' },
  [watchEntryAddedType]: { schema: WatchEntryAddedData, topic: topics.security, subject: 'watch entry', says: 'somebody is watched for, known by keyed hashes alone, until a day' },
  [watchEntryRemovedType]: { schema: WatchEntryRemovedData, topic: topics.security, subject: 'watch entry', says: 'nobody is watched for by an entry any longer, and why' },
  [alertRaisedType]: { schema: AlertRaisedData, topic: topics.security, subject: 'alert', says: 'something needs a look: which rule found what, where and when' },
  [alertConfirmedType]: { schema: AlertConfirmedData, topic: topics.security, subject: 'alert', says: 'an alert was right, and why' },
  [alertDismissedType]: { schema: AlertDismissedData, topic: topics.security, subject: 'alert', says: 'an alert was not right, or nothing to look at, and why' },
  [alertClosedType]: { schema: AlertClosedData, topic: topics.security, subject: 'alert', says: 'what was to be done about an alert is done' },
  [webhookSubscribedType]: { schema: WebhookSubscribedData, topic: topics.security, subject: 'webhook', says: 'alerts are told to an address, signed with a secret that stands here sealed' },
  [webhookSecretRotatedType]: { schema: WebhookSecretRotatedData, topic: topics.security, subject: 'webhook', says: 'requests to an address are signed with another secret' },
  [webhookRemovedType]: { schema: WebhookRemovedData, topic: topics.security, subject: 'webhook', says: 'nothing is told to an address any longer, and why' },
  [modelScheduledType]: { schema: ModelScheduledData, topic: topics.steps, subject: 'model number', says: 'the plan asks for a model so: titles, agencies, deadline, steps' },
  [modelUnitChosenType]: { schema: ModelUnitChosenData, topic: topics.steps, subject: 'model number', says: 'the unit that tries a model of Annex III is chosen' },
  [stepStartedType]: { schema: StepStartedData, topic: topics.steps, subject: 'model number', says: 'a step of a model is begun' },
  [stepCompletedType]: { schema: StepCompletedData, topic: topics.steps, subject: 'model number', says: 'a step is done, by the model’s agencies or on behalf of an outside one' },
  [stepBlockedType]: { schema: StepBlockedData, topic: topics.steps, subject: 'model number', says: 'a step cannot go on, and why' },
  [stepUnblockedType]: { schema: StepUnblockedData, topic: topics.steps, subject: 'model number', says: 'a blocked step can go on' },
  [stepReopenedType]: { schema: StepReopenedData, topic: topics.steps, subject: 'model number', says: 'a step that was done is open again, and why' },
  [modelPutInOperationType]: { schema: ModelPutInOperationData, topic: topics.steps, subject: 'model number', says: 'a model has reached what it was for' },
  [modelMarkedNotDeployableType]: { schema: ModelMarkedNotDeployableData, topic: topics.steps, subject: 'model number', says: 'a model cannot be carried out here, and why' },
  [streamOwnerClaimedType]: { schema: StreamOwnerClaimedData, topic: topics.steps, subject: 'owner', says: 'one process has taken over the deciding of a topic' },
  [reporterAssignedType]: { schema: ReporterAssignedData, topic: topics.reports, subject: 'reporter', says: 'an agency or unit has to report each month, to whom and by when' },
  [reportRequestedType]: { schema: ReportRequestedData, topic: topics.reports, subject: 'request', says: 'a report is asked for beside the monthly ones' },
  [reportSubmittedType]: { schema: ReportSubmittedData, topic: topics.reports, subject: 'period or request/reporter', says: 'a report is in' },
  [reportAmendedType]: { schema: ReportAmendedData, topic: topics.reports, subject: 'period or request/reporter', says: 'a report is corrected as a whole' },
  [indicatorObservedType]: { schema: IndicatorObservedData, topic: topics.reports, subject: 'indicator/period/unit', says: 'the system counted an indicator of a month' },
  [residenceRegisteredType]: { schema: ResidenceRegisteredData, topic: topics.stays, subject: 'register/ref', says: 'a person is resident in a unit from a day on, permanently or for a time' },
  [residenceMovedType]: { schema: ResidenceMovedData, topic: topics.stays, subject: 'register/ref', says: 'a permanent resident moves, within the locality or out of it' },
  [residenceEndedType]: { schema: ResidenceEndedData, topic: topics.stays, subject: 'register/ref', says: 'a residence or an absence is over' },
  [absenceDeclaredType]: { schema: AbsenceDeclaredData, topic: topics.stays, subject: 'register/ref', says: 'a resident is away for a time; why is sealed' },
  [householdChangedType]: { schema: HouseholdChangedData, topic: topics.stays, subject: 'register/ref', says: 'a resident belongs to another household from a day on' },
  [birthRegisteredType]: { schema: BirthRegisteredData, topic: topics.stays, subject: 'register/ref', says: 'a birth is registered: month, sex and unit, no person' },
  [deathRegisteredType]: { schema: DeathRegisteredData, topic: topics.stays, subject: 'register/ref', says: 'a person has died' },
  [workerDeclaredType]: { schema: WorkerDeclaredData, topic: topics.stays, subject: 'register/ref', says: 'a person’s working life is declared as it is from a day on' },
  [recordWithdrawnType]: { schema: RecordWithdrawnData, topic: topics.stays, subject: 'register/ref', says: 'a record of residents or workers was wrong from the beginning' },
  [registerBatchReceivedType]: { schema: RegisterBatchReceivedData, topic: topics.stays, subject: 'register', says: 'one request to a register: counts and codes, no values' },
  [statisticReleasedType]: { schema: StatisticReleasedData, topic: topics.registry, subject: 'statistic', says: 'what is sealed of many was counted; small cells are left out' },
  [unitPublishedType]: { schema: UnitPublishedData, topic: topics.registry, subject: 'unit', says: 'a version of an administrative unit, and where its people stand on other boundaries' },
  [holidayPublishedType]: { schema: HolidayPublishedData, topic: topics.registry, subject: 'holiday and year', says: 'a holiday or festival falls on these days of a year' },
  [alertRulePublishedType]: { schema: AlertRulePublishedData, topic: topics.registry, subject: 'rule', says: 'what a rule that raises alerts asks, and by which thresholds' },
  [indicatorDefinedType]: { schema: IndicatorDefinedData, topic: topics.registry, subject: 'indicator', says: 'what a figure means' },
  [coachTripReportedType]: { schema: CoachTripReportedData, topic: topics.stays, subject: 'facility/trips/ref', says: 'a coach’s trip is told, or amended, or called off, whole; its plate is sealed' },
  [businessRegisteredType]: { schema: BusinessRegisteredData, topic: topics.registry, subject: 'businesses/id', says: 'a business that has to have an ID-card reader is so from a day on' },
  [inspectionRecordedType]: { schema: InspectionRecordedData, topic: topics.registry, subject: 'facility/inspections/ref', says: 'a facility was inspected: guests found, and unreported ones among them' },
  [outageDeclaredType]: { schema: OutageDeclaredData, topic: topics.registry, subject: 'outages/ref', says: 'notices could not be sent for a time: lateness of it is excused' },
  [incidentRecordedType]: { schema: IncidentRecordedData, topic: topics.security, subject: 'incidents/ref', says: 'something happened that the police were told of: kind, unit, times, losses; nobody' },
  [incidentUpdatedType]: { schema: IncidentUpdatedData, topic: topics.security, subject: 'incidents/ref', says: 'what is known of an incident now, whole, or that there was none' },
  [deadLetterRecordedType]: { schema: DeadLetterRecordedData, topic: topics.security, subject: 'dead letter', says: 'a record that could not be projected is set aside, its bytes sealed' },
  [deadLetterRedrivenType]: { schema: DeadLetterRedrivenData, topic: topics.security, subject: 'dead letter', says: 'a dead letter was put back into its topic' },
};

/** Every type with its version, as it stands in the log. */
export const eventTypes: readonly string[] = Object.keys(catalogue);
