#!/usr/bin/env node
// The `gongji` command: plain JavaScript that lets Node read the TypeScript sources, so that no build is needed.
import { register } from 'tsx/esm/api';

register();
const { run } = await import('../src/command/run.ts');
process.exitCode = await run(process.argv.slice(2));
