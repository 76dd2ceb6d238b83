import "server-only";
import { z } from "zod";
import { Problem } from "@/server/http/problem";
import type { Declaration, Route } from "@/server/http/route";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof methods)[number];
export type Routes = Record<string, Partial<Record<Method, Route>>>;

/** What is sent may leave out what has a default; what is answered never does. */
const schemaOf = (schema: z.ZodType, io: "input" | "output") => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any", target: "draft-2020-12" });
  return rest;
};

type Described = { properties?: Record<string, unknown>; required?: string[] };

function parameters(schema: z.ZodType | undefined, place: "path" | "query") {
  if (!schema) return [];
  const { properties = {}, required = [] }: Described = schemaOf(schema, "input");
  return Object.entries(properties).map(([name, shape]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: shape,
  }));
}

function bodyOf({ body, takes }: Declaration) {
  const content = {
    ...(body ? { "application/json": { schema: schemaOf(body, "input") } } : {}),
    ...Object.fromEntries(
      (takes ?? []).map(({ mediaType, schema }) => [mediaType, { schema: schemaOf(schema, "input") }]),
    ),
  };
  return body || takes ? { requestBody: { required: true, content } } : {};
}

function successOf({ answers, gives }: Declaration) {
  if (answers) return { description: "Done", content: { "application/json": { schema: schemaOf(answers, "output") } } };
  return gives ? { description: "A file", content: { [gives]: {} } } : { description: "Done" };
}

function operation(declaration: Declaration) {
  const { summary, params, query, answers, gives, status = answers || gives ? 200 : 204 } = declaration;
  return {
    summary,
    parameters: [...parameters(params, "path"), ...parameters(query, "query")],
    ...bodyOf(declaration),
    responses: { [status]: successOf(declaration), default: { $ref: "#/components/responses/Problem" } },
  };
}

/** The OpenAPI 3.1 description, written from the routes' own declarations. */
export function openapi(routes: Routes, server: string) {
  const paths = Object.entries(routes).map(([path, handlers]) => {
    const found = methods.flatMap((method) => {
      const handler = handlers[method];
      return handler ? [[method.toLowerCase(), operation(handler.declaration)] as const] : [];
    });
    return [path, Object.fromEntries(found)] as const;
  });
  return {
    openapi: "3.1.0",
    info: {
      title: "Glossator",
      version: "1",
      description:
        "Offsets are Unicode code points, zero-based, end exclusive. Ids are UUIDs. Errors are problem documents (RFC 9457).",
    },
    servers: [{ url: server }],
    security: [{ token: [] }, { signIn: [] }],
    paths: Object.fromEntries(paths),
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer" },
        signIn: { type: "apiKey", in: "cookie", name: "glossator.session" },
      },
      responses: {
        Problem: {
          description: "What happened, what was kept, what to do",
          content: { "application/problem+json": { schema: schemaOf(Problem, "output") } },
        },
      },
    },
  };
}
