import type { TypedPoint } from "@/domain/gazetteer/point";

/**
 * The Military Grid Reference System on WGS 84 (NGA.STND.0037, DMA TM 8358.1): zones of six degrees, bands of eight,
 * squares of 100 km named by two letters, and an even number of digits. The polar grids are not read.
 */
const MGRS = /^(\d{1,2})([C-HJ-NP-X])([A-HJ-NP-Z])([A-HJ-NP-V])((?:\d\d){0,5})$/;
const BANDS = "CDEFGHJKLMNPQRSTUVWX";
const COLUMNS = ["ABCDEFGH", "JKLMNPQR", "STUVWXYZ"];
const ROWS = "ABCDEFGHJKLMNPQRSTUV";
const ROW_CYCLE = 2_000_000;

/** Reads a grid reference: the middle of its square, whose side in metres is the uncertainty. Undefined for anything else. */
export function readMgrs(text: string): TypedPoint | undefined {
  const parts = MGRS.exec(text.replace(/\s+/g, "").toUpperCase());
  if (!parts) return undefined;
  const [, zoneText = "", band = "", column = "", row = "", digits = ""] = parts;
  const zone = Number(zoneText);
  const across = COLUMNS[(zone - 1) % 3]?.indexOf(column) ?? -1;
  if (zone < 1 || zone > 60 || across < 0) return undefined;
  const half = digits.length / 2;
  const side = 10 ** (5 - half);
  const within = (part: string) => Number(part || 0) * side + side / 2;
  const easting = (across + 1) * 100_000 + within(digits.slice(0, half));
  const up = (ROWS.indexOf(row) - (zone % 2 === 0 ? 5 : 0) + ROWS.length) % ROWS.length;
  const northing = up * 100_000 + within(digits.slice(half));
  return pointIn(band, { zone, easting, northing, side });
}

/** The rows of squares repeat every 2,000 km; the band says which of them is meant. */
function pointIn(
  band: string,
  { zone, easting, northing, side }: { zone: number; easting: number; northing: number; side: number },
): TypedPoint | undefined {
  const south = BANDS.indexOf(band) * 8 - 80;
  const north = band === "X" ? 84 : south + 8;
  const isSouthern = south < 0;
  for (let full = northing; full < 10_000_000; full += ROW_CYCLE) {
    const point = fromUtm({ zone, easting, northing: isSouthern ? full - 10_000_000 : full });
    // A square at the edge of a band reaches over it.
    const spare = Math.max(0.01, side / 111_000);
    if (point.latitude < south - spare || point.latitude > north + spare) continue;
    return { ...point, uncertaintyMetres: side };
  }
  return undefined;
}

const A = 6_378_137;
const F = 1 / 298.257223563;
const N = F / (2 - F);
const SCALE = 0.9996;
const RECTIFYING = (A / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64);
/** Krüger's series to the third order, good to a millimetre within a zone. */
const BETA = [N / 2 - (2 * N ** 2) / 3 + (37 * N ** 3) / 96, N ** 2 / 48 + N ** 3 / 15, (17 * N ** 3) / 480];
const DELTA = [2 * N - (2 * N ** 2) / 3 - 2 * N ** 3, (7 * N ** 2) / 3 - (8 * N ** 3) / 5, (56 * N ** 3) / 15];

/** Universal Transverse Mercator to degrees, by Krüger's series; southern northings are negative. */
function fromUtm({ zone, easting, northing }: { zone: number; easting: number; northing: number }) {
  const xi = northing / (SCALE * RECTIFYING);
  const eta = (easting - 500_000) / (SCALE * RECTIFYING);
  let [x, e] = [xi, eta];
  BETA.forEach((beta, at) => {
    const twice = 2 * (at + 1);
    x -= beta * Math.sin(twice * xi) * Math.cosh(twice * eta);
    e -= beta * Math.cos(twice * xi) * Math.sinh(twice * eta);
  });
  const chi = Math.asin(Math.sin(x) / Math.cosh(e));
  const latitude = DELTA.reduce((sum, delta, at) => sum + delta * Math.sin(2 * (at + 1) * chi), chi);
  const longitude = Math.atan2(Math.sinh(e), Math.cos(x));
  return { latitude: rounded(latitude), longitude: rounded(longitude, zone * 6 - 183) };
}

const rounded = (radians: number, from = 0) => Number((from + (radians * 180) / Math.PI).toFixed(6));
