// Chinese names of the chronic diseases that can be registered.
const diseaseNames: Readonly<Record<string, string>> = { hypertension: '高血压', diabetes: '糖尿病' };

/** The code itself for a disease without a name. */
export const diseaseName = (code: string): string => diseaseNames[code] ?? code;
