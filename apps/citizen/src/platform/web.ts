// A browser: the pages do everything by its own means.
import type { Platform } from './port.ts';

export const web: Platform = { name: 'web', open: null };
