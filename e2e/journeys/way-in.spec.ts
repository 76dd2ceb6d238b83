import { expect, test } from "@/e2e/journey";
import { knock, signInBy } from "@/e2e/knock";

const form = { as: "editor" };
const offer = "Try the demo";

test("from this machine one click enters the demo", async ({ stack }) => {
  expect((await knock(`${stack.url}/sign-in`)).body).toContain(offer);
  expect(await signInBy(stack.url, "callback/demo", { form })).toMatchObject({ entered: true });
});

const passedOn: Record<string, string>[] = [
  { "x-forwarded-for": "203.0.113.9" },
  { "x-forwarded-for": "127.0.0.1" },
  { "x-forwarded-proto": "https" },
  { forwarded: "for=203.0.113.9" },
  { "x-real-ip": "203.0.113.9" },
  { via: "1.1 desk" },
  { "cf-connecting-ip": "203.0.113.9" },
  { "true-client-ip": "203.0.113.9" },
  { "x-client-ip": "203.0.113.9" },
  { "a-proxy-nobody-knows": "1" },
];

for (const headers of passedOn) {
  test(`a request with ${Object.entries(headers).join()} does not enter the demo, and is not offered it`, async ({
    stack,
  }) => {
    const page = await knock(`${stack.url}/sign-in`, { headers });
    expect(page.status).toBe(200);
    expect(page.body).not.toContain(offer);
    const answer = await signInBy(stack.url, "callback/demo", { form, headers });
    expect(answer).toMatchObject({ entered: false, location: expect.stringContaining("error=not-found") });
  });
}

test("a Host of the network does not enter the demo, however it was reached", async ({ stack }) => {
  const { port } = new URL(stack.url);
  for (const host of [`192.168.1.20:${port}`, "203.0.113.9", "[2001:db8::1]"]) {
    const headers = { host };
    expect((await knock(`${stack.url}/sign-in`, { headers })).body, host).not.toContain(offer);
    expect(await signInBy(stack.url, "callback/demo", { form, headers }), host).toMatchObject({ entered: false });
  }
});

const published: Record<string, string>[] = [
  { GLOSSATOR_URL: "https://desk.example.org" },
  { HOST: "0.0.0.0" },
  { GLOSSATOR_TRUSTED_PROXIES: "127.0.0.1" },
];

for (const env of published) {
  test(`with ${Object.entries(env).join("=")} nobody enters the demo, not even from this machine`, async ({
    stack,
  }) => {
    const app = await stack.anotherApp(env);
    try {
      const { url } = app;
      const { GLOSSATOR_URL: origin = url } = env;
      for (const headers of [
        { origin },
        { origin, host: new URL(origin).host, "x-forwarded-for": "203.0.113.9" },
      ] as Record<string, string>[]) {
        expect((await knock(`${url}/sign-in`, { headers })).body).not.toContain(offer);
        const answer = await signInBy(url, "callback/demo", { form, headers });
        expect(answer).toMatchObject({ entered: false, location: expect.stringContaining("error=not-found") });
      }
    } finally {
      await app.stop();
    }
  });
}

const elsewhere = [
  "//elsewhere.example",
  "/\\elsewhere.example",
  "\\\\elsewhere.example",
  "/\t/elsewhere.example",
  "/.//elsewhere.example",
  "https://elsewhere.example/work",
  "https:elsewhere.example",
  "http://localhost@elsewhere.example",
  "javascript:alert(1)",
];

test("nobody is led elsewhere by signing in or out", async ({ stack }) => {
  const whereTo = (location: string) => new URL(location, stack.url).origin;
  for (const callbackUrl of elsewhere) {
    const query = `?callbackUrl=${encodeURIComponent(callbackUrl)}`;
    const answers = [
      await signInBy(stack.url, "callback/demo", { form: { ...form, callbackUrl } }),
      await signInBy(stack.url, `callback/demo${query}`, { form }),
      await signInBy(stack.url, "callback/credentials", { form: { email: "x", password: "y", callbackUrl } }),
      await signInBy(stack.url, "signout", { form: { callbackUrl } }),
      await signInBy(stack.url, `signout${query}`),
      await knock(`${stack.url}/api/auth/signin${query}`),
    ];
    for (const { status, location } of answers) {
      if (location === "") {
        // Refused, such as after too many attempts: that leads nowhere.
        expect(status, callbackUrl).toBeGreaterThanOrEqual(400);
        continue;
      }
      expect(whereTo(location), callbackUrl).toBe(stack.url);
      expect(new URL(location, stack.url).searchParams.get("callbackUrl") ?? "/", callbackUrl).toMatch(/^\/(?!\/)/);
    }
  }
  const back = await signInBy(stack.url, "callback/demo", { form: { ...form, callbackUrl: "/projects?q=1" } });
  expect(new URL(back.location, stack.url).href).toBe(`${stack.url}/projects?q=1`);
});

test("the sign-in page leads on to a page of ours only", async ({ browse, stack }) => {
  for (const next of ["//elsewhere.example", "/\t/elsewhere.example"]) {
    const { page, context } = await browse();
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await page.getByRole("button", { name: "Editor", exact: true }).click();
    await page.waitForURL((url) => url.pathname !== "/sign-in");
    expect(new URL(page.url()).origin, next).toBe(stack.url);
    await context.close();
  }
});
