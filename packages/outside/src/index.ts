// The simulators of the outside world, for tests; the product never imports them and the command is main.ts.
export type { RunningPart } from './http/listen.ts';
export { partNames, startPart } from './start.ts';
export type { OutsideOptions, PartName } from './start.ts';
