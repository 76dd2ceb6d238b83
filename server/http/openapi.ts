import "server-only";
import { z } from "zod";
import { Problem } from "@/domain/problem";
import { type Io, jsonSchemas } from "@/server/http/json-schemas";
import { type Declaration, type Route, scopeOf } from "@/server/http/route";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof methods)[number];
export type Routes = Record<string, Partial<Record<Method, Route>>>;

type Schemas = ReturnType<typeof jsonSchemas>;
type Described = { properties?: Record<string, unknown>; required?: string[] };

function parameters(schemas: Schemas, schema: z.ZodType | undefined, place: "path" | "query") {
  if (!schema) return [];
  const { properties = {}, required = [] }: Described = schemas.inline(schema, "input");
  return Object.entries(properties).map(([name, shape]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: shape,
  }));
}

const header = (name: string, description: string) => ({
  name,
  in: "header" as const,
  required: false,
  description,
  schema: { type: "string" },
});

/** The headers that mean something to a route, besides those that every request has. */
function headersOf(method: Method, { query, events }: Declaration) {
  if (events) return [header("Last-Event-ID", "The id of the last event received; the stream continues after it.")];
  const versioned = method === "DELETE" && query instanceof z.ZodObject && "version" in query.shape;
  return versioned
    ? [header("If-Match", 'The version you have, such as "3"; either this or `version` is required.')]
    : [];
}

function bodyOf(schemas: Schemas, { body, takes }: Declaration) {
  const content = {
    ...(body ? { "application/json": { schema: schemas.of(body, "input") } } : {}),
    ...Object.fromEntries(
      (takes ?? []).map(({ mediaType, schema }) => [mediaType, { schema: schemas.of(schema, "input") }]),
    ),
  };
  return body || takes ? { requestBody: { required: true, content } } : {};
}

/** One event of a stream, as its lines `event:`, `id:` and `data:` say it. */
function eventSchema(schemas: Schemas, events: Readonly<Record<string, z.ZodType>>) {
  return {
    description: "One event of the stream: the contents of its `event:`, `id:` and `data:` (JSON) lines.",
    oneOf: Object.entries(events).map(([event, data]) => ({
      type: "object",
      properties: { event: { const: event }, id: { type: "string" }, data: schemas.of(data, "output") },
      required: ["event", "id", "data"],
    })),
  };
}

function successOf(schemas: Schemas, { answers, gives, events }: Pick<Declaration, "answers" | "gives" | "events">) {
  if (!answers && !gives) return { description: "Done" };
  const content = {
    ...(answers ? { "application/json": { schema: schemas.of(answers, "output") } } : {}),
    ...(gives ? { [gives]: events ? { schema: eventSchema(schemas, events) } : {} } : {}),
  };
  return { description: answers ? "Done" : events ? "Events, as they happen" : "A file", content };
}

/** By status; some routes succeed in more than one way. */
function responsesOf(schemas: Schemas, declaration: Declaration) {
  const { answers, gives, status = answers || gives ? 200 : 204, also } = declaration;
  return {
    [status]: successOf(schemas, declaration),
    ...(also ? { [also.status]: { ...successOf(schemas, also), description: also.when } } : {}),
    default: { $ref: "#/components/responses/Problem" },
  };
}

function operation(schemas: Schemas, method: Method, declaration: Declaration) {
  const { summary, params, query } = declaration;
  return {
    summary,
    security: [{ token: [scopeOf(method, declaration)] }, { signIn: [] }],
    parameters: [
      ...parameters(schemas, params, "path"),
      ...parameters(schemas, query, "query"),
      ...headersOf(method, declaration),
    ],
    ...bodyOf(schemas, declaration),
    responses: responsesOf(schemas, declaration),
  };
}

/** Every schema that some route sends or takes. */
function used(routes: Routes): Record<Io | "parameters", z.ZodType[]> {
  const declared = Object.values(routes).flatMap((handlers) =>
    methods.flatMap((method) => handlers[method]?.declaration ?? []),
  );
  const given = (schemas: readonly (z.ZodType | undefined)[]) => schemas.filter((schema) => schema !== undefined);
  const sent = ({ body, takes = [] }: Declaration) => given([body, ...takes.map(({ schema }) => schema)]);
  const answered = ({ answers, also, events = {} }: Declaration) =>
    given([answers, also?.answers, ...Object.values(events)]);
  return {
    parameters: declared.flatMap(({ params, query }) => given([params, query])),
    input: declared.flatMap(sent),
    output: [Problem, ...declared.flatMap(answered)],
  };
}

/** The OpenAPI 3.1 description, written from the routes' own declarations. */
export function openapi(routes: Routes, server: string) {
  const schemas = jsonSchemas(used(routes));
  const paths = Object.entries(routes).map(([path, handlers]) => {
    const found = methods.flatMap((method) => {
      const handler = handlers[method];
      return handler ? [[method.toLowerCase(), operation(schemas, method, handler.declaration)] as const] : [];
    });
    return [path, Object.fromEntries(found)] as const;
  });
  return {
    openapi: "3.1.0",
    info: {
      title: "Glossator",
      version: "1",
      description:
        "Offsets are Unicode code points, zero-based, end exclusive. Ids are UUIDs. Errors are problem documents (RFC 9457), including for each item of a batch or import that was not accepted. The scope a token needs is listed with `token`. Links between tags are called relations in paths and fields.",
    },
    servers: [{ url: server }],
    security: [{ token: [] }, { signIn: [] }],
    paths: Object.fromEntries(paths),
    components: {
      schemas: schemas.components,
      securitySchemes: {
        token: { type: "http", scheme: "bearer" },
        signIn: { type: "apiKey", in: "cookie", name: "glossator.session" },
      },
      responses: {
        Problem: {
          description: "What happened, what was saved, and what to do next",
          content: { "application/problem+json": { schema: schemas.of(Problem, "output") } },
        },
      },
    },
  };
}
