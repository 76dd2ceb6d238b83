import { got } from "@/e2e/api";
import { expect, test } from "@/e2e/journey";
import { SignIn } from "@/e2e/pages/sign-in";
import { answered } from "@/e2e/watch";

/** Every address of a project and of what is in it. */
const rooms = (project: string, report: string, entity: string) => [
  `/projects/${project}`,
  `/projects/${project}/import`,
  `/projects/${project}/import/annotated`,
  `/projects/${project}/jobs`,
  `/projects/${project}/members`,
  `/projects/${project}/codebook`,
  `/projects/${project}/settings`,
  `/projects/${project}/export`,
  `/projects/${project}/activity`,
  `/projects/${project}/entities`,
  `/projects/${project}/entities/${entity}`,
  `/reports/${report}`,
  `/reports/${report}?at=0-5&revision=1`,
  `/reports/${report}?tag=${entity}`,
  `/reports/${report}/details`,
  `/reports/${report}/compare`,
];

test("a stranger finds nothing behind any address of a project", async ({ browse, office, complaints }) => {
  complaints.allow(answered(404));
  const editor = await office.as("Editor");
  const { id: project } = await office.project();
  const paper = await office.newReport();
  const { items } = await got(editor.get<{ items: { id: string }[] }>(`/api/v1/projects/${project}/entities`));
  const [entity] = items;
  expect(entity, "the demo has entities").toBeDefined();

  const elsewhere = await got(
    editor.post<{ id: string }>("/api/v1/projects", {
      name: "Elsewhere",
      slug: `elsewhere-${crypto.randomUUID().slice(0, 8)}`,
      mode: "shared",
    }),
  );
  const email = `${crypto.randomUUID().slice(0, 8)}@example.com`;
  const { invitation } = await got(
    editor.post<{ invitation: string }>(`/api/v1/projects/${elsewhere.id}/members`, { email, role: "editor" }),
  );

  const { page } = await browse();
  await page.goto(invitation);
  await page.getByLabel("Your name").fill("Nadir Stranger");
  await page.getByLabel("Choose a password").fill("a quiet afternoon upstream");
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page.getByRole("link", { name: "Elsewhere" })).toBeVisible();

  for (const room of rooms(project, paper.id, entity?.id ?? "")) {
    const response = await page.goto(room);
    expect(response?.status(), room).toBe(404);
    await expect(page.getByRole("heading", { name: "Page not found" }), room).toBeVisible();
    // The bar stays as the way on, and whoever followed somebody's link is told whom to ask, and by which address.
    await expect(page.getByRole("banner").getByRole("link", { name: "Projects" }), room).toBeVisible();
    await expect(page.getByText(`ask an editor of the project or an admin to add ${email}.`), room).toBeVisible();
    expect(await page.content(), `${room} tells nothing`).not.toContain(paper.title);
  }
});

test("somebody who is signed out is sent to the sign-in, and on to where they wanted", async ({ browse, office }) => {
  const { id } = await office.project();
  const { page } = await browse();
  await page.goto(`/projects/${id}/members`);
  const signIn = new SignIn(page);
  await expect(signIn.heading).toBeVisible();
  await signIn.demo("Analyst B").click();
  await expect(page.getByRole("heading", { name: "Members", level: 1 })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(`/projects/${id}/members`);
});

test("a sign-in that was ended is refused at once", async ({ browse, complaints }) => {
  // What the first page still listens to may be refused before it is loaded again.
  complaints.allow(answered(401));
  const { page } = await browse();
  await new SignIn(page).enterAs("Analyst B");
  const another = await page.context().newPage();
  await another.goto("/projects");
  await another.getByRole("button", { name: /^Account of/ }).click();
  await another.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(new SignIn(another).heading).toBeVisible();

  await page.reload();
  await expect(new SignIn(page).heading).toBeVisible();
});

test("a low role is told what it may not, and sees no button for it", async ({ enter, office }) => {
  const { id } = await office.project();
  const { page } = await enter("Analyst A");
  await page.goto(`/projects/${id}`);
  await expect(page.getByRole("table", { name: /^Reports of/ })).toBeVisible();
  await expect(page.getByRole("link", { name: "Import reports" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Settings" })).toHaveCount(0);

  const analyst = await office.as("Analyst A");
  expect(
    await analyst.post(`/api/v1/projects/${id}/members`, { email: "x@example.com", role: "editor" }),
  ).toMatchObject({
    status: 403,
    body: { kind: "forbidden" },
  });
});
