import type { IndicatorDefinedData } from '@da06/events';
import type { IndicatorDefinition } from '../programme/schema.ts';
import { complianceIndicators } from './compliance.ts';
import { labourIndicators } from './labour.ts';
import { populationIndicators } from './population.ts';
import { tourismIndicators } from './tourism.ts';

/** Every figure's definition as its event carries it: those of the registers, which are the same everywhere, and those that the plan's reports are made of. */
export const definitionsOf = (programme: readonly IndicatorDefinition[]): readonly IndicatorDefinedData[] => [...populationIndicators, ...labourIndicators, ...tourismIndicators, ...complianceIndicators, ...programme.map(reported)];

const counted = { formula: 'hệ thống đếm từ sự kiện của cơ sở và lưu trú', source: 'Cơ sở và thông báo lưu trú ghi nhận trong hệ thống', scope: 'Cơ sở thuộc mô hình trên toàn địa bàn, trong tháng' };
const entered = { formula: 'tổng số các nơi báo cáo đã ghi cho tháng', source: 'Báo cáo hằng tháng của các cơ quan, đơn vị theo kế hoạch', scope: 'Các nơi báo cáo có phần trong mô hình, trong tháng' };

const reported = ({ code, model, vi, en, definitionVi, definitionEn, unit, kind, direction, source }: IndicatorDefinition): IndicatorDefinedData => ({
  code, model, vi, en, definitionVi, definitionEn, unit, kind, direction, nature: 'programme', ...(source === 'counted' ? counted : { ...entered, ...(kind === 'share' && { formula: 'tỷ lệ mỗi nơi báo cáo đã ghi cho tháng; không cộng' }) }),
});
