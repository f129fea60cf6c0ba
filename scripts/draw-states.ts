// `npm run docs:states`: writes docs/states.md.
import { writeFileSync } from 'node:fs';
import { drawStates } from './lib/states.ts';

writeFileSync(new URL('../docs/states.md', import.meta.url), drawStates());
