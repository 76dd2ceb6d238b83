import { type Api, answered } from "@/cli/api";
import type { Running } from "@/cli/command";
import { failed, wrong } from "@/cli/exits";

/** A project as `--project` names it: by id, by the last part of its address, or by its whole name. */
export async function projectOf(api: Api, { given, env }: Pick<Running, "given" | "env">) {
  const said = given.text("project") ?? env["GLOSSATOR_PROJECT"];
  const { projects } = answered(api, await api.ask("GET", "/me"));
  if (said === undefined || said === "") {
    const [only, another] = projects;
    if (only && !another) return only;
    throw wrong(
      `Say which project with --project: ${projects.map(({ slug }) => slug).join(", ") || "you are in none"}.`,
    );
  }
  const found =
    projects.find(({ id, slug }) => id === said || slug === said) ??
    projects.find(({ name }) => name.toLowerCase() === said.toLowerCase());
  if (!found)
    throw failed(`You are in no project “${said}”. Yours are: ${projects.map(({ slug }) => slug).join(", ")}.`);
  return found;
}
