import { authGet, authPost } from "@/server/session/auth";

export const GET = authGet;
export const POST = authPost;
