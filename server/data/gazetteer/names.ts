/** SQL for all names of the place with this id, of workspace $1: those that came with Glossator, and those of its files. */
export const gazetteerNames = (id: string) => `
  (coalesce((select g.names from gazetteer_place g where g.id = ${id}), '{}')
   || coalesce((select o.names from filed_place o where o.workspace_id = $1 and o.id = ${id}), '{}')
   || coalesce((select array_agg(f.name) from filed_name f where f.workspace_id = $1 and f.place_id = ${id}), '{}'))`;
