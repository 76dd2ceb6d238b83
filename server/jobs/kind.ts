import type { z } from "zod";
import type { WorkspaceDeed } from "@/domain/access/policy";
import type { ProjectDeed } from "@/domain/access/project-deeds";
import type { UploadId } from "@/domain/ids";
import type { CountedThing, JobKindName } from "@/domain/job/job-values";
import type { AnyClaimedJob, ClaimedJob } from "@/server/data/jobs/jobs";

type Given<Job, Data> = Omit<Job, "data"> & {
  data: Data;
  /** Aborted when it is cancelled, when another process took it over, and when the server stops. */
  signal: AbortSignal;
  /** Says how far it is; what it wrote itself in its own transactions it says there. */
  progress: (done: number, total?: number) => Promise<void>;
};

/** What a job is given while it runs: one of a project, or of the whole workspace. */
export type Running<Data> = Given<ClaimedJob, Data>;
export type RunningInWorkspace<Data> = Given<AnyClaimedJob, Data>;

/**
 * A kind of work that goes on without anybody waiting for it. It may be begun again after a crash, with the same id, and
 * must then not do twice what it did; whatever it writes it writes only while the job is still its own (`attempt`).
 */
export type JobKind<Data = unknown, Job = AnyClaimedJob> = {
  kind: JobKindName;
  /** Who may start it: in a project, or in the whole workspace. */
  deed: Job extends ClaimedJob ? ProjectDeed : ProjectDeed | { workspace: WorkspaceDeed };
  counted: CountedThing;
  data: z.ZodType<Data>;
  /** The upload that its data names. */
  upload?: (data: Data) => UploadId;
  /** Answers its result. Throws `JobFailed` for what people can understand. */
  run: (running: Given<Job, Data>) => Promise<unknown>;
};

/** Keeps what a kind takes from being told apart from what it says that it takes. */
export const jobKind = <Data>({ upload, run, ...kind }: JobKind<Data, ClaimedJob>): JobKind => ({
  ...kind,
  run: async ({ data, projectId, ...running }) => {
    if (projectId === null) throw new Error(`A job of the kind ${kind.kind} has no project.`);
    return run({ ...running, projectId, data: kind.data.parse(data) });
  },
  ...(upload && { upload: (data) => upload(kind.data.parse(data)) }),
});

/** A kind of the whole workspace, which no project lists. */
export const workspaceJobKind = <Data>({
  run,
  deed,
  ...kind
}: Omit<JobKind<Data>, "upload" | "deed"> & { deed: WorkspaceDeed }): JobKind => ({
  ...kind,
  deed: { workspace: deed },
  run: ({ data, ...running }) => run({ ...running, data: kind.data.parse(data) }),
});

/** A job can't go on: why, and what was kept, in words for people. */
export class JobFailed extends Error {}
