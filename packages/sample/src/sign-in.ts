// What signs the sample people in; shared by the simulator of the electronic credential and the product's demo settings.

/** The six-digit password of everybody in the sample world; for trying only. */
export const samplePin = '246810';

/** The product as a client of the sample identity provider; a real provider gives its own. */
export const sampleClient = { id: 'gongji', secret: 'sample-client-secret-for-trying-only' } as const;
