// The sample catalogue: fictional items with figures as they could be, as the CSV file that `gongji import catalogue` reads.

/** Path of the CSV file. */
export const sampleCatalogueFile = new URL('../catalogue.csv', import.meta.url);
