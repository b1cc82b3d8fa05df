/**
 * The builds of Windows by the names that people give them, and by the version
 * guards of the headers.
 *
 * @module
 */

/** Names without `windows`, in lower case; where two systems share a release, the plain number is the older one's. */
const BUILDS: ReadonlyMap<string, number> = new Map([
  ["vista", 6000],
  ["vista sp1", 6001],
  ["server 2008", 6001],
  ["7", 7600],
  ["server 2008 r2", 7600],
  ["8", 9200],
  ["server 2012", 9200],
  ["8.1", 9600],
  ["server 2012 r2", 9600],
  ["10", 10240],
  ["1507", 10240],
  ["1511", 10586],
  ["1607", 14393],
  ["server 2016", 14393],
  ["1703", 15063],
  ["1709", 16299],
  ["1803", 17134],
  ["1809", 17763],
  ["server 2019", 17763],
  ["1903", 18362],
  ["1909", 18363],
  ["2004", 19041],
  ["20h1", 19041],
  ["20h2", 19042],
  ["21h1", 19043],
  ["21h2", 19044],
  ["10 22h2", 19045],
  ["server 2022", 20348],
  ["11", 22000],
  ["11 21h2", 22000],
  ["22h2", 22621],
  ["23h2", 22631],
  ["24h2", 26100],
  ["server 2025", 26100],
  ["25h2", 26200],
  ["ntddi_win6", 6000],
  ["ntddi_vista", 6000],
  ["ntddi_longhorn", 6000],
  ["ntddi_win6sp1", 6001],
  ["ntddi_vistasp1", 6001],
  ["ntddi_ws08", 6001],
  ["ntddi_win7", 7600],
  ["ntddi_win8", 9200],
  ["ntddi_winblue", 9600],
  ["ntddi_winthreshold", 10240],
  ["ntddi_win10", 10240],
  ["ntddi_win10_th2", 10586],
  ["ntddi_win10_rs1", 14393],
  ["ntddi_win10_rs2", 15063],
  ["ntddi_win10_rs3", 16299],
  ["ntddi_win10_rs4", 17134],
  ["ntddi_win10_rs5", 17763],
  ["ntddi_win10_19h1", 18362],
  ["ntddi_win10_vb", 19041],
  ["ntddi_win10_fe", 20348],
  ["ntddi_win10_co", 22000],
  ["ntddi_win10_ni", 22621],
  ["ntddi_win10_cu", 25284],
  ["ntddi_win11_ge", 26100],
]);

/** The names that {@linkcode findWindowsBuild} knows, for suggestions. */
export const WINDOWS_NAMES: readonly string[] = [...BUILDS.keys()];

const OLDEST_BUILD = 6000;

/**
 * The first build of a Windows.
 *
 * @param text A name such as `Windows 8.1`, `1809` or `Server 2022`, a guard such
 *   as `NTDDI_WIN8`, or a build such as `22621` or `10.0.22621.1`; letter case is
 *   ignored, and of several names with commas the first counts
 * @returns Undefined if no Windows has that name
 */
export function findWindowsBuild(text: string): number | undefined {
  const name = text.trim().toLowerCase().replace(/\s+/g, " ")
    .replace(/^(?:win|windows) ?(?=\d|vista|server)/, "")
    .replace(/,? version /, " ").replace(/,.*/, "")
    .replace(/(?<=\d)r2$/, " r2")
    .replace(/^10\.0\.(\d+)(?:\.\d+)?$/, "$1").replace(/ \(\w+\)$/, "");
  const isBuild = /^\d{4,5}$/.test(name) && Number(name) >= OLDEST_BUILD;
  return BUILDS.get(name) ?? BUILDS.get(`ntddi_${name}`) ??
    BUILDS.get(`ntddi_win10_${name}`) ?? BUILDS.get(`server ${name}`) ??
    BUILDS.get(name.replace(/^1[01] /, "")) ??
    (isBuild ? Number(name) : undefined);
}
