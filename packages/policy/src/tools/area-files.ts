// The files that one area's policy is made of, found among all files by their paths.

type Files = Readonly<Record<string, string>>;

/** Path of the worked cases beside a policy file. */
export const casesPath = (path: string): string => path.replace(/\.yaml$/, '.cases.yaml');

/** Path of the area's own file, such as `policies/areas/340500-maanshan.yaml`; undefined where there is none. */
export const areaPath = (files: Files, area: string): string | undefined =>
  Object.keys(files).find((path) => path.includes(`areas/${area}-`) && !path.endsWith('.cases.yaml'));

/** The national, the province's and the area's file, each with its worked cases. */
export function areaFiles(files: Files, area: string): Record<string, string> {
  const layers = ['/national.', `/provinces/${area.slice(0, 2)}-`, `/areas/${area}-`];
  return Object.fromEntries(
    Object.entries(files).filter(([path]) => layers.some((layer) => path.includes(layer))),
  );
}
