import "server-only";

const quotes = (anchor: string) =>
  `(select string_agg(s->>'quote', ' … ') from jsonb_array_elements(${anchor}->'segments') s)`;

/**
 * The words that a tag `t` with version `v` stands on, as one line of at most 200 characters; a link's are those of the
 * claim it starts at.
 */
export const tagWords = `left(regexp_replace(case t.type when 'annotation' then ${quotes("v.anchor")}
  else (select ${quotes("fv.anchor")} from tag f
          join tag_version fv on fv.workspace_id = f.workspace_id and fv.tag_id = f.id and fv.number = f.version
         where f.workspace_id = t.workspace_id and f.id = t.from_id) end, '\\s+', ' ', 'g'), 200)`;
