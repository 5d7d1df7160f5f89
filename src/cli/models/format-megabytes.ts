/** Bytes in megabytes of a million, with one digit after the point. */
export const formatMegabytes = (bytes: number): string => (bytes / 1e6).toFixed(1)
