/** Requests computed side by side where nobody says otherwise. */
export const defaultSequences = 8

/** A window beyond this costs memory that few models are worth; asking for more is possible. */
export const defaultMaxContextTokens = 4096
