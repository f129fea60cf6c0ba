// Where a shell finds the service; `npm run build:shells` puts the address and the channel in.

declare const __SERVER__: string;
declare const __CHANNEL__: string;

/** Address of the service, without a slash at its end. */
export const server: string = __SERVER__;
/** Code of the channel whose labels and colours the pages take. */
export const channel: string = __CHANNEL__;
