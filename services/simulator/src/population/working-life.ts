import { weigh, type Draw } from '../random.ts';
import { ageAt, dayText, vsic2025 } from './days.ts';
import { xtieng } from './ethnic-groups.ts';
import { jobsOf, type Job } from './jobs.ts';
import type { Resident, Working } from './resident.ts';
import type { TruthWork } from './truth.ts';

/** Who works, looks for work, or does neither, by age and sex. */
const statusOf = (age: number, sex: 'M' | 'F'): readonly [employed: number, unemployed: number, inactive: number] => {
  if (age < 18) return [15, 2, 83];
  if (age < 23) return [57, 6, 37];
  if (age < 55) return sex === 'M' ? [94, 2.5, 3.5] : [85, 2.5, 12.5];
  if (age < 60) return sex === 'M' ? [85, 1.5, 13.5] : [66, 1, 33];
  return age < 70 ? [46, 0.3, 53.7] : [12, 0, 88];
};

const trainings = weigh<TruthWork['training']>([['none', 58], ['no-certificate', 14], ['certificate', 8], ['elementary', 7], ['intermediate', 6], ['college', 4], ['university', 3]]);
const learned = weigh<TruthWork['training']>([['intermediate', 18], ['college', 28], ['university', 48], ['postgraduate', 6]]);
const withoutWork = weigh<readonly [number, number]>([[[5, 85], 46], [[95, 360], 34], [[370, 1_100], 20]]);
const ofLearned: ReadonlySet<string> = new Set(['media worker', 'bank clerk', 'official', 'teacher', 'nurse']);

/** A working life as it is on a day. */
export const beginWork = (draw: Draw, resident: Resident, day: number): Working => {
  const age = ageAt(resident.birth, day);
  const [employed, unemployed, inactive] = statusOf(age, resident.sex);
  const status = resident.home === undefined ? 'employed' : draw.weighted(weigh<TruthWork['status']>([['employed', employed], ['unemployed', unemployed], ['inactive', inactive]]));
  const job = status === 'employed' ? drawJob(draw, resident, age) : undefined;
  const training = draw.weighted(job !== undefined && ofLearned.has(job.name) ? learned : trainings);
  const [least, most] = draw.weighted(withoutWork);
  return { status, job, position: job === undefined ? '' : draw.weighted(job.positions), training: age < 18 ? 'none' : training, unemployedSince: status === 'unemployed' ? day - draw.between(least, most) : 0 };
};

const drawJob = (draw: Draw, { home, ethnic }: Resident, age: number): Job => {
  if (home === undefined) return draw.weighted(jobsOf.lodging);
  if (age < 35 && draw.chance(0.55)) return draw.weighted(jobsOf.young);
  return draw.weighted(ethnic === xtieng ? jobsOf.xtieng : jobsOf.kinh);
};

/** Somebody finds work, or other work. */
export const findWork = (draw: Draw, resident: Resident, day: number, before: Working): Working => {
  const job = drawJob(draw, resident, ageAt(resident.birth, day));
  return { ...before, status: 'employed', job, position: draw.weighted(job.positions), unemployedSince: 0 };
};

/** What a record of workers says of a working life on a day. */
export const describeWork = (draw: Draw, working: Working, day: number): TruthWork => {
  const { status, job, position, training } = working;
  const none = { position: '', occupation: '', industry: { scheme: '', code: '' }, contract: '', unemploymentInsurance: '' } as const;
  if (status === 'left') return { ...none, status, socialInsurance: '', training: '', unemployedSince: '' };
  if (job === undefined) return { ...none, status, socialInsurance: draw.chance(0.05) ? 'voluntary' : 'none', training, unemployedSince: status === 'unemployed' ? dayText(working.unemployedSince) : '' };
  const isEmployee = position === 'employee';
  const isFormal = isEmployee && draw.chance(job.formal);
  const scheme = day >= vsic2025 && draw.chance(0.7) ? 'vsic-2025' : 'vsic-2018';
  return {
    status, position, training, unemployedSince: '',
    occupation: draw.pick(job.occupation), industry: { scheme, code: draw.pick(scheme === 'vsic-2025' ? job.vsic2025 : job.vsic2018) },
    contract: !isEmployee ? 'none' : isFormal ? (draw.chance(0.7) ? 'indefinite' : 'fixed-term') : draw.chance(0.6) ? 'verbal' : 'seasonal',
    socialInsurance: isFormal ? 'compulsory' : draw.chance(0.08) ? 'voluntary' : 'none', unemploymentInsurance: isFormal ? 'yes' : 'no',
  };
};
