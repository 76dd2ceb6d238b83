/** What settings call a rule of an engine: “words:trigger”. */
export const ruleName = ({ engine, rule }: { engine: string; rule: string }): string => `${engine}:${rule}`;
