// Which registered chronic disease a bill is for: the interface's kind of treatment and code of disease. Pure.

/** Kinds of treatment (`med_type`) that are paid as a registered chronic disease: chronic, and the two diseases. */
const chronicTypes = new Set(['14', '9901']);
/** Codes of the national list of outpatient chronic diseases, and our own. */
const codes: ReadonlyMap<string, string> = new Map([
  ['M03900', 'hypertension'],
  ['M01600', 'diabetes'],
  ['hypertension', 'hypertension'],
  ['diabetes', 'diabetes'],
]);

/** Empty for an ordinary bill; a code that nobody is registered for when the disease is not known. */
export function chronicOf(medType: string, diseaseCode: string): string[] {
  return chronicTypes.has(medType) ? [codes.get(diseaseCode) ?? 'unknown'] : [];
}
