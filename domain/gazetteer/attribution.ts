/** What has to be said wherever places of the gazetteer leave: the licence asks for it. */
export const gazetteerAttribution = "Place names and coordinates: GeoNames (geonames.org), CC BY 4.0.";
