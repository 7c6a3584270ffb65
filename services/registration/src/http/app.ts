import { serviceApp, type Described, type Logger, type Metrics } from '@da06/service-kit';
import type { Hono } from 'hono';
import { deskRoutes } from '../desk/page.ts';
import { businessRoutes } from '../routes/businesses.ts';
import { dayRoutes } from '../routes/days.ts';
import { documentRoutes } from '../routes/documents.ts';
import { exportRoutes } from '../routes/exports.ts';
import { facilityRoutes } from '../routes/facilities.ts';
import { guestRoutes } from '../routes/guests.ts';
import { incidentRoutes } from '../routes/incidents.ts';
import { inspectionRoutes } from '../routes/inspections.ts';
import { keyRoutes } from '../routes/keys.ts';
import { outageRoutes } from '../routes/outages.ts';
import { ownRecordRoutes } from '../routes/own-record.ts';
import { portalRoutes } from '../routes/portal.ts';
import { registerRoutes } from '../routes/registers.ts';
import { referenceRoutes } from '../routes/reference.ts';
import { statisticRoutes } from '../routes/statistics.ts';
import { stayRoutes } from '../routes/stays.ts';
import { systemRoutes } from '../routes/system.ts';
import { tripRoutes } from '../routes/trips.ts';
import type { Service } from '../service.ts';

export type AppDeps = { readonly metrics: Metrics; readonly logger: Logger; readonly newId: () => string; readonly ready: () => boolean; /** Routes of the same process, for the description. */ readonly others?: Described | undefined };

/** All routes of registration. An address that is known under another method answers 405 with Allow. */
export const createApp = (service: Service, deps: AppDeps): Hono =>
  serviceApp({ request: (...answered) => service.metrics.request(...answered), logger: deps.logger, newId: deps.newId }, (app) => {
    facilityRoutes(app, service);
    keyRoutes(app, service);
    stayRoutes(app, service);
    tripRoutes(app, service);
    businessRoutes(app, service);
    inspectionRoutes(app, service);
    incidentRoutes(app, service);
    outageRoutes(app, service);
    registerRoutes(app, service);
    ownRecordRoutes(app, service);
    portalRoutes(app, service);
    dayRoutes(app, service);
    documentRoutes(app, service);
    guestRoutes(app, service);
    exportRoutes(app, service);
    statisticRoutes(app, service);
    deskRoutes(app, service.locality);
    referenceRoutes(app, service);
    systemRoutes(app, service, deps);
  });
