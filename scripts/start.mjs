// `npm start`: installs what is missing, builds the pages, starts the simulators and the product.
import { checkNode, install } from './lib/install.mjs';
import { buildPages } from './lib/pages.mjs';

checkNode();
await install();
await buildPages();

const { register } = await import('tsx/esm/api');
register();
const { startOutside } = await import('./lib/outside.mjs');
const { main } = await import('../packages/server/src/main.ts');
await main({ startOutside: process.env.GONGJI_OUTSIDE === 'none' ? undefined : startOutside });
