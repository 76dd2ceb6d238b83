import { MyWork } from "@/domain/assignment/my-work";
import { route } from "@/server/http/route";
import { readMyWork } from "@/server/operations/read-my-work";

export const GET = route({ summary: "What waits for the asker in all their projects", answers: MyWork }, (actor) =>
  readMyWork(actor),
);
