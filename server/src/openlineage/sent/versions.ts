/** The versions that were recorded last; what is taken where the project names none. */
export const newestFlink = "2.2.1";
export const newestAdapter = "1.53.0";
