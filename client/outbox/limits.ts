/** The most operations a batch may carry (domain/tag/batch says the same to the server). */
export const maxOperations = 1000;
