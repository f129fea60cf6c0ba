// One area's loaded policy as text and back, so that a browser adjudicates with it without reading or checking files.
import type { PolicyLibrary } from './library.ts';

const mark = '$map';

/** The policy of this area alone; undefined for an area without one. */
export function libraryText(library: PolicyLibrary, area: string): string | undefined {
  const policy = library.areas.get(area);
  if (policy === undefined) return undefined;
  return JSON.stringify({ ...library, areas: new Map([[area, policy]]) }, (_, value: unknown) =>
    value instanceof Map ? { [mark]: [...(value as Map<unknown, unknown>)] } : value,
  );
}

/** Takes only what `libraryText` wrote. The library answers every question as the one it was written from. */
export function libraryFrom(text: string): PolicyLibrary {
  return JSON.parse(text, (_, value: unknown) => {
    if (value === null || typeof value !== 'object' || !(mark in value)) return value;
    return new Map(value[mark] as [unknown, unknown][]);
  }) as PolicyLibrary;
}
