/**
 * The startup option (libpq's `options`) with which the portal's connections act as verandah_app instead of the role that they log in as:
 * it reads and writes the portal's tables, adds to the audit, and owns nothing. Migrations make it (prisma/migrations).
 */
export const AS_PORTAL = "-c role=verandah_app";
