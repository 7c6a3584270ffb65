/**
 * The retirement age in months in a year, under normal conditions: Labour Code 2019 (45/2019/QH14) art. 169. Men 60 years and 3 months in 2021 and 3 months more each year up to 62 years (2028), women 55 years and 4 months and 4 months more each
 * year up to 60 years (2035); before 2021 60 and 55 years. Where the sex is not told as M or F, the later age, that of men, is taken.
 */
export const retirementAgeMonths = (year: number, sex: 'M' | 'F' | 'X'): number => {
  const steps = year - 2021;
  if (sex === 'F') return steps < 0 ? 660 : Math.min(720, 664 + 4 * steps);
  return steps < 0 ? 720 : Math.min(744, 723 + 3 * steps);
};
