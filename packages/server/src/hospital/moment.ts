// Instants as the institutions' interface writes them, in Asia/Shanghai (UTC+8 all year).
const offsetMs = 8 * 3_600_000;
const local = (at: Date): string => new Date(at.getTime() + offsetMs).toISOString();

/** `yyyyMMddHHmmssSSS`. */
export const momentText = (at: Date): string => local(at).replace(/\D/g, '');
/** `yyyy-MM-dd HH:mm:ss`. */
export const timeText = (at: Date): string => local(at).slice(0, 19).replace('T', ' ');
