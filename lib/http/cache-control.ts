/** May be kept by any cache, and is asked about before each use: an answer is never older than what the portal would say now. */
export const PUBLIC = "public, max-age=0, must-revalidate";
