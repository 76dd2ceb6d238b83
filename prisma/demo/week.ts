import type { DemoReport } from "@/prisma/demo/demo-report";
import { difafAlNil } from "@/prisma/demo/flood/difaf-al-nil";
import { nileValleyCourier } from "@/prisma/demo/flood/nile-valley-courier";
import { redSeaMonitor } from "@/prisma/demo/flood/red-sea-monitor";
import { sahelWire } from "@/prisma/demo/flood/sahel-wire";

/** The reports of the week of the flood, in the order in which they came. */
export const reports: readonly DemoReport[] = [sahelWire, redSeaMonitor, nileValleyCourier, difafAlNil];
