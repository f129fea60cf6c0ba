// Size of a photo on the stage for a zoom and a quarter turn.

export interface Size {
  widthPx: number;
  heightPx: number;
}

export interface PhotoLayout {
  /** The photo before it is turned. */
  image: Size;
  /** The room that the turned photo takes. */
  box: Size;
}

export const zoomSteps = [1, 1.5, 2, 3, 4] as const;

/** Zoom 1 shows the whole photo; it is never enlarged beyond the stage by itself. `turns` are quarter turns. */
export function layoutPhoto(natural: Size, stage: Size, zoom: number, turns: number): PhotoLayout {
  const lies = turns % 2 === 1;
  const across = lies ? natural.heightPx : natural.widthPx;
  const down = lies ? natural.widthPx : natural.heightPx;
  const scale = Math.min(stage.widthPx / across, stage.heightPx / down) * zoom;
  return {
    image: { widthPx: natural.widthPx * scale, heightPx: natural.heightPx * scale },
    box: { widthPx: across * scale, heightPx: down * scale },
  };
}

/** The next larger or smaller step of the zoom; the ends stay. */
export function stepZoom(zoom: number, direction: 1 | -1): number {
  const at = zoomSteps.findIndex((step) => step >= zoom);
  return zoomSteps[Math.min(Math.max(at + direction, 0), zoomSteps.length - 1)] ?? zoom;
}
