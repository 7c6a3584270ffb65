import { FrameGeometrySourceBuilder, FrameGeometrySourceMode, MapLayerOptionsBuilder } from '@grafana/grafana-foundation-sdk/common';

/** One transparent point: Grafana's own base map, and an empty address, would fetch tiles from the internet. */
const transparentPoint = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

export const emptyBasemap = new MapLayerOptionsBuilder().type('xyz').name('').config({ url: transparentPoint, attribution: '' }).opacity(0);

/** Circles at `lat`, `lon`, as large as the column `size` says, with the column `label` written above each. */
export const markers = ({ title, label, size }: { readonly title: string; readonly label: string; readonly size: string }): MapLayerOptionsBuilder =>
  new MapLayerOptionsBuilder().type('markers').name(title).tooltip(true)
    .location(new FrameGeometrySourceBuilder().mode(FrameGeometrySourceMode.Coords).latitude('lat').longitude('lon'))
    .config({
      showLegend: false,
      style: {
        size: { field: size, fixed: 8, min: 8, max: 28 },
        color: { field: size, fixed: 'blue' },
        opacity: 0.7,
        rotation: { fixed: 0, mode: 'mod', min: -360, max: 360 },
        symbol: { mode: 'fixed', fixed: 'img/icons/marker/circle.svg' },
        symbolAlign: { horizontal: 'center', vertical: 'center' },
        text: { mode: 'field', field: label, fixed: '' },
        textConfig: { fontSize: 13, offsetX: 0, offsetY: -20, textAlign: 'center', textBaseline: 'middle' },
      },
    });
