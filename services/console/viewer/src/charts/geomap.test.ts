import { describe, expect, it } from 'vitest';
import { geomapOption, windowOf } from './geomap.ts';
import { inputOf } from './input.fixture.ts';
import { placeLabels } from './places.ts';

const options = { layers: [{ type: 'markers', location: { mode: 'coords', latitude: 'lat', longitude: 'lon' }, config: { style: { size: { field: 'Dân số', min: 8, max: 28 }, text: { field: 'Đơn vị' } } } }] };
const fields = [
  { name: 'lat', type: 'number', values: [11.63, 11.52, 11.6] }, { name: 'lon', type: 'number', values: [106.59, 106.54, null] },
  { name: 'Đơn vị', type: 'string', values: ['Phường Bình Long', 'Xã Tân Khai', 'không rõ'] }, { name: 'Dân số', type: 'number', values: [1300, null, 5] },
] as const;

describe('a map of markers', () => {
  it('has a marker at each place that has a latitude and a longitude, as large as its figure tells', () => {
    const option = geomapOption(inputOf({ type: 'geomap', options, fields }));
    expect(option).toMatchObject({ series: [{ type: 'scatter', data: [{ value: [106.59, 11.63], symbolSize: 28, label: { show: true } }, { value: [106.54, 11.52], symbolSize: 8, label: { show: true } }] }] });
  });
  it('draws a kilometre as long from west to east as from south to north', () => {
    const { perDegree } = windowOf([11.52, 11.63], [106.54, 106.59], { width: 700, height: 250 });
    expect(perDegree.lon / perDegree.lat).toBeCloseTo(Math.cos((11.575 * Math.PI) / 180), 6);
  });
  it('keeps all places within the chart, also a single one', () => {
    for (const [lats, lons] of [[[11.52, 11.63], [106.54, 106.99]], [[11.5], [106.5]]] as const) {
      const seen = windowOf(lats, lons, { width: 300, height: 200 });
      expect(seen.lat[0]).toBeLessThan(Math.min(...lats));
      expect(seen.lat[1]).toBeGreaterThan(Math.max(...lats));
      expect(seen.lon[0]).toBeLessThan(Math.min(...lons));
      expect(seen.lon[1]).toBeGreaterThan(Math.max(...lons));
    }
  });
  it('is nothing without places', () => {
    expect(geomapOption(inputOf({ type: 'geomap', options, fields: [] }))).toBeUndefined();
    expect(geomapOption(inputOf({ type: 'geomap', fields }))).toBeUndefined();
  });
});

describe('labels of markers', () => {
  const size = { width: 300, height: 200 };
  const marker = (x: number, y: number, radius = 5) => ({ x, y, radius, width: 60, height: 15 });
  it('stand above, or beside or below where another label, a marker or the edge is in the way', () => {
    expect(placeLabels([marker(150, 100)], size)).toEqual(['top']);
    expect(placeLabels([marker(150, 10)], size)).toEqual(['right']);
    expect(placeLabels([marker(150, 100, 9), marker(150, 80)], size)).toEqual(['right', 'top']);
  });
  it('are left out rather than drawn over each other', () => {
    const crowd = Array.from({ length: 30 }, (_, index) => marker(150 + (index % 6) * 8, 100 + Math.floor(index / 6) * 8));
    expect(placeLabels(crowd, size).filter((side) => side !== undefined).length).toBeLessThan(10);
  });
});
