/** What this person may do with chosen rows of the reports table. */
export type TableMay = { triage: boolean; assign: boolean };
